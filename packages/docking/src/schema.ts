import { z } from "zod";

/** Which atoms of a structure become the receptor, and how they are protonated. */
export const receptorSelectionSchema = z.object({
  /** Chains to keep, by the author's names; all when absent. */
  chains: z.array(z.string()).optional(),
  /** Waters to keep: none or all; single ones can be named in `keepHetero`. */
  waters: z.enum(["drop", "keep"]).default("drop"),
  /** Residues to leave out, such as the ligand itself, as `A:STI201`. */
  drop: z.array(z.string()).default([]),
  /** Further non-polymer residues: those listed stay; metals and ions stay unless dropped. All stay when absent. */
  keepHetero: z.array(z.string()).optional(),
  pH: z.number().min(0).max(14).default(7.4),
  /** States that are set by hand, by residue: `A:HIS57` → `HIP`. */
  states: z.record(z.string(), z.string()).default({}),
  /** Hydrogens to add: those that a hydrogen bond can use, or all. */
  hydrogens: z.enum(["polar", "all"]).default("polar"),
});
export type ReceptorSelection = z.infer<typeof receptorSelectionSchema>;
/** The same before defaults are filled in. */
export type ReceptorChoice = z.input<typeof receptorSelectionSchema>;

/** Why a residue got its protonation state. */
export const protonationReasonSchema = z.enum([
  "ph",
  "by_hand",
  "in_file",
  "disulphide",
  "metal",
  "hydrogen_bonds",
  "shared_proton",
  "terminus",
]);
export type ProtonationReason = z.infer<typeof protonationReasonSchema>;

/** What preparing a receptor found and decided. Residues are written as `A:HIS57`. */
export const receptorReportSchema = z.object({
  chains: z.array(z.object({ chain: z.string(), residues: z.number().int() })),
  /** Non-polymer residues, and whether they stayed. */
  hetero: z.array(
    z.object({
      residue: z.string(),
      kind: z.enum(["water", "ion", "molecule", "nonstandard"]),
      isKept: z.boolean(),
      heavyAtoms: z.number().int(),
    }),
  ),
  missingAtoms: z.array(z.object({ residue: z.string(), atoms: z.array(z.string()) })),
  /** Neighbours in sequence that no bond joins. */
  gaps: z.array(z.object({ before: z.string(), after: z.string() })),
  alternates: z.array(z.object({ residue: z.string(), chosen: z.string(), left: z.array(z.string()) })),
  protonation: z.array(z.object({ residue: z.string(), state: z.string(), reason: protonationReasonSchema })),
  /** Residues without a template, whose hydrogen bonding is judged by geometry. */
  judged: z.array(z.string()),
  heavyAtoms: z.number().int(),
  hydrogens: z.number().int(),
});
export type ReceptorReport = z.infer<typeof receptorReportSchema>;

/** What a molecule beside the polymers of a structure is: the ligand that one looks for, or what mostly comes with it. */
export const moleculeRoleSchema = z.enum(["ligand", "cofactor", "glycan", "lipid", "additive"]);
export type MoleculeRole = z.infer<typeof moleculeRoleSchema>;

const triple = z.tuple([z.number(), z.number(), z.number()]);

/** The searched part of space, Å. */
export const boxSchema = z.object({ center: triple, size: triple });

/** Energies of one pose, kcal/mol. */
export const poseScoreSchema = z.object({
  total: z.number(),
  intermolecular: z.number(),
  intramolecular: z.number(),
  torsional: z.number(),
  terms: z.record(z.string(), z.number()),
});
