import { searchBoxSchema, structureFormatSchema } from "@qinghao/db/receptor-schema";
import { moleculeRoleSchema, receptorReportSchema, receptorSelectionSchema } from "@qinghao/docking/schema";
import { projectIdSchema, receptorIdSchema, uploadIdSchema } from "@qinghao/kernel";
import { z } from "zod";
import { momentSchema, sentenceSchema } from "./paging.ts";

/** A structure's file: an upload, or its text with the name that tells the kind by its ending. */
const structureSource = {
  uploadId: uploadIdSchema.optional(),
  text: z.string().max(8_000_000).optional(),
  fileName: z.string().max(255).optional().meta({ description: "For a text: ends in .pdb, .cif or .pdbqt" }),
};

const choiceSchema = receptorSelectionSchema
  .partial()
  .meta({ description: "Chains, waters, other molecules, pH; what is left out is chosen by rule" });

/** The known ligand: one of the file's own, or a molblock in the receptor's coordinates. */
export const referenceSchema = z.union([
  z.object({ residue: z.string().max(40) }),
  z.object({ molblock: z.string().max(200_000) }),
]);

export const inspectReceptorInput = z.object({
  ...structureSource,
  selection: choiceSchema.default({}),
  reference: referenceSchema.optional().meta({ description: "The known ligand: a copy of it in the file is left out" }),
});

export const pocketSchema = z.object({
  box: searchBoxSchema,
  center: searchBoxSchema.shape.center,
  volume: z.number().meta({ description: "Å³" }),
  burial: z.number().meta({ description: "Of 7 directions, how many are walled on both sides; mean over the pocket" }),
});
export const boundLigandSchema = z.object({
  residue: z.string().meta({ example: "A:STI201" }),
  role: moleculeRoleSchema.meta({
    description: "What molecules of that name mostly are; `ligand` where it is none of the common others",
  }),
  heavyAtoms: z.number().int(),
  box: searchBoxSchema,
  molblock: z.string().meta({ description: "Single bonds only: the file tells no others" }),
});
/** What a structure's file holds and how it would be prepared; nothing is stored. */
export const receptorInspectionSchema = z.object({
  fileName: z.string(),
  format: structureFormatSchema,
  atoms: z.number().int(),
  report: receptorReportSchema.nullable().meta({ description: "Null for PDBQT, which is taken as it is" }),
  center: searchBoxSchema.shape.center.meta({ description: "Mean place of its atoms, Å" }),
  ligands: z.array(boundLigandSchema).meta({
    description:
      "Molecules that may be the known ligand, the likeliest first: by size, but cofactors, glycans, lipids and additives behind all others",
  }),
  reference: z.object({ molblock: z.string(), box: searchBoxSchema }).nullable(),
  structure: z.string().meta({ description: "The prepared receptor as mmCIF" }),
});
export const receptorPocketsSchema = z.object({ pockets: z.array(pocketSchema) });
export type ReceptorPocket = z.infer<typeof pocketSchema>;
export type ReceptorInspection = z.infer<typeof receptorInspectionSchema>;

const targetSchema = z
  .string()
  .max(100)
  .meta({ description: "Concept of the knowledge graph that this is a structure of", example: "HGNC:3236" });

export const registerReceptorInput = z.object({
  projectId: projectIdSchema,
  name: z.string().trim().min(1).max(200),
  ...structureSource,
  selection: choiceSchema.default({}),
  box: searchBoxSchema.optional().meta({ description: "Left out: around the reference" }),
  reference: referenceSchema.optional(),
  target: targetSchema.optional(),
});

export const receptorSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  fileName: z.string(),
  format: structureFormatSchema,
  target: z
    .object({ id: z.string(), name: z.object({ en: z.string().nullable(), zh: z.string().nullable() }) })
    .nullable(),
  box: searchBoxSchema,
  atoms: z.number().int(),
  hasReference: z.boolean(),
  createdAt: momentSchema,
});
export type ReceptorView = z.infer<typeof receptorSchema>;
export const receptorDetailSchema = receptorSchema.extend({
  selection: receptorSelectionSchema.nullable(),
  report: receptorReportSchema.nullable(),
  reference: z.string().nullable().meta({ description: "Molblock" }),
});
export type ReceptorDetail = z.infer<typeof receptorDetailSchema>;

