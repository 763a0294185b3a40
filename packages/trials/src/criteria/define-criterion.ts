import type { FactKind } from "@qinghao/clinical";
import type { z } from "zod";
import type { ConceptMembers } from "../evaluate/concept-members.ts";
import type { Candidate } from "../evaluate/count-truth.ts";
import type { Outcome } from "../evaluate/outcome.ts";
import type { PreparedRecord } from "../evaluate/prepared-record.ts";
import type { Words } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";

/** Facts that a leaf reads: a kind and its concepts (null: any), or the person's own row. */
export type Touch = { readonly kind: FactKind; readonly members: ConceptMembers | null } | { readonly kind: "person" };

/** A leaf made ready for any number of records: code sets resolved, units converted. */
export type CompiledLeaf = {
  readonly touches: readonly Touch[];
  judge(record: PreparedRecord): Outcome;
  /** Dated events that satisfy the leaf; for leaves that may be related in time. */
  events?(record: PreparedRecord): readonly Candidate[];
  /** Whether silence about these events is an answer in this record. */
  isSilenceNo?(record: PreparedRecord): boolean;
};

/** Something odd about one leaf, in both languages. */
export type LeafWarning = {
  readonly code: "empty-range" | "implausible-unit" | "implausible-value" | "unknown-concept" | "unknown-term";
  readonly en: string;
  readonly zh: string;
};

/** A criterion kind: one folder, one line of the registry. Every engine, form, lint and sentence derives from it. */
export type CriterionKind<L> = {
  readonly kind: string;
  readonly schema: z.ZodType<L>;
  compile(leaf: L, terminology: Terminology): CompiledLeaf;
  lint(leaf: L, terminology: Terminology): readonly LeafWarning[];
  /** The leaf as a clause: "age is at least 18 years". */
  explain(leaf: L, words: Words): string;
  /** What to ask for where it is missing, as a noun phrase: "serum creatinine". */
  subject(leaf: L, words: Words): string;
  /** Concept that is missing when nothing is on record; null where a person judges. */
  item(leaf: L): string | null;
  readonly examples: readonly L[];
};

export const defineCriterion = <L>(kind: CriterionKind<L>): CriterionKind<L> => kind;
