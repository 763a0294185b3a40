import { and, type Truth } from "@qinghao/kernel";
import type { Candidate } from "../../evaluate/count-truth.ts";
import { presenceIn, windowAt } from "../../evaluate/day-window.ts";
import { decided, type Outcome, unknownBecause } from "../../evaluate/outcome.ts";
import { type Judged, pickTruth } from "../../evaluate/pick-truth.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import { phrase } from "../../explain/words.ts";
import type { Terminology } from "../../terminology.ts";
import { emptySet } from "../concept-warnings.ts";
import { type CompiledLeaf, defineCriterion } from "../define-criterion.ts";
import { matchStage } from "./match-stage.ts";
import { type StageLeaf, stageSchema } from "./stage.schema.ts";
import { isOnlyTumour, meaningOf, type Tumour, touchOf, tumourOf } from "./tumour.ts";

/** One part of a stage: which recorded concepts belong to it, and which of its categories are wanted. */
type Part = { readonly prefix: string; readonly wanted: readonly string[] };

export function partsOf({ groups, t, n, m }: StageLeaf): Part[] {
  const parts: Part[] = [];
  if (groups !== undefined) parts.push({ prefix: "STAGE:", wanted: groups });
  for (const [letter, wanted] of [
    ["T", t],
    ["N", n],
    ["M", m],
  ] as const) {
    if (wanted !== undefined)
      parts.push({ prefix: `TNM:${letter}`, wanted: wanted.map((one) => one.replace(/^[TNM]/i, "")) });
  }
  return parts;
}

type Found = {
  readonly judged: Judged[];
  readonly isOutside: boolean;
  /** Whether any of them is surely of the tumour that is asked for. */
  readonly hasMeant: boolean;
};

function judgedOf(part: Part, leaf: StageLeaf, tumour: Tumour | null, record: PreparedRecord): Found {
  const window = leaf.when === undefined ? null : windowAt(leaf.when, record.asOf, "stage");
  const judged: Judged[] = [];
  const isOnly = tumour === null || isOnlyTumour(record, tumour);
  let isOutside = false;
  let hasMeant = false;
  for (const [concept, facts] of record.byKind.get("stage") ?? []) {
    if (!concept.startsWith(part.prefix)) continue;
    const truth = matchStage(concept.slice(part.prefix.length), part.wanted);
    for (const fact of facts) {
      if (fact.fact.assertion === "absent") continue;
      const meaning = tumour === null ? "meant" : meaningOf(fact.fact.tumour, tumour, isOnly);
      if (meaning === "other") continue;
      const presence = window === null ? "certain" : presenceIn(fact, window);
      if (presence === "no") isOutside = true;
      else {
        const isCertain = presence === "certain" && fact.fact.assertion === "present" && meaning === "meant";
        if (meaning === "meant") hasMeant = true;
        judged.push({
          fact,
          isCertain,
          truth,
          value: null,
          ...(truth === "unknown" ? { why: "value-missing" as const } : {}),
        });
      }
    }
  }
  return { judged, isOutside, hasMeant };
}

function judgePart(part: Part, leaf: StageLeaf, tumour: Tumour | null, record: PreparedRecord): Outcome {
  const { judged, isOutside, hasMeant } = judgedOf(part, leaf, tumour, record);
  if (judged.length === 0) return unknownBecause(isOutside ? "outside-window" : "no-record");
  if (!hasMeant) {
    const grounds = judged.map(({ fact }) => ({ fact, truth: "unknown" as const }));
    return unknownBecause("uncertain-record", grounds);
  }
  const { truth, deciding, why } = pickTruth(judged);
  return { ...decided(truth, deciding), why };
}

function compile(leaf: StageLeaf, terminology: Terminology): CompiledLeaf {
  const parts = partsOf(leaf);
  const tumour = leaf.concepts === undefined ? null : tumourOf(leaf.concepts, terminology);
  return {
    touches: [{ kind: "stage", members: null }, ...(tumour === null ? [] : [touchOf(tumour)])],
    judge: (record) => {
      const outcomes = parts.map((part) => judgePart(part, leaf, tumour, record));
      const truth: Truth = outcomes.length === 0 ? "unknown" : and(...outcomes.map((outcome) => outcome.truth));
      const telling = outcomes.filter((outcome) => outcome.truth === truth);
      const why = truth === "unknown" ? (telling[0]?.why ?? "no-record") : null;
      return { truth, grounds: telling.flatMap((outcome) => outcome.grounds), why, distance: null };
    },
    events: (record) =>
      parts.flatMap((part) =>
        judgedOf(part, leaf, tumour, record)
          .judged.filter((result) => result.truth !== "false")
          .map(({ fact, isCertain, truth }): Candidate => ({ fact, isCertain: isCertain && truth === "true" })),
      ),
  };
}

/**
 * Stage of a tumour: every part that the criterion names must fit, each decided by its latest record. Where it names a
 * tumour, a stage of another one is not looked at, and one without a tumour counts where only that tumour is on record.
 */
export const stage = defineCriterion<StageLeaf>({
  kind: "stage",
  schema: stageSchema,
  compile,
  lint: (leaf, terminology) => (leaf.concepts === undefined ? [] : emptySet(leaf.concepts, terminology)),
  explain: (leaf, words) => {
    const parts = [
      leaf.groups === undefined
        ? ""
        : words.say(`stage ${words.list(leaf.groups, "or")}`, `${words.list(leaf.groups, "or")}期`),
      ...(
        [
          ["T", leaf.t],
          ["N", leaf.n],
          ["M", leaf.m],
        ] as const
      ).map(([letter, wanted]) =>
        wanted === undefined
          ? ""
          : words.list(
              wanted.map((one) => `${letter}${one.replace(/^[TNM]/i, "")}`),
              "or",
            ),
      ),
    ].filter((part) => part !== "");
    const of = leaf.concepts === undefined ? "" : words.set(leaf.concepts);
    const what = words.list(parts, "and");
    return words.say(
      phrase(words, of === "" ? `has ${what}` : `has ${of} of ${what}`, words.when(leaf.when)),
      phrase(words, words.when(leaf.when), of === "" ? `分期为${what}` : `${of}分期为${what}`),
    );
  },
  subject: ({ concepts }, words) =>
    concepts === undefined
      ? words.say("the tumour's stage", "肿瘤分期")
      : words.say(`the stage of ${words.set(concepts)}`, `${words.set(concepts)}的分期`),
  item: (leaf) => (leaf.groups?.[0] === undefined ? null : `STAGE:${leaf.groups[0].toUpperCase()}`),
  examples: [
    { kind: "stage", groups: ["IIIB", "IIIC", "IV"] },
    { kind: "stage", t: ["T1", "T2"], n: ["N0"] },
    {
      kind: "stage",
      concepts: { of: [{ id: "MONDO:0008903", en: "lung cancer", zh: "肺癌" }] },
      groups: ["IV"],
    },
  ],
});
