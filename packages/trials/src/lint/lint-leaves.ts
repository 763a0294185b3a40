import type { CriteriaDocument, Criterion } from "../criteria/document.schema.ts";
import type { ConceptRef } from "../criteria/ranges.schema.ts";
import { kindOf } from "../criteria/registry.ts";
import type { Leaf, Temporal } from "../criteria/tree.schema.ts";
import { windowAt } from "../evaluate/day-window.ts";
import { offsetText } from "../explain/words.ts";
import type { Terminology } from "../terminology.ts";
import { axisOf } from "./axis.ts";
import { witnessOf } from "./examine.ts";
import { type LintFinding, severities } from "./finding.ts";
import { leavesOf } from "./literals.ts";
import { lintDay } from "./made-up-patient.ts";

/** What is odd about single leaves: limits, units, terms, windows. */
export function lintLeaves(document: CriteriaDocument, terminology: Terminology): LintFinding[] {
  return document.criteria.flatMap((criterion) =>
    leavesOf(criterion.tree).flatMap((leaf) => [
      ...ownWarnings(leaf, criterion, document, terminology),
      ...emptyWindow(leaf, criterion),
      ...unknownConcepts(leaf, criterion, terminology),
    ]),
  );
}

function ownWarnings(
  leaf: Leaf | Temporal,
  criterion: Criterion,
  document: CriteriaDocument,
  terminology: Terminology,
): LintFinding[] {
  if (leaf.kind === "temporal") return [];
  return kindOf(leaf)
    .lint(leaf, terminology)
    .map(({ code, en, zh }) => {
      // A patient at the limit itself: who should satisfy it if anybody did.
      const patients = code === "empty-range" ? axisOf(leaf, terminology) : null;
      const [patient] = patients?.patients(patients.limits) ?? [];
      return {
        code,
        severity: severities[code],
        criteria: [criterion.id],
        message: { en, zh },
        witness: patient === undefined ? null : witnessOf(patient, [criterion], document, terminology),
      };
    });
}

/** Ids that the terminology does not know: a typing error, or a concept of another edition. */
function unknownConcepts(leaf: Leaf | Temporal, criterion: Criterion, terminology: Terminology): LintFinding[] {
  const unknown = refsOf(leaf).filter(({ id }) => !terminology.has(id));
  return [...new Map(unknown.map((ref) => [ref.id, ref])).values()].map((ref) => {
    const [en, zh] = [ref.en ?? ref.zh ?? ref.id, ref.zh ?? ref.en ?? ref.id];
    return {
      code: "unknown-concept",
      severity: severities["unknown-concept"],
      criteria: [criterion.id],
      message: {
        en: `The terminology does not know ${ref.id} (“${en}”): only records that carry this very code can satisfy it.`,
        zh: `术语库中没有 ${ref.id}（“${zh}”），只有直接使用该编码的病历才能满足。`,
      },
      witness: null,
    };
  });
}

function refsOf(leaf: Leaf | Temporal): readonly ConceptRef[] {
  const set = "concepts" in leaf ? leaf.concepts : undefined;
  return [
    ...(set === undefined ? [] : [...set.of, ...(set.except ?? [])]),
    ...("item" in leaf ? [leaf.item] : []),
    ...("gene" in leaf ? [leaf.gene] : []),
    ...(leaf.kind === "measurement" && leaf.expression.type === "ratio" ? [leaf.expression.to] : []),
  ];
}

function emptyWindow(leaf: Leaf | Temporal, criterion: Criterion): LintFinding[] {
  if (!("when" in leaf) || leaf.when === undefined) return [];
  const { from, to } = windowAt(leaf.when, lintDay, "measurement");
  if (from <= to && from <= lintDay) return [];
  const { from: first, to: last } = leaf.when;
  const text = (language: "en" | "zh") => {
    const say = (en: string, zh: string) => (language === "zh" ? zh : en);
    const bound = (offset: typeof first) => (offset === undefined ? "0" : offsetText(offset.value, offset.unit, say));
    return say(
      `The time from ${bound(first)} to ${bound(last)} relative to the index date holds no day that a record can show.`,
      `相对基准日从${bound(first)}到${bound(last)}的时间段内没有病历可以记录的日期。`,
    );
  };
  return [
    {
      code: "empty-window",
      severity: severities["empty-window"],
      criteria: [criterion.id],
      message: { en: text("en"), zh: text("zh") },
      witness: null,
    },
  ];
}
