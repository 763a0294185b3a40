import { projectIdSchema } from "@qinghao/kernel";
import { projectEntrySchema } from "@qinghao/knowledge/project-schema";
import {
  conceptKindSchema,
  languageSchema,
  predicateSchema,
  sourceInfoSchema,
  termRoleSchema,
} from "@qinghao/knowledge/schema";
import { z } from "zod";
import { momentSchema, pageInput, pageOf, sentenceSchema } from "./paging.ts";

const conceptId = z.string().min(3).max(300).meta({ description: "Concept id", example: "MONDO:0005233" });
/** With a project, its own concepts, names and codes are seen too. */
const inProject = { projectId: projectIdSchema.optional() };
const sourceId = z.string().meta({ description: "Source, described by /knowledge/sources", example: "mondo" });

/** A concept with its names, as it stands in lists. */
export const conceptRefSchema = z.object({
  id: z.string(),
  kind: conceptKindSchema,
  name: z.object({ en: z.string().nullable(), zh: z.string().nullable() }),
});
export type ConceptRef = z.infer<typeof conceptRefSchema>;

export const sourceViewSchema = sourceInfoSchema.extend({
  pack: z.string().meta({ description: "core, share-alike or project" }),
  counts: z.object({ concepts: z.number().int(), names: z.number().int(), relations: z.number().int() }),
});
export const sourceListSchema = z.object({
  packs: z.array(
    z.object({ name: z.string(), version: z.string(), concepts: z.number().int(), names: z.number().int() }),
  ),
  sources: z.array(sourceViewSchema),
});

export type SourceList = z.infer<typeof sourceListSchema>;

export const searchConceptsInput = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .meta({ description: "Name, synonym, pinyin initials, code, InChIKey or NCT id" }),
  kinds: z.array(conceptKindSchema).max(20).optional(),
  limit: z.number().int().min(1).max(100).default(20),
  ...inProject,
});
export const conceptHitSchema = conceptRefSchema.extend({
  matched: z.object({
    text: z.string(),
    language: languageSchema.nullable(),
    role: z.string().meta({ description: "Role of the name, or identifier" }),
    source: sourceId,
    ranges: z
      .array(z.tuple([z.number().int(), z.number().int()]))
      .meta({ description: "What to highlight, in UTF-16 units" }),
  }),
  score: z.number(),
});
export type ConceptHit = z.infer<typeof conceptHitSchema>;
export const conceptHitsSchema = z.object({ hits: z.array(conceptHitSchema), tookMs: z.number() });

export const conceptInput = z.object({ id: conceptId, ...inProject });
export const codeLinkSchema = z.object({
  system: z.string().meta({ example: "icd10-cn" }),
  code: z.string(),
  title: z.object({ en: z.string().nullable(), zh: z.string().nullable() }),
  relation: z.enum(["exact", "broader", "narrower", "candidate"]),
  id: z.string(),
  source: sourceId,
  detail: z.record(z.string(), z.string()),
});
export const conceptViewSchema = conceptRefSchema.extend({
  names: z.array(
    z.object({
      text: z.string(),
      language: languageSchema,
      role: termRoleSchema,
      usable: z.boolean().meta({ description: "False: shown, but no automatic decision rests on it" }),
      source: sourceId,
    }),
  ),
  codes: z.array(codeLinkSchema),
  identifiers: z.array(
    z.object({ system: z.string(), value: z.string(), url: z.string().nullable(), source: sourceId }),
  ),
  parents: z.array(conceptRefSchema),
  children: pageOf(conceptRefSchema).meta({ description: "The first 200 directly below" }),
  /** All above, nearest first, with the number of steps. */
  ancestors: z.array(conceptRefSchema.extend({ steps: z.number().int() })),
  descendants: z.number().int(),
  relations: z.array(
    z.object({ predicate: predicateSchema, direction: z.enum(["out", "in"]), count: z.number().int() }),
  ),
  sources: z.array(sourceInfoSchema),
});
export type ConceptView = z.infer<typeof conceptViewSchema>;

export const neighboursInput = z.object({
  id: conceptId,
  predicate: predicateSchema.optional(),
  direction: z.enum(["out", "in", "both"]).default("both"),
  ...pageInput,
  ...inProject,
});
export const relationSchema = z.object({
  predicate: predicateSchema,
  direction: z.enum(["out", "in"]),
  concept: conceptRefSchema,
  source: sourceId,
  detail: z.record(z.string(), z.string()),
});
export type RelationView = z.infer<typeof relationSchema>;
export const relationPageSchema = pageOf(relationSchema);

export const graphInput = z.object({
  id: conceptId,
  predicates: z.array(predicateSchema).max(20).optional(),
  kinds: z.array(conceptKindSchema).max(20).optional(),
  limit: z.number().int().min(10).max(400).default(200).meta({ description: "Most concepts to return" }),
  ...inProject,
});
export const graphSchema = z.object({
  nodes: z.array(conceptRefSchema.extend({ steps: z.number().int() })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), predicate: predicateSchema, source: sourceId })),
  omitted: z.number().int().meta({ description: "Neighbours left out beyond the limit" }),
  omittedEdges: z.number().int().meta({ description: "Relations between the returned concepts that are left out" }),
});
export type ConceptGraph = z.infer<typeof graphSchema>;

