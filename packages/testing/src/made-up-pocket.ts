type Point = readonly [number, number, number];

/** Serine with ideal bond lengths and angles; the side chain points along -z. Å */
const serine: readonly (readonly [name: string, place: Point])[] = [
  ["N", [-1.21, 0.82, 0]],
  ["CA", [0, 0, 0]],
  ["C", [1.25, 0.87, 0]],
  ["O", [1.25, 1.73, 0.87]],
  ["CB", [0, -0.9, -1.24]],
  ["OG", [0, -0.1, -2.42]],
];

/** Benzoic acid in the plane z = 0, its heavy atoms. Å */
const benzoicAcid: readonly (readonly [name: string, place: Point])[] = [
  ...[0, 1, 2, 3, 4, 5].map((i): [string, Point] => {
    const angle = (i * Math.PI) / 3;
    return [`C${i + 1}`, [1.39 * Math.cos(angle), 1.39 * Math.sin(angle), 0]];
  }),
  ["C7", [2.87, 0, 0]],
  ["O1", [3.5, 1.05, 0]],
  ["O2", [3.5, -1.15, 0]],
];

/**
 * A PDB file of a made-up hollow: serines on a sphere around benzoic acid (`A:BEN900`). No protein is like it, and there
 * is nothing to be learnt from its scores; it lets a test dock without the files of a real complex.
 */
export function madeUpPocket({ residues = 30, radius = 7.5 } = {}): string {
  const lines: string[] = [];
  const add = (record: "ATOM" | "HETATM", name: string, residue: string, number: number, place: Point) => {
    const xyz = place.map((value) => value.toFixed(3).padStart(8)).join("");
    const head = `${record.padEnd(6)}${String(lines.length + 1).padStart(5)}  ${name.padEnd(3)} ${residue} A`;
    lines.push(`${head}${String(number).padStart(4)}    ${xyz}  1.00  0.00          ${name.slice(0, 1).padStart(2)}`);
  };
  for (let i = 0; i < residues; i++) {
    const z = 1 - (2 * i + 1) / residues;
    const turn = i * Math.PI * (3 - Math.sqrt(5));
    const out: Point = [Math.sqrt(1 - z * z) * Math.cos(turn), Math.sqrt(1 - z * z) * Math.sin(turn), z];
    const across: Point = [-Math.sin(turn), Math.cos(turn), 0];
    const up = cross(out, across);
    for (const [name, [x, y, depth]] of serine) {
      const place = [0, 1, 2].map((a) => (radius + depth) * out[a]! + x * across[a]! + y * up[a]!) as [
        number,
        number,
        number,
      ];
      add("ATOM", name, "SER", i + 1, place);
    }
  }
  for (const [name, place] of benzoicAcid) add("HETATM", name, "BEN", 900, place);
  return `${lines.join("\n")}\nEND\n`;
}

const cross = ([a, b, c]: Point, [d, e, f]: Point): Point => [b * f - c * e, c * d - a * f, a * e - b * d];
