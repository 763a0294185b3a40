import { z } from "zod";

/** What standardising did: `metal` bonds cut, a `group` rewritten, a `proton` moved, smaller `fragment`s dropped, charges `neutralised`. */
export const standardChangeSchema = z.enum(["metal", "group", "proton", "fragment", "neutralised"]);
export type StandardChange = z.infer<typeof standardChangeSchema>;

export const standardMoleculeSchema = z.object({
  /** Canonical isomeric SMILES of the parent. */
  smiles: z.string(),
  inchi: z.string(),
  inchikey: z.string().length(27),
  /** Hill order. */
  formula: z.string(),
  /** g/mol */
  molWeight: z.number(),
  heavyAtoms: z.number().int(),
  changes: z.array(standardChangeSchema),
  /** The SMILES that was given, or that of the molblock that was given. */
  inputSmiles: z.string(),
});
export type StandardMolecule = z.infer<typeof standardMoleculeSchema>;

export const fileFormatSchema = z.enum(["smiles", "csv", "tsv", "sdf"]);
export type FileFormat = z.infer<typeof fileFormatSchema>;

export const fileEncodingSchema = z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]);
export type FileEncoding = z.infer<typeof fileEncodingSchema>;

export const columnPreviewSchema = z.object({
  name: z.string(),
  /** Up to five values. */
  sample: z.array(z.string()),
  looksLike: z.enum(["smiles", "name", "number", "text"]),
});
export type ColumnPreview = z.infer<typeof columnPreviewSchema>;

export const detectedFormatSchema = z.object({
  format: fileFormatSchema,
  gzip: z.boolean(),
  encoding: fileEncodingSchema,
  /** Only for csv, tsv and smiles files. */
  delimiter: z.string().optional(),
  hasHeader: z.boolean().optional(),
  columns: z.array(columnPreviewSchema).optional(),
});
export type DetectedFormat = z.infer<typeof detectedFormatSchema>;

/** Which column holds what, by header name or by zero-based position. */
export const columnMappingSchema = z.object({
  structure: z.union([z.string(), z.number().int().nonnegative()]),
  name: z.union([z.string(), z.number().int().nonnegative()]).optional(),
  /** Further columns to keep; all others when absent. */
  fields: z.array(z.string()).optional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const depictionThemeSchema = z.enum(["light", "dark", "print"]);
export type DepictionTheme = z.infer<typeof depictionThemeSchema>;

/** Kinds of fingerprints, see `computeFingerprint`; `pattern` screens substructure queries. */
export const fingerprintKindSchema = z.enum(["morgan2", "atompair", "torsion", "rdkit", "maccs", "pattern"]);
export type FingerprintKind = z.infer<typeof fingerprintKindSchema>;