export const expandInput = z.object({
  id: conceptId,
  system: z.string().min(2).max(60).meta({ example: "icd10-cn" }),
  ...inProject,
});
export const expandedCodeSchema = z.object({
  code: z.string(),
  id: z.string(),
  title: z.object({ en: z.string().nullable(), zh: z.string().nullable() }),
  relation: z.string().meta({ description: "How the code stands to the concept" }),
  reasons: z.array(z.string()).meta({ description: "Steps from the concept to the code, each with its source" }),
  source: sourceId.meta({ description: "Who states the last step, or defines the code where there is none" }),
});
export const expansionSchema = z.object({
  concept: conceptRefSchema,
  system: z.string(),
  codes: z.array(expandedCodeSchema),
  broader: z.array(expandedCodeSchema).meta({ description: "Cover more than the concept: not part of the set" }),
  candidates: z.array(expandedCodeSchema).meta({ description: "For a person to judge: not part of the set" }),
  excluded: z.array(expandedCodeSchema).meta({ description: "Taken out by exclusion notes of the code system" }),
});
export type ExpandedCode = z.infer<typeof expandedCodeSchema>;
export type ExpansionView = z.infer<typeof expansionSchema>;

export const linkTextsInput = z.object({
  texts: z.array(z.string().max(10_000)).min(1).max(1000),
  lang: z.enum(["en", "zh", "auto"]).default("auto"),
  kinds: z.array(conceptKindSchema).max(20).optional(),
  ...inProject,
});
export const mentionSchema = z.object({
  start: z.number().int(),
  end: z.number().int(),
  matched: z.string(),
  concept: conceptRefSchema.nullable(),
  score: z.number(),
  candidates: z.array(z.object({ concept: conceptRefSchema, score: z.number(), reason: z.string() })),
  qualifiers: z.array(z.object({ kind: z.string(), text: z.string(), start: z.number().int(), end: z.number().int() })),
});
export type MentionView = z.infer<typeof mentionSchema>;
export const linkedTextsSchema = z.object({ texts: z.array(z.object({ mentions: z.array(mentionSchema) })) });

const drugRelation = z.object({
  drug: conceptRefSchema,
  action: z.string().nullable(),
  phase: z.number().nullable().meta({ description: "Highest clinical phase of the drug, 4 = approved" }),
  source: sourceId,
});
/** A gene or protein family as a drug target. */
export const targetViewSchema = z.object({
  target: conceptRefSchema,
  uniprot: z.array(z.string()),
  families: z.array(conceptRefSchema),
  pathways: z.array(relationSchema),
  drugs: z.array(drugRelation),
  diseases: z.array(relationSchema),
  evidence: z.array(relationSchema),
  /** Compounds of the project whose InChIKey is that of one of the drugs. */
  compounds: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), inchikey: z.string(), drug: conceptRefSchema }),
  ),
  /** Receptors of the project that are structures of the target. */
  structures: z.array(z.object({ id: z.string(), name: z.string(), fileName: z.string(), createdAt: momentSchema })),
  sources: z.array(sourceInfoSchema),
});
export type TargetView = z.infer<typeof targetViewSchema>;
export const drugViewSchema = z.object({
  drug: conceptRefSchema,
  inchikey: z.string().nullable(),
  smiles: z.object({ text: z.string(), from: z.string() }).nullable(),
  targets: z.array(relationSchema),
  indications: z.array(relationSchema),
  interactions: z.array(relationSchema).meta({ description: "A dated demonstration, never a basis for treatment" }),
  trials: pageOf(relationSchema),
  classes: z.array(conceptRefSchema),
  compound: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  sources: z.array(sourceInfoSchema),
});
export type DrugView = z.infer<typeof drugViewSchema>;

export const projectKnowledgeInput = z.object({ projectId: projectIdSchema });
export const storedEntrySchema = z.object({
  id: z.string(),
  entry: projectEntrySchema,
  createdAt: momentSchema,
  dangling: z.boolean().meta({ description: "True when it points at a concept that no pack defines" }),
});
export const projectKnowledgeSchema = z.object({ entries: z.array(storedEntrySchema) });
export const addKnowledgeInput = z.object({
  projectId: projectIdSchema,
  entries: z.array(projectEntrySchema).min(1).max(10_000),
});
export const importKnowledgeInput = z.object({
  projectId: projectIdSchema,
  table: z.string().max(20_000_000).meta({ description: "Tab-separated table with a header line" }),
});
export const importedKnowledgeSchema = z.object({
  added: z.number().int(),
  present: z.number().int(),
  refused: z.array(z.object({ line: z.number().int(), text: z.string(), reason: sentenceSchema })),
});
export const removeKnowledgeInput = z.object({
  projectId: projectIdSchema,
  ids: z.array(z.string()).min(1).max(10_000),
});
export const removedKnowledgeSchema = z.object({ removed: z.number().int() });
