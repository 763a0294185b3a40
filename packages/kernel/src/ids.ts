import { z } from "zod";

declare const brand: unique symbol;
/** A type that is `T` at run time and cannot be mixed up with another `T` at compile time. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type ProjectId = Branded<string, "project">;
export type CompoundId = Branded<string, "compound">;
export type ImportId = Branded<string, "import">;
export type UploadId = Branded<string, "upload">;
export type RunId = Branded<string, "run">;
export type SearchId = Branded<string, "search">;
export type KnowledgeEntryId = Branded<string, "knowledge">;
export type TrialId = Branded<string, "trial">;
export type CampaignId = Branded<string, "campaign">;
export type ReceptorId = Branded<string, "receptor">;
export type CriteriaVersionId = Branded<string, "criteria">;

const prefixes = {
  project: "prj",
  compound: "cmpd",
  import: "imp",
  upload: "upl",
  run: "run",
  search: "srch",
  knowledge: "know",
  trial: "trial",
  criteria: "crit",
  campaign: "cmpn",
  receptor: "rcpt",
} as const;
export type IdKind = keyof typeof prefixes;
type IdOf = {
  project: ProjectId;
  compound: CompoundId;
  import: ImportId;
  upload: UploadId;
  run: RunId;
  search: SearchId;
  knowledge: KnowledgeEntryId;
  trial: TrialId;
  criteria: CriteriaVersionId;
  campaign: CampaignId;
  receptor: ReceptorId;
};

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id such as `cmpd_01h8…`: 9 time characters (sortable by millisecond), then 13 random ones, Crockford base 32. */
export function newId<K extends IdKind>(kind: K, nowMs: number, randomBytes: (count: number) => Uint8Array): IdOf[K] {
  let time = "";
  for (let left = nowMs, i = 0; i < 9; i++, left = Math.floor(left / 32)) time = alphabet[left % 32] + time;
  let random = "";
  for (const byte of randomBytes(13)) random += alphabet[byte & 31];
  return `${prefixes[kind]}_${time}${random}` as IdOf[K];
}

const idSchema = <K extends IdKind>(kind: K) =>
  z
    .string()
    .regex(new RegExp(`^${prefixes[kind]}_[0-9a-z]{6,40}$`), `expected an id that starts with ${prefixes[kind]}_`)
    .transform((id) => id as IdOf[K]);

export const projectIdSchema = idSchema("project");
export const compoundIdSchema = idSchema("compound");
export const importIdSchema = idSchema("import");
export const uploadIdSchema = idSchema("upload");
export const runIdSchema = idSchema("run");
export const searchIdSchema = idSchema("search");
export const knowledgeEntryIdSchema = idSchema("knowledge");
export const trialIdSchema = idSchema("trial");
export const criteriaVersionIdSchema = idSchema("criteria");
export const campaignIdSchema = idSchema("campaign");
export const receptorIdSchema = idSchema("receptor");
