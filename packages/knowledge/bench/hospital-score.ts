import { readFileSync } from "node:fs";
import path from "node:path";
import { type Knowledge, link } from "@qinghao/knowledge";
import type { ConceptKind } from "@qinghao/knowledge/schema";
import { share, tableRows } from "./open-packs.ts";

const kindsOf: Record<string, readonly ConceptKind[]> = {
  disease: ["disease", "phenotype"],
  drug: ["drug", "drug-class"],
  lab: ["lab"],
  stop: ["disease", "phenotype", "drug", "lab"],
};

export type HospitalMiss = {
  text: string;
  kind: string;
  expected: string;
  answered: string | null;
  name: string | null;
};

/** Answers top-1 for the strings of a table, per kind: the first mention's concept is one of the expected. */
export function scoreStrings(knowledge: Knowledge, file: string) {
  const rows = tableRows(readFileSync(path.join(import.meta.dirname, file), "utf8"));
  const counts: Record<string, { strings: number; right: number }> = {};
  const misses: HospitalMiss[] = [];
  for (const { text, kind, expected, expected_names } of rows) {
    const mentions = link(knowledge, text!, { kinds: kindsOf[kind!]!, lang: "auto" });
    const first = mentions.find(({ concept }) => concept !== null) ?? null;
    const wanted = expected!.split("|");
    const isRight =
      kind === "stop"
        ? first === null && mentions.some(({ stop }) => stop !== null)
        : first?.concept != null && isOneOf(knowledge, first.concept, wanted);
    counts[kind!] ??= { strings: 0, right: 0 };
    const count = counts[kind!]!;
    count.strings++;
    if (isRight) count.right++;
    else {
      const answered = first?.concept ?? null;
      const name = answered === null ? null : knowledge.preferredName(answered, "en").text;
      misses.push({ text: text!, kind: kind!, expected: `${expected} ${expected_names}`, answered, name });
    }
  }
  const right = rows.length - misses.length;
  return { strings: rows.length, right, top1: share(right, rows.length), perKind: counts, misses };
}

/** The concept is expected, or carries an expected identifier. */
function isOneOf(knowledge: Knowledge, concept: string, wanted: readonly string[]): boolean {
  if (wanted.includes(concept)) return true;
  return knowledge.concept(concept).xrefs.some(({ system, value }) => wanted.includes(`${system}:${value}`));
}
