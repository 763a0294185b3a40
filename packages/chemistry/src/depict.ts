import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { chemErrors } from "./errors.ts";
import type { ChemKit } from "./kit.ts";
import { layOut } from "./layout.ts";
import { type MolView, openMolecule } from "./molecule.ts";
import type { DepictionTheme } from "./schema.ts";

/** Red, green, blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export type DepictionOptions = {
  /** CSS pixels */
  width: number;
  height: number;
  theme: DepictionTheme;
  /** Atoms (and the bonds between them) that are marked, for example a substructure match. */
  highlightAtoms?: readonly number[];
  /** A colour behind single atoms, for example contributions to a prediction. */
  atomColours?: Readonly<Record<number, Rgb>>;
  /** SMILES or molblock of a template: where the structure contains it, it is drawn in the template's orientation. */
  alignTo?: string;
  /** Length of a bond in pixels, so that structures of different size are drawn alike; shrinks where there is no room. */
  bondLength?: number;
  /** Width of a bond's line in pixels; default 1.5, in print 1.2. Small drawings are clearer with less. */
  lineWidth?: number;
};

/** Bond length of RDKit's 2D coordinates, in their own unit. */
const COORDINATE_BOND_LENGTH = 1.5;

type Palette = { atoms: Readonly<Record<string, Rgb>>; highlight: Rgb };

const hex = (value: number): Rgb => [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];

/** Element colours by atomic number; "-1" is every other element. Contrast on the page is at least 4.5 to 1. */
const palettes: Readonly<Record<DepictionTheme, Palette>> = {
  light: {
    atoms: {
      "-1": hex(0x1f2937),
      1: hex(0x4b5563),
      6: hex(0x1f2937),
      7: hex(0x1d4ed8),
      8: hex(0xc81e1e),
      9: hex(0x0f766e),
      15: hex(0xb45309),
      16: hex(0x8a6100),
      17: hex(0x15803d),
      35: hex(0x9a3412),
      53: hex(0x6d28d9),
    },
    highlight: hex(0xbfe3d0),
  },
  dark: {
    atoms: {
      "-1": hex(0xe5e7eb),
      1: hex(0xb6bdc8),
      6: hex(0xe5e7eb),
      7: hex(0x93b4ff),
      8: hex(0xff8f87),
      9: hex(0x5eead4),
      15: hex(0xfdba74),
      16: hex(0xf5d76e),
      17: hex(0x86efac),
      35: hex(0xfca68a),
      53: hex(0xc4b5fd),
    },
    highlight: hex(0x1f5c46),
  },
  print: { atoms: { "-1": [0, 0, 0] }, highlight: hex(0xd9d9d9) },
};

/**
 * A 2D depiction as SVG with a transparent background, in the colours of a theme. Each atom and bond carries the class
 * `atom-<index>` and `bond-<index>`.
 */
export function depictSvg(kit: ChemKit, text: string, options: DepictionOptions): Result<string, QinghaoError> {
  const parsed = openMolecule(kit, text);
  if (!parsed.ok) return parsed;
  const mol = parsed.value;
  try {
    layOut(kit, mol.handle);
    if (options.alignTo !== undefined) align(mol, options.alignTo);
    const svg = kit.attempt(() => mol.handle.get_svg_with_highlights(JSON.stringify(drawingDetails(mol, options))));
    return svg === null || svg === ""
      ? err(chemErrors.create("structure.toolkit", { operation: "SVG" }))
      : ok(svg.replace(/^<\?xml[^>]*>\s*/, "").replace("<!-- END OF HEADER -->\n", ""));
  } finally {
    mol.close();
  }
}

function drawingDetails(mol: MolView, options: DepictionOptions) {
  const { width, height, theme, highlightAtoms = [], atomColours = {}, bondLength } = options;
  const palette = palettes[theme];
  const coloured = Object.keys(atomColours).map(Number);
  const atoms = [...new Set([...highlightAtoms, ...coloured])].filter((atom) => atom < mol.handle.get_num_atoms());
  return {
    width,
    height,
    clearBackground: false,
    padding: 0.06,
    bondLineWidth: options.lineWidth ?? (theme === "print" ? 1.2 : 1.5),
    additionalAtomLabelPadding: 0.06,
    atomColourPalette: palette.atoms,
    highlightColour: palette.highlight,
    ...(bondLength === undefined ? { fixedBondLength: -1 } : { fixedBondLength: bondLength / COORDINATE_BOND_LENGTH }),
    ...(atoms.length === 0
      ? {}
      : {
          atoms,
          bonds: bondsWithin(mol, highlightAtoms),
          highlightAtomColors: Object.fromEntries(atoms.map((atom) => [atom, atomColours[atom] ?? palette.highlight])),
          highlightRadius: 0.36,
          fillHighlights: true,
          continuousHighlight: true,
          atomHighlightsAreCircles: true,
        }),
  };
}

function bondsWithin(mol: MolView, atoms: readonly number[]): number[] {
  if (atoms.length === 0) return [];
  const wanted = new Set(atoms);
  const { bondAtoms, bondCount } = mol.graph;
  const bonds: number[] = [];
  for (let b = 0; b < bondCount; b++) {
    if (wanted.has(bondAtoms[2 * b]!) && wanted.has(bondAtoms[2 * b + 1]!)) bonds.push(b);
  }
  return bonds;
}

function align(mol: MolView, templateText: string): void {
  const template = openMolecule(mol.kit, templateText);
  if (!template.ok) return;
  mol.kit.attempt(() => {
    const { handle } = template.value;
    if (handle.has_coords() === 0) handle.set_new_coords();
    mol.handle.generate_aligned_coords(handle, '{"acceptFailure":true}');
  });
  template.value.close();
}
