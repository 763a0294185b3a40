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

/** Weights of what an inclusion criterion asks for and no rule decides. */
export const shippedModel: Weights = shipped.weights;

export type JudgeOptions = { readonly knowledge: Knowledge; readonly model?: Weights };

const relationsOf = new WeakMap<Knowledge, ConceptRelations>();
const notesOf = new WeakMap<Knowledge, Map<string, NoteReading>>();
/** Readings kept per knowledge map: a patient is judged against many criteria in a row. */
const mostNotes = 64;
/** Silence weighs less than this: the share of a criterion's words that makes a sentence worth pointing to. */
const leastCover = 0.5;
const leastProbability = 0.5;

/**
 * What a patient's note says of one eligibility criterion: a label, the sentences it rests on, and why. Rules decide what
 * the note states (age, sex, consent, values, statements and denials). Of the rest, an inclusion criterion is weighed by a
 * logistic regression over what both texts have in common; an exclusion criterion that nothing speaks for is not fulfilled. Pure and deterministic: the same texts, packs and weights give the same answer.
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

/** What no rule decides: silence passes a reason to exclude, and an inclusion criterion by the weights. */
export function weighed(given: Case, model: Weights): Decision {
  const { type, asksForAbsence } = given.criterion;
  const isBroken = given.covers.some(({ part, inOne }) => part.isDenied && inOne >= leastCover);
  const said = given.covers.filter(
    ({ inOne, relation }) => inOne >= leastCover || relation === "same" || relation === "covers",
  );
  const sentences = ascending(said.flatMap((cover) => cover.sentences));
  if (type === "exclusion" || (asksForAbsence && !isBroken)) {
    const denied = ascending(given.covers.flatMap(({ deniedIn }) => deniedIn));
    return { label: passes(given), sentences: denied, reason: denied.length > 0 ? "denied" : "silent" };
  }
  return probabilityOf(model, featuresOf(given)) >= leastProbability
    ? { label: passes(given), sentences, reason: sentences.length > 0 ? "stated" : "silent" }
    : { label: "not enough information", sentences, reason: sentences.length > 0 ? "onlyPartly" : "notAsked" };
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
