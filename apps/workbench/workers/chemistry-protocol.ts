import type { WireError } from "@qinghao/kernel";

export type DepictionTheme = "light" | "dark" | "print";
/** Red, green and blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

export type DepictionRequest = {
  /** SMILES or molblock. */
  readonly text: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: DepictionTheme;
  /** Length of a bond in pixels; it shrinks where there is no room. Structures of different size then look alike. */
  readonly bondLength: number;
  /** Highlight colour by atom index, in the atom order of `text`. */
  readonly atomColours?: Readonly<Record<number, Rgb>>;
};

/** An SVG document, or why there is none. */
export type DepictionReply = { readonly svg: string } | { readonly error: WireError };

export type ThumbnailRequest = DepictionRequest & {
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  /** Width of a bond's line, CSS pixels. */
  readonly lineWidth: number;
};
/** The pixels of a drawing on a transparent ground, or why there are none. */
export type ThumbnailReply = { readonly bitmap: ImageBitmap } | { readonly error: WireError };

/** A drawn or pasted structure after standardising, with what follows from it alone. */
export type StructureAnalysis = {
  /** Canonical isomeric SMILES of the parent structure. */
  readonly smiles: string;
  readonly inchi: string;
  readonly inchikey: string;
  readonly formula: string;
  /** g/mol */
  readonly molWeight: number;
  readonly heavyAtoms: number;
  /** What standardising changed: `fragment`, `neutralised`, … */
  readonly changes: readonly string[];
  /** RDKit descriptors by name. */
  readonly descriptors: Readonly<Record<string, number>>;
};

/** The methods of the chemistry worker. */
export type ChemistryProtocol = {
  depict: { params: { items: readonly DepictionRequest[] }; result: readonly DepictionReply[] };
  /** The same drawings as pixels: a table shows many at once, and pixels cost its page nothing to decode. */
  thumbnails: { params: { items: readonly ThumbnailRequest[] }; result: readonly ThumbnailReply[] };
  analyse: { params: { text: string }; result: StructureAnalysis };
  /** What an editor should load: a molblock with 2D coordinates, or the text itself where a flat drawing would change it. */
  layout: { params: { text: string }; result: { structure: string } };
  version: { params: null; result: { rdkit: string } };
};
