import type { PatientRecord } from "@qinghao/clinical";
import type { Eligibility, Verdict } from "../criteria/verdict.schema.ts";

export const lintCodes = [
  "empty-range",
  "empty-window",
  "implausible-unit",
  "implausible-value",
  "unknown-concept",
  "unknown-term",
  "contradiction",
  "redundant",
  "exclusion-restates-inclusion",
  "negated-exclusion",
] as const;
export type LintCode = (typeof lintCodes)[number];

/** A made-up patient who shows what is wrong, with what the engine says of the criteria at issue. */
export type Witness = {
  readonly record: PatientRecord;
  readonly asOf: string;
  readonly verdicts: readonly { readonly criterion: string; readonly verdict: Verdict["verdict"] }[];
  readonly eligible: Eligibility;
};

/** One remark on a document. `error`: nobody can be eligible, or nothing can be compared; `warning`: probably not meant. */
export type LintFinding = {
  readonly code: LintCode;
  readonly severity: "error" | "warning" | "note";
  /** Ids of the criteria at issue; the one to change comes first. */
  readonly criteria: readonly string[];
  readonly message: { readonly en: string; readonly zh: string };
  readonly witness: Witness | null;
};

export const severities: Readonly<Record<LintCode, LintFinding["severity"]>> = {
  "empty-range": "error",
  "empty-window": "error",
  "implausible-unit": "error",
  "implausible-value": "warning",
  "unknown-concept": "warning",
  "unknown-term": "warning",
  contradiction: "error",
  redundant: "note",
  "exclusion-restates-inclusion": "warning",
  "negated-exclusion": "note",
};
