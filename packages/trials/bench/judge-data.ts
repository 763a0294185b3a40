import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { buildKnowledge, packFileOf, standardFolders } from "@qinghao/knowledge/node";
import { rebuildPairs } from "../../../datasets/criteria-judgements/rebuild.ts";
import type { CriterionType, JudgeLabel, Silence } from "../src/judge/judge.schema.ts";

/** One pair of the physicians' annotation: a note, a criterion, their label and their sentences. */
export type Annotation = {
  readonly id: number | string;
  readonly patient: string;
  readonly note: string;
  readonly criterion: string;
  readonly type: CriterionType;
  readonly label: JudgeLabel;
  readonly sentences: readonly number[];
  /** How whoever labelled read a silent note: the physicians left it open, the reader of our own pairs did not. */
  readonly silence: Silence;
  /** What GPT-4 answered in the publication; read for comparison only. */
  readonly gpt4: JudgeLabel;
};
export type SplitPart = "development" | "test";

const file = path.resolve(
  import.meta.dirname,
  "../../../../shared/datasets/trials/trialgpt_criterion_annotations.json",
);

/**
 * The split under which the judge was first scored, fixed before anything of the data was read: the parity of a hash of
 * the patient's id. Both parts serve for development now; it is kept to show how far the two lie apart.
 */
export const formerSplit = "sha256('qinghao-judge:' + patient_id), first byte even: development, odd: test";
export const partOf = (patient: string): SplitPart =>
  createHash("sha256").update(`qinghao-judge:${patient}`).digest()[0]! % 2 === 0 ? "development" : "test";

/** All annotations that are here. Null where the data are not. */
export function readAnnotations(): Annotation[] | null {
  if (!existsSync(file)) return null;
  const rows: Record<string, unknown>[] = JSON.parse(readFileSync(file, "utf8"));
  return rows.map((row) => ({
    id: row.annotation_id as number | string,
    patient: String(row.patient_id),
    note: String(row.note),
    criterion: typeof row.criterion_text === "string" ? row.criterion_text : "",
    type: row.criterion_type as CriterionType,
    label: row.expert_eligibility as JudgeLabel,
    gpt4: row.gpt4_eligibility as JudgeLabel,
    sentences: sentenceNumbers(row.expert_sentences),
    silence: "open",
  }));
}

/** Halves of datasets/criteria-judgements that serve development, and those that only sums are looked at of. */
export const openHalves: readonly string[] = ["a", "c", "e", "f"];
export const sealedHalves = ["b", "d"] as const;

export type OwnPair = Omit<Annotation, "gpt4"> & { readonly half: string };

/** The pairs of datasets/criteria-judgements that serve development. Null where their texts are not here. */
export async function readOpenPairs(): Promise<OwnPair[] | null> {
  const pairs = await rebuildPairs(path.dirname(file));
  return (
    pairs
      ?.filter(({ half }) => openHalves.includes(half))
      .map(({ id, patient, note, criterion, type, label, sentences, half }) => ({
        id,
        patient,
        note,
        criterion,
        type,
        label: label as JudgeLabel,
        sentences,
        silence: "speaks" as const,
        half,
      })) ?? null
  );
}

const sentenceNumbers = (written: unknown): number[] =>
  (Array.isArray(written) ? written : (String(written ?? "").match(/\d+/g) ?? [])).map(Number);

/** The packs that QINGHAO_KNOWLEDGE names, else those of the set-up. */
export async function openBenchKnowledge(): Promise<Knowledge> {
  const folder = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
  return openKnowledge(
    (["core", "share-alike"] as const).map((name) => new KnowledgePack(readFileSync(packFileOf(folder, name)))),
  );
}
