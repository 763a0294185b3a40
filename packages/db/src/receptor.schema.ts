import { z } from "zod";

/** Kinds of files that receptors are read from. */
export const structureFormatSchema = z.enum(["pdb", "mmcif", "pdbqt"]);
export type StructureFormat = z.infer<typeof structureFormatSchema>;

const triple = z.tuple([z.number(), z.number(), z.number()]);

/** The part of space that poses are searched in, Å; sides from 4 to 60 Å. */
export const searchBoxSchema = z.object({
  center: triple,
  size: z.tuple([z.number().min(4).max(60), z.number().min(4).max(60), z.number().min(4).max(60)]),
});
export type SearchBox = z.infer<typeof searchBoxSchema>;
