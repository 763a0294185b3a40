import { z } from "zod";

/** What a concept is. `code` is an entry of a code system that is kept apart and linked (ICD, ATC, procedures). */
export const conceptKinds = [
  "disease",
  "phenotype",
  "gene",
  "family",
  "variant",
  "drug",
  "drug-class",
  "lab",
  "herb",
  "pathway",
  "procedure",
  "trial",
  "code",
  "other",
] as const;
export const conceptKindSchema = z.enum(conceptKinds);
export type ConceptKind = z.infer<typeof conceptKindSchema>;

/** Languages of names; traditional characters are a language of their own because words differ, not only letters. */
export const languages = ["en", "zh-Hans", "zh-Hant"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** What a name is to its concept. Only `preferred` is shown as the concept's name, one per language. */
export const termRoles = [
  "preferred",
  "synonym",
  "abbreviation",
  "brand",
  "development-code",
  "salt",
  "code-title",
  "inclusion-term",
  "related",
  "broader",
  "narrower",
] as const;
export const termRoleSchema = z.enum(termRoles);
export type TermRole = z.infer<typeof termRoleSchema>;

/**
 * Relations between concepts, read "subject predicate object".
 * `is-a` builds the hierarchies. `exact`, `broader`, `narrower` and `candidate` link a code (subject) to a concept
 * (object): `C34.9 broader MONDO:x` means that the code covers more than the concept.
 */
export const predicates = [
  "is-a",
  "exact",
  "broader",
  "narrower",
  "candidate",
  "has-phenotype",
  "associated-with",
  "targets",
  "indicated-for",
  "interacts-with",
  "in-pathway",
  "member-of",
  "mechanism",
  "evidence",
  "tested-in",
  "studies",
  "excludes",
] as const;
export const predicateSchema = z.enum(predicates);
export type Predicate = z.infer<typeof predicateSchema>;

/** Licence class of a source: G free to ship, H unaltered HPO content, S share-alike (a pack apart), own = the project's. */
export const licenceClasses = ["G", "H", "S", "own", "project"] as const;

/** Where names and relations come from; shown beside every fact. */
export const sourceInfoSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string(),
  version: z.string(),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  licence: z.string(),
  licenceClass: z.enum(licenceClasses),
  url: z.string(),
  attribution: z.string(),
});
export type SourceInfo = z.infer<typeof sourceInfoSchema>;

export const packHeaderSchema = z.object({
  format: z.literal("qinghao-knowledge"),
  formatVersion: z.literal(1),
  name: z.string(),
  version: z.string(),
  /** sha256 over everything the pack was built from. */
  builtFrom: z.string(),
  sources: z.array(sourceInfoSchema),
  counts: z.object({
    strings: z.number().int(),
    concepts: z.number().int(),
    terms: z.number().int(),
    edges: z.number().int(),
    xrefs: z.number().int(),
    keys: z.number().int(),
  }),
  xrefSystems: z.array(z.string()),
  sections: z.array(z.object({ name: z.string(), offset: z.number().int(), bytes: z.number().int() })),
});
export type PackHeader = z.infer<typeof packHeaderSchema>;
