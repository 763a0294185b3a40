import type { TreatmentIntent } from "@qinghao/clinical/schema";
import type { ScoreName } from "../criteria/leaf.schema.ts";
import type { ConceptRef } from "../criteria/ranges.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { type Treatment, treatmentNamed } from "../terminology/treatments.ts";
import type { LexiconRow } from "./language.ts";
import type { ConsentTo, MarkOf, MarkValue, Operator, ReproductionState, VariantChange, VisitSetting } from "./mark.ts";

// The rows that the tables of every language are made of. Phrases are patterns of `addPhrase`, joined by "|".

const labItem = (id: string, en: string, zh: string): ConceptRef => ({ id: `LAB:${id}`, en, zh });

/** A clinical score. */
export const score = (phrases: string, name: ScoreName): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "score", score: name } },
];

/** A laboratory item of the knowledge pack, with its names. */
export const lab = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "lab", item: labItem(id, en, zh) } },
];

/** A scale that has no leaf: its numbers are kept from being taken for another's. */
export const other = (phrases: string, name: string): LexiconRow => [
  phrases,
  { type: "measure", measure: { of: "other", name } },
];

export const procedure = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "procedure", qualifiers: [] },
];

/** A procedure that finds something out and treats nothing. */
export const examination = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "procedure", qualifiers: [], isTest: true },
];

/** A group of treatments, whatever its name in the text. */
export const groupMark = ({ kind, of, isTherapy }: Treatment): MarkValue => {
  const [ref, ...others] = of;
  return {
    type: "concept",
    ref,
    ...(others.length === 0 ? {} : { others }),
    ...(isTherapy === true ? { isTherapy } : {}),
    kind: kind === "procedure" ? "procedure" : "drug-class",
    qualifiers: [],
  };
};

/** The leaf of a group by one of its names; throws RangeError where no group has the name. */
export function groupLeaf(name: string): Tree {
  const found = treatmentNamed(name);
  if (found === null) throw new RangeError(`no group of treatments is named "${name}"`);
  return { kind: found.kind, concepts: { of: found.of } };
}

/** Drugs and rays together. */
export const chemoradiotherapy = (phrases: string): LexiconRow => [
  phrases,
  { type: "leaf", tree: { kind: "all", of: [groupLeaf("chemotherapy"), groupLeaf("radiotherapy")] }, sharesTime: true },
];

/** English names of tumours and of what they do. */
export const tumourName =
  /cancer|carcinoma|tumou?r|neoplas|lymphoma|leuk|melanoma|sarcoma|myeloma|metasta|malignan|mening/i;

export const condition = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "disease", isTumour: tumourName.test(en), qualifiers: [] },
];

export const notSmoking = (phrases: string): LexiconRow => [
  phrases,
  {
    type: "leaf",
    tree: {
      kind: "not",
      of: { kind: "condition", concepts: { of: [{ id: "QHDISEASE:smoking", en: "smoking", zh: "吸烟" }] } },
    },
  },
];

export type Named = readonly [id: string, en: string, zh: string];
const conditionLeaf = ([id, en, zh]: Named): Tree => ({ kind: "condition", concepts: { of: [{ id, en, zh }] } });

/** A word that two diagnoses share and that is said once ("hepatitis B or C", "甲状腺功能亢进或减退"). */
export const either = (phrases: string, ...names: readonly Named[]): LexiconRow => [
  phrases,
  { type: "leaf", tree: { kind: "any", of: names.map(conditionLeaf) }, sharesTime: true },
];

/** A laboratory item whose result is given in words. */
export const resultItem = (phrases: string, id: string, en: string, zh: string): LexiconRow => {
  const ref = labItem(id, en, zh);
  return [phrases, { type: "concept", ref, kind: "lab", lab: ref, qualifiers: [] }];
};

export const gene = (phrases: string, id: string, symbol: string): LexiconRow => {
  const ref = { id, en: symbol, zh: symbol };
  return [phrases, { type: "concept", ref, kind: "gene", gene: ref, qualifiers: [] }];
};

export const state = (phrases: string, is: ReproductionState): LexiconRow => [phrases, { type: "state", state: is }];

/** Women before menopause, which records tell only by not telling of it. */
export const beforeMenopause = (phrases: string): LexiconRow => [
  phrases,
  {
    type: "leaf",
    tree: {
      kind: "all",
      of: [
        { kind: "sex", is: ["female"] },
        { kind: "not", of: { kind: "reproduction", state: "postmenopausal" } },
      ],
    },
  },
];

export const consent = (phrases: string, to: ConsentTo): LexiconRow => [phrases, { type: "consent", to }];

export const change = (phrases: string, is: VariantChange, status?: "positive" | "negative"): LexiconRow => [
  phrases,
  { type: "change", change: is, ...(status === undefined ? {} : { status }) },
];

export const visit = (phrases: string, setting: VisitSetting): LexiconRow => [phrases, { type: "visit", setting }];

/** Words that belong together and that no table reads, so that no part of them is read alone. */
export const unknown = (phrases: string): LexiconRow => [phrases, { type: "word" }];

export const fasting = (phrases: string, is: boolean): LexiconRow => [phrases, { type: "fasting", is }];

export const intent = (phrases: string, of: TreatmentIntent[], isTreatment = false): LexiconRow => [
  phrases,
  { type: "intent", of, ...(isTreatment ? { isTreatment } : {}) },
];

export const plan = (phrases: string, isWeak = false): LexiconRow => [
  phrases,
  { type: "plan", ...(isWeak ? { isWeak } : {}) },
];

/** A comparator that stands before its number, or behind it. */
export const before = (op: Operator) => ({ type: "comparator", op, place: "before" }) as const;
export const after = (op: Operator) => ({ type: "comparator", op, place: "after" }) as const;

export const endpoint = (phrases: string, point: "start" | "end", pick?: MarkOf<"endpoint">["pick"]): LexiconRow => [
  phrases,
  { type: "endpoint", point, ...(pick === undefined ? {} : { pick }) },
];

export const outcome = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "outcome", ref: { id, en, zh } },
];

export const difference = (phrases: string, is: MarkOf<"difference">["is"]): LexiconRow => [
  phrases,
  { type: "difference", is },
];

/** How many members of a list are asked for. */
export const quantifier = (phrases: string, of: "all" | "any" | number): LexiconRow => [
  phrases,
  { type: "quantifier", of },
];
