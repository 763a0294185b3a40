import { z } from "zod";
import { conceptKindSchema, languageSchema } from "../schema.ts";

const conceptId = z
  .string()
  .trim()
  .regex(/^[A-Z][A-Za-z0-9]*:\S{1,200}$/, "expected an id such as MONDO:0005233");
const ownConceptId = z
  .string()
  .trim()
  .regex(/^OWN:[A-Za-z0-9._-]{1,80}$/, "expected OWN: and letters, digits, dots, dashes or underscores");
const words = z.string().trim().min(1).max(500);
const note = z.string().trim().max(1000).nullable().default(null);

/** A concept that the shipped packs do not hold. */
export const projectConceptSchema = z.object({
  entry: z.literal("concept"),
  concept: ownConceptId,
  kind: conceptKindSchema.exclude(["code"]),
  text: words,
  language: languageSchema,
  /** The more general concept that it stands under. */
  parent: conceptId.nullable().default(null),
  note,
});

/** A further name of a concept, shipped or the project's own. */
export const projectNameSchema = z.object({
  entry: z.literal("name"),
  concept: conceptId,
  text: words,
  language: languageSchema,
  role: z.enum(["synonym", "abbreviation", "brand", "development-code"]),
  note,
});

/** A code of a site's own system and what it means: `broader` when the code covers more than the concept. */
export const projectCodeSchema = z.object({
  entry: z.literal("code"),
  system: z
    .string()
    .trim()
    .regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, "expected lower-case letters, digits, dots and dashes"),
  code: z.string().trim().min(1).max(100).regex(/^\S+$/, "a code holds no spaces"),
  text: words,
  language: languageSchema,
  concept: conceptId,
  relation: z.enum(["exact", "broader", "narrower"]),
  note,
});

/** What a project adds to the knowledge of the shipped packs. */
export const projectEntrySchema = z.discriminatedUnion("entry", [
  projectConceptSchema,
  projectNameSchema,
  projectCodeSchema,
]);
export type ProjectEntry = z.infer<typeof projectEntrySchema>;