export const receptorIdInput = z.object({ receptorId: receptorIdSchema });
export const listReceptorsInput = z.object({ projectId: projectIdSchema, target: targetSchema.optional() });
export const receptorListSchema = z.object({ receptors: z.array(receptorSchema) });
export const updateReceptorInput = receptorIdInput.extend({
  name: z.string().trim().min(1).max(200).optional(),
  box: searchBoxSchema.optional(),
  target: targetSchema.nullable().optional(),
});

/** A pose in the receptor's coordinates. */
export const poseSchema = z.object({
  /** From 1, in the order of the file or of the ranking. */
  rank: z.number().int(),
  name: z.string().nullable(),
  molblock: z.string(),
  score: z.number().nullable().meta({ description: "kcal/mol" }),
  rmsd: z.number().nullable().meta({ description: "Å to the reference, where it is the same molecule" }),
});
export type PoseView = z.infer<typeof poseSchema>;

export const readPosesInput = receptorIdInput.extend({
  uploadId: uploadIdSchema.optional(),
  text: z.string().max(8_000_000).optional().meta({ description: "SDF" }),
});
export const readPosesSchema = z.object({
  fileName: z.string().nullable().meta({ description: "Null for a text" }),
  poses: z.array(poseSchema),
  failures: z.array(z.object({ row: z.number().int(), reason: sentenceSchema })),
  more: z.boolean().meta({ description: "Whether the file holds more than the first 500 records, which are read" }),
});

export const analysePoseInput = receptorIdInput.extend({
  molblock: z.string().max(200_000),
  theme: z.enum(["light", "dark"]).default("light"),
});

const point = z.tuple([z.number(), z.number(), z.number()]);
export const contactKindSchema = z.enum([
  "hydrogen-bond",
  "salt-bridge",
  "pi-stacking",
  "pi-cation",
  "halogen-bond",
  "metal",
  "hydrophobic",
]);
const flatPoint = z.tuple([z.number(), z.number()]);
const place = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

/** What holds a pose, and whether it is possible. */
export const poseAnalysisSchema = z.object({
  contacts: z.array(
    z.object({
      kind: contactKindSchema,
      residue: z.string().meta({ example: "A:ASP381" }),
      chain: z.string(),
      number: z.number().int(),
      role: z.string(),
      from: point,
      to: point,
      distance: z.number().meta({ description: "Å" }),
      angle: z.number().nullable().meta({ description: "Degrees" }),
    }),
  ),
  diagram: z
    .object({
      width: z.number(),
      height: z.number(),
      ligand: z.object({ svg: z.string(), ...place }),
      residues: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          family: z.enum(["acidic", "basic", "polar", "apolar", "nucleotide", "cofactor", "metal", "water"]),
          ...place,
        }),
      ),
      lines: z.array(
        z.object({
          kind: contactKindSchema,
          from: flatPoint,
          to: flatPoint,
          residue: z.string(),
          distance: z.number(),
          arrow: z.enum(["none", "to-ligand", "to-residue"]),
        }),
      ),
      kinds: z.array(contactKindSchema),
    })
    .meta({ description: "The contacts as a flat picture, pixels" }),
  isValid: z.boolean(),
  checks: z.array(
    z.object({
      id: z.string(),
      passes: z.boolean().nullable().meta({ description: "Null where it does not apply" }),
      value: z.number().nullable(),
      unit: z.string(),
    }),
  ),
  buried: z.number().meta({ description: "Share of the ligand's surface that the receptor covers, 0 to 1" }),
  rmsd: z.number().nullable().meta({ description: "Å to the reference, where it is the same molecule" }),
});
export type PoseAnalysis = z.infer<typeof poseAnalysisSchema>;
