import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const trials = path.resolve(import.meta.dirname, "../../../../shared/datasets/trials");
export const hasRankData = existsSync(path.join(trials, "patient_to_trial"));

/** A registry record as far as ranking reads it. */
export type TrialText = {
  readonly id: string;
  readonly conditions: readonly string[];
  readonly title: string;
  /** Eligibility text with its headings. */
  readonly criteria: string;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly sex: "all" | "female" | "male";
};

const lines = (file: string): Record<string, unknown>[] =>
  gunzipSync(readFileSync(path.join(trials, file)))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const years = (value: unknown): number | null => (typeof value === "number" && value > 0 && value < 120 ? value : null);

/** Every trial whose text is among the shared data, by registry number. The richest record of a trial wins. */
export function readTrials(): Map<string, TrialText> {
  const found = new Map<string, TrialText>();
  for (const row of lines("criteria_split/trials_parsed.ndjson.gz")) {
    const id = String(row.nct_id);
    found.set(id, {
      id,
      conditions: [],
      title: "",
      criteria: sections(texts(row.inclusion), texts(row.exclusion)),
      minimumAge: years(row.minimum_age),
      maximumAge: years(row.maximum_age),
      sex: row.gender === "F" ? "female" : row.gender === "M" ? "male" : "all",
    });
  }
  for (const row of lines("ctgov_eligibility_top.ndjson.gz")) {
    const id = String(row.nctId);
    const known = found.get(id);
    found.set(id, {
      id,
      conditions: texts(row.conditions),
      title: "",
      criteria: String(row.criteria ?? ""),
      minimumAge: known?.minimumAge ?? null,
      maximumAge: known?.maximumAge ?? null,
      sex: known?.sex ?? "all",
    });
  }
  for (const row of lines("ctgov_records/studies_v2.ndjson.gz")) {
    const record = ofRecord(row.protocolSection as Record<string, Record<string, unknown>> | undefined);
    if (record !== null) found.set(record.id, record);
  }
  return found;
}

function ofRecord(protocol: Record<string, Record<string, unknown>> | undefined): TrialText | null {
  const eligibility = protocol?.eligibilityModule;
  const id = protocol?.identificationModule?.nctId;
  if (eligibility === undefined || typeof id !== "string") return null;
  const age = (value: unknown) => years(Number.parseFloat(String(value ?? "")));
  const sex = String(eligibility.sex ?? "ALL").toLowerCase();
  return {
    id,
    conditions: texts(protocol?.conditionsModule?.conditions),
    title: String(protocol?.identificationModule?.briefTitle ?? ""),
    criteria: String(eligibility.eligibilityCriteria ?? ""),
    minimumAge: age(eligibility.minimumAge),
    maximumAge: age(eligibility.maximumAge),
    sex: sex === "female" || sex === "male" ? sex : "all",
  };
}

const sections = (inclusion: readonly string[], exclusion: readonly string[]): string =>
  `Inclusion Criteria:\n\n${inclusion.map((one) => `- ${one}`).join("\n")}\n\nExclusion Criteria:\n\n${exclusion.map((one) => `- ${one}`).join("\n")}`;

export const rankSets = ["sigir", "trec_2021", "trec_2022"] as const;
export type RankSet = (typeof rankSets)[number];
/** How the assessors judged a trial for a patient. */
export type Grade = "not relevant" | "excluded" | "eligible";
export type Query = {
  readonly id: string;
  readonly note: string;
  readonly judged: readonly { id: string; grade: Grade }[];
};

/** Queries of one collection with the judged trials. */
export function readQueries(set: RankSet): Query[] {
  const folder = path.join(trials, "patient_to_trial", set);
  const grades: readonly Grade[] = ["not relevant", "excluded", "eligible"];
  const judged = new Map<string, { id: string; grade: Grade }[]>();
  for (const line of gunzipSync(readFileSync(path.join(folder, "qrels.tsv.gz")))
    .toString("utf8")
    .split("\n")
    .slice(1)) {
    const [query, id, score] = line.split("\t");
    const grade = grades[Number(score)];
    if (query === undefined || id === undefined || grade === undefined) continue;
    judged.set(query, [...(judged.get(query) ?? []), { id, grade }]);
  }
  return readFileSync(path.join(folder, "queries.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { _id: string; text: string })
    .map(({ _id, text }) => ({ id: _id, note: text, judged: judged.get(_id) ?? [] }));
}
