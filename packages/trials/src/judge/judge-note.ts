import type { Knowledge } from "@qinghao/knowledge";
import { ascending, type Case, type Decision, passes } from "./case.ts";
import { ConceptRelations } from "./concepts.ts";
import { readCriterion } from "./criterion/read-criterion.ts";
import type { JudgeInput, Judgement } from "./judge.schema.ts";
import { coverParts } from "./match/cover.ts";
import { judgeBounds } from "./match/values.ts";
import { featuresOf } from "./model/features.ts";
import { probabilityOf, type Weights } from "./model/weigh.ts";
import shipped from "./model/weights.json" with { type: "json" };
import { type NoteReading, readNote } from "./note/read-note.ts";
import { rationaleOf } from "./rationale.ts";
import { rules } from "./rules/index.ts";

/** Weights of the two questions that no rule decides. */
export type JudgeModel = { readonly inclusion: Weights; readonly exclusion: Weights };
export const shippedModel: JudgeModel = shipped.weights;

export type JudgeOptions = { readonly knowledge: Knowledge; readonly model?: JudgeModel };

const relationsOf = new WeakMap<Knowledge, ConceptRelations>();
const notesOf = new WeakMap<Knowledge, Map<string, NoteReading>>();
/** Readings kept per knowledge map: a patient is judged against many criteria in a row. */
const mostNotes = 64;
/** Silence weighs less than this: the share of a criterion's words that makes a sentence worth pointing to. */
const leastCover = 0.5;
/** Probabilities from which a criterion counts as passed; for inclusion the middle of the gap that development showed. */
const leastProbability = { inclusion: 0.45, exclusion: 0.5 } as const;

/**
 * What a patient's note says of one eligibility criterion: a label, the sentences it rests on, and why. Rules decide what
 * the note states (age, sex, consent, values, statements and denials); the rest is weighed by two logistic regressions
 * over what both texts have in common. Pure and deterministic: the same texts, packs and weights give the same answer.
 * A label is a suggestion to a person who screens, never a decision.
 */
export function judgeNote(input: JudgeInput, { knowledge, model = shippedModel }: JudgeOptions): Judgement {
  const given = readCase(input, knowledge);
  const { label, sentences, reason } = ruled(given)?.decision ?? weighed(given, model);
  return { label, sentences: ascending(sentences), rationale: rationaleOf(reason, given.note.isChinese) };
}

/** Both texts read and compared, before any label. */
export function readCase({ note, criterion, type }: JudgeInput, knowledge: Knowledge): Case {
  let relations = relationsOf.get(knowledge);
  if (relations === undefined) {
    relations = new ConceptRelations(knowledge);
    relationsOf.set(knowledge, relations);
  }
  const noteRead = rememberedNote(note, knowledge);
  const criterionRead = readCriterion(knowledge, criterion, type);
  return {
    note: noteRead,
    criterion: criterionRead,
    covers: coverParts(noteRead, criterionRead, relations),
    bounds: judgeBounds(noteRead, criterionRead),
  };
}

/** The first rule that decides, by name. */
export function ruled(given: Case): { readonly rule: string; readonly decision: Decision } | null {
  for (const [rule, decide] of rules) {
    const decision = decide(given);
    if (decision !== null) return { rule, decision };
  }
  return null;
}

/** Whether the note tells enough to pass the criterion, by the weights. */
export function weighed(given: Case, model: JudgeModel): Decision {
  const { type } = given.criterion;
  const features = featuresOf(given);
  const isPassed =
    given.criterion.asksForAbsence && !given.covers.some(({ part, inOne }) => part.isDenied && inOne >= leastCover)
      ? probabilityOf(model.exclusion, { ...features, absence: 0 }) >= leastProbability.exclusion
      : probabilityOf(model[type], features) >= leastProbability[type];
  const said = given.covers.filter(
    ({ inOne, relation }) => inOne >= leastCover || relation === "same" || relation === "covers",
  );
  const sentences = ascending(said.flatMap((cover) => cover.sentences));
  if (!isPassed)
    return { label: "not enough information", sentences, reason: sentences.length > 0 ? "onlyPartly" : "notAsked" };
  if (type === "inclusion")
    return { label: passes(given), sentences, reason: sentences.length > 0 ? "stated" : "silent" };
  const denied = ascending(given.covers.flatMap(({ deniedIn }) => deniedIn));
  return { label: passes(given), sentences: denied, reason: denied.length > 0 ? "denied" : "silent" };
}

function rememberedNote(note: string, knowledge: Knowledge): NoteReading {
  let notes = notesOf.get(knowledge);
  if (notes === undefined) {
    notes = new Map();
    notesOf.set(knowledge, notes);
  }
  const known = notes.get(note);
  if (known !== undefined) return known;
  if (notes.size >= mostNotes) notes.delete(notes.keys().next().value!);
  const reading = readNote(knowledge, note);
  notes.set(note, reading);
  return reading;
}
