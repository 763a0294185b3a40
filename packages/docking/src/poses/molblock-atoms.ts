/** Atoms and bonds of a molblock as they stand in it, hydrogens included. */
export type MolblockAtoms = {
  readonly symbols: readonly string[];
  /** 3 x atoms, Å */
  readonly positions: Float64Array;
  /** Pairs of atom indices, flat. */
  readonly bonds: readonly number[];
};

/** Reads coordinates and connections of a V2000 or V3000 molblock; null where the text is none. */
export function readMolblockAtoms(molblock: string): MolblockAtoms | null {
  const lines = molblock.split("\n");
  const counts = lines[3] ?? "";
  const read = counts.includes("V3000") ? readV3000(lines) : readV2000(lines, counts);
  return read?.positions.every(Number.isFinite) ? read : null;
}

function readV2000(lines: readonly string[], counts: string): MolblockAtoms | null {
  const atomCount = Number(counts.slice(0, 3));
  const bondCount = Number(counts.slice(3, 6));
  if (!Number.isInteger(atomCount) || !Number.isInteger(bondCount) || lines.length < 4 + atomCount + bondCount)
    return null;
  const symbols: string[] = [];
  const positions = new Float64Array(3 * atomCount);
  for (let i = 0; i < atomCount; i++) {
    const line = lines[4 + i]!;
    for (let k = 0; k < 3; k++) positions[3 * i + k] = Number(line.slice(10 * k, 10 * k + 10));
    symbols.push(line.slice(31, 34).trim());
  }
  const bonds: number[] = [];
  for (let b = 0; b < bondCount; b++) {
    const line = lines[4 + atomCount + b]!;
    bonds.push(Number(line.slice(0, 3)) - 1, Number(line.slice(3, 6)) - 1);
  }
  return { symbols, positions, bonds };
}

function readV3000(lines: readonly string[]): MolblockAtoms | null {
  const symbols: string[] = [];
  const positions: number[] = [];
  const bonds: number[] = [];
  const indices = new Map<string, number>();
  let part = "";
  for (const line of joinContinued(lines)) {
    const words = line.split(/\s+/);
    if (words[0] === "BEGIN" || words[0] === "END") part = words[0] === "BEGIN" ? words[1]! : "";
    else if (part === "ATOM") {
      indices.set(words[0]!, symbols.length);
      symbols.push(words[1]!);
      positions.push(Number(words[2]), Number(words[3]), Number(words[4]));
    } else if (part === "BOND") {
      const [begin, end] = [indices.get(words[2]!), indices.get(words[3]!)];
      if (begin === undefined || end === undefined) return null;
      bonds.push(begin, end);
    }
  }
  return symbols.length === 0 ? null : { symbols, positions: Float64Array.from(positions), bonds };
}

/** The `M  V30` lines without their mark; a line that ends in `-` goes on in the next. */
function* joinContinued(lines: readonly string[]): Iterable<string> {
  let open = "";
  for (const line of lines) {
    const content = /^M {2}V30 (.*)$/.exec(line.trimEnd())?.[1];
    if (content === undefined) continue;
    if (content.endsWith("-")) open += content.slice(0, -1);
    else {
      yield (open + content).trim();
      open = "";
    }
  }
}
