import { elementSymbols } from "./elements.ts";

/** A molecule with places for its atoms. */
export interface PlacedMolecule {
  readonly name: string;
  readonly elements: ArrayLike<number>;
  /** Formal charge and mass number (0 = natural) of each atom. */
  readonly charges: ArrayLike<number>;
  readonly isotopes: ArrayLike<number>;
  /** Unpaired electrons of each atom. */
  readonly radicals: ArrayLike<number>;
  /** Begin, end and order (1, 2, 3) of each bond, flat. */
  readonly bonds: ArrayLike<number>;
}

/**
 * V2000 molblock of up to 999 atoms. Stereo is in the places alone.
 * @param positions 3 x atoms, Å
 */
export function writeMolblock(molecule: PlacedMolecule, positions: Float64Array): string {
  const { elements, bonds } = molecule;
  const count = (value: number): string => String(value).padStart(3);
  const lines = [
    molecule.name.replace(/[\r\n]+/g, " "),
    "  Qinghao          3D",
    "",
    `${count(elements.length)}${count(bonds.length / 3)}  0  0  0  0  0  0  0  0999 V2000`,
  ];
  for (let i = 0; i < elements.length; i++) {
    const place = [0, 1, 2].map((axis) => positions[3 * i + axis]!.toFixed(4).padStart(10)).join("");
    lines.push(`${place} ${elementSymbols[elements[i]!]!.padEnd(3)} 0  0  0  0  0  0  0  0  0  0  0  0`);
  }
  for (let b = 0; b < bonds.length; b += 3) {
    lines.push(`${count(bonds[b]! + 1)}${count(bonds[b + 1]! + 1)}${count(bonds[b + 2]!)}  0`);
  }
  const property = (tag: string, values: ArrayLike<number>): void => {
    const set = Array.from(values, (value, atom) => [atom + 1, value]).filter(([, value]) => value !== 0);
    for (let from = 0; from < set.length; from += 8) {
      const group = set.slice(from, from + 8);
      lines.push(
        `M  ${tag}${count(group.length)}${group.map((pair) => pair.map((n) => ` ${count(n!)}`).join("")).join("")}`,
      );
    }
  };
  property("CHG", molecule.charges);
  property("ISO", molecule.isotopes);
  property(
    "RAD",
    Array.from(molecule.radicals, (electrons) => (electrons === 0 ? 0 : electrons + 1)),
  );
  return `${lines.join("\n")}\nM  END\n`;
}
