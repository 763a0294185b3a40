import { type Knowledge, link } from "@qinghao/knowledge";
import { z } from "zod";
import type { ConceptRef } from "../criteria/ranges.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { trialsErrors } from "../errors.ts";
import { clinicalLeaf } from "./ctml-clinical.ts";
import { genomicLeaf } from "./ctml-genomic.ts";
import { type CtmlWords, joined } from "./ctml-words.ts";
import { addCriterion, emptyTrial, type ImportedTrial } from "./imported-trial.ts";

type Match = { and?: Match[]; or?: Match[]; clinical?: Record<string, unknown>; genomic?: Record<string, unknown> };
const matchSchema: z.ZodType<Match> = z.lazy(() =>
  z.looseObject({
    and: z.array(matchSchema).optional(),
    or: z.array(matchSchema).optional(),
    clinical: z.record(z.string(), z.unknown()).optional(),
    genomic: z.record(z.string(), z.unknown()).optional(),
  }),
);
const withMatch = { match: z.array(matchSchema).optional() };
const armSchema = z.looseObject({
  ...withMatch,
  arm_code: z.union([z.string(), z.number()]).optional(),
  arm_description: z.string().optional(),
  dose_level: z
    .array(z.looseObject({ ...withMatch, level_code: z.union([z.string(), z.number()]).optional() }))
    .optional(),
});
const stepSchema = z.looseObject({
  ...withMatch,
  step_code: z.union([z.string(), z.number()]).optional(),
  arm: z.array(armSchema).optional(),
});
const trialSchema = z.looseObject({
  protocol_no: z.string().optional(),
  protocol_id: z.union([z.string(), z.number()]).optional(),
  nct_id: z.string().optional(),
  long_title: z.string().optional(),
  short_title: z.string().optional(),
  phase: z.string().optional(),
  treatment_list: z.looseObject({ ...withMatch, step: z.array(stepSchema).optional() }).optional(),
});

/**
 * Reads a trial in MatchMiner's CTML (JSON, or YAML parsed by the caller). Every match tree becomes one criterion: those of
 * steps, arms and doses say in their text where they stand; arms are alternatives and are not joined. A key that has no
 * counterpart in the criteria tree stays as text.
 * Errors: `trials.import.invalid`.
 */
export function importCtml(file: unknown, knowledge: Knowledge): ImportedTrial {
  const parsed = trialSchema.safeParse(file);
  if (!parsed.success || parsed.data.treatment_list === undefined) {
    const issue = parsed.error?.issues[0];
    throw trialsErrors.create("import.invalid", {
      format: "CTML",
      where: issue?.path.join(".") ?? "treatment_list",
      problem: issue?.message ?? "is missing",
    });
  }
  const ctml = parsed.data;
  const trial = emptyTrial("ctml");
  trial.id = ctml.nct_id ?? ctml.protocol_no ?? (ctml.protocol_id === undefined ? null : String(ctml.protocol_id));
  trial.title = ctml.long_title ?? ctml.short_title ?? null;
  if (ctml.phase !== undefined) trial.phases = [ctml.phase];
  const words = wordsOf(knowledge);
  const add = (match: readonly Match[] | undefined, where: string) => {
    if (match === undefined || match.length === 0) return;
    const notes: string[] = [];
    const tree = joined(
      "all",
      match.map((one) => treeOfMatch(one, words, notes)),
    );
    addCriterion(trial, "inclusion", `${where}: ${sentence({ and: [...match] })}`, tree, notes);
  };
  const treatment = ctml.treatment_list;
  add(treatment?.match, "Trial");
  for (const step of treatment?.step ?? []) {
    const stepName = `Step ${step.step_code ?? "?"}`;
    add(step.match, stepName);
    for (const arm of step.arm ?? []) {
      const armName = `${stepName}, arm ${arm.arm_code ?? arm.arm_description ?? "?"}`;
      add(arm.match, armName);
      for (const dose of arm.dose_level ?? []) add(dose.match, `${armName}, dose ${dose.level_code ?? "?"}`);
    }
  }
  return trial;
}

/** The boolean structure of a match clause. `leaf` decides what a clinical or genomic part means. */
export function treeOfMatch(match: Match, words: CtmlWords, notes: string[]): Tree {
  const parts: Tree[] = [];
  if (match.and)
    parts.push(
      joined(
        "all",
        match.and.map((one) => treeOfMatch(one, words, notes)),
      ),
    );
  if (match.or)
    parts.push(
      joined(
        "any",
        match.or.map((one) => treeOfMatch(one, words, notes)),
      ),
    );
  if (match.clinical) parts.push(clinicalLeaf(match.clinical, words, notes));
  if (match.genomic) parts.push(genomicLeaf(match.genomic, words, notes));
  return joined("all", parts);
}

function sentence(match: Match): string {
  const of = (list: Match[], word: string) =>
    list
      .map((one) => sentence(one))
      .map((one) => (one.includes(" or ") || one.includes(" and ") ? `(${one})` : one))
      .join(` ${word} `);
  const parts: string[] = [];
  if (match.and) parts.push(of(match.and, "and"));
  if (match.or) parts.push(of(match.or, "or"));
  for (const part of [match.clinical, match.genomic]) {
    if (part)
      parts.push(
        Object.entries(part)
          .map(([key, value]) => `${key} ${String(value)}`)
          .join(", "),
      );
  }
  return parts.join(" and ");
}

function wordsOf(knowledge: Knowledge): CtmlWords {
  const find = (text: string, kinds: readonly ("disease" | "gene" | "family")[]): ConceptRef | null => {
    const id = link(knowledge, text, { kinds }).find(({ concept }) => concept !== null)?.concept;
    return id == null ? null : { id, en: text };
  };
  return { disease: (name) => find(name, ["disease"]), gene: (symbol) => find(symbol, ["gene", "family"]) };
}
