import { elementSymbols, type SpatialGraph } from "@qinghao/chemistry";

/** Atoms and bonds that a V2000 molblock can count. */
const V2000_LIMIT = 999;
const PROGRAM = "  Qinghao           3D";

/**
 * One SDF record of a molecule in space: V2000, or V3000 where it is too large or has coordinate bonds. Its mirror image is
 * meant as drawn.
 * @param positions 3 x atoms, Å
 */
export function conformerRecord(
  graph: SpatialGraph,
  positions: Float64Array,
  name: string,
  fields: Readonly<Record<string, string | number>>,
): string {
  const isLarge = graph.atomCount > V2000_LIMIT || graph.bondCount > V2000_LIMIT;
  const body = isLarge || graph.kekuleOrder.includes(0) ? v3000(graph, positions) : v2000(graph, positions);
  const data = Object.entries(fields).map(([field, value]) => `>  <${field}>\n${value}\n\n`);
  return `${oneLine(name)}\n${PROGRAM}\n\n${body}M  END\n${data.join("")}$$$$\n`;
}

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, " ").slice(0, 80);
const right = (value: string | number, width: number): string => String(value).padStart(width);
const fixed = (value: number, digits: number): string => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
};

function v2000(graph: SpatialGraph, positions: Float64Array): string {
  let text = `${right(graph.atomCount, 3)}${right(graph.bondCount, 3)}  0  0  1  0  0  0  0  0999 V2000\n`;
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const place = [0, 1, 2].map((axis) => right(fixed(positions[3 * atom + axis]!, 4), 10)).join("");
    text += `${place} ${elementSymbols[graph.atomicNumber[atom]!]!.padEnd(3)} 0  0  0  0  0  0  0  0  0  0  0  0\n`;
  }
  for (let bond = 0; bond < graph.bondCount; bond++) {
    const [a, b] = [graph.bondAtoms[2 * bond]! + 1, graph.bondAtoms[2 * bond + 1]! + 1];
    text += `${right(a, 3)}${right(b, 3)}${right(graph.kekuleOrder[bond]!, 3)}  0\n`;
  }
  text += property("CHG", graph.charge);
  text += property("ISO", graph.isotope);
  return text + property("RAD", graph.radicals.map(radicalCode));
}

/** Lines of one property, at most eight atoms each. */
function property(name: string, values: Int8Array | Uint8Array | Uint16Array): string {
  const set = [...values].flatMap((value, atom) => (value === 0 ? [] : [`${right(atom + 1, 4)}${right(value, 4)}`]));
  let text = "";
  for (let from = 0; from < set.length; from += 8) {
    const part = set.slice(from, from + 8);
    text += `M  ${name}${right(part.length, 3)}${part.join("")}\n`;
  }
  return text;
}

/** One unpaired electron is a doublet (2), two a triplet (3). */
const radicalCode = (electrons: number): number => (electrons === 0 ? 0 : Math.min(electrons + 1, 3));

function v3000(graph: SpatialGraph, positions: Float64Array): string {
  const lines = ["  0  0  0     0  0            999 V3000", "M  V30 BEGIN CTAB"];
  lines.push(`M  V30 COUNTS ${graph.atomCount} ${graph.bondCount} 0 0 1`, "M  V30 BEGIN ATOM");
  for (let atom = 0; atom < graph.atomCount; atom++) {
    const place = [0, 1, 2].map((axis) => fixed(positions[3 * atom + axis]!, 4)).join(" ");
    const [charge, isotope, radicals] = [graph.charge[atom]!, graph.isotope[atom]!, graph.radicals[atom]!];
    const extra = `${charge === 0 ? "" : ` CHG=${charge}`}${isotope === 0 ? "" : ` MASS=${isotope}`}${radicals === 0 ? "" : ` RAD=${radicalCode(radicals)}`}`;
    lines.push(`M  V30 ${atom + 1} ${elementSymbols[graph.atomicNumber[atom]!]} ${place} 0${extra}`);
  }
  lines.push("M  V30 END ATOM", "M  V30 BEGIN BOND");
  for (let bond = 0; bond < graph.bondCount; bond++) {
    // Order 9 is a coordinate bond.
    const order = graph.kekuleOrder[bond] === 0 ? 9 : graph.kekuleOrder[bond];
    lines.push(`M  V30 ${bond + 1} ${order} ${graph.bondAtoms[2 * bond]! + 1} ${graph.bondAtoms[2 * bond + 1]! + 1}`);
  }
  lines.push("M  V30 END BOND", "M  V30 END CTAB");
  return `${lines.join("\n")}\n`;
}
