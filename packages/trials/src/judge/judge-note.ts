import type { Knowledge } from "@qinghao/knowledge";
import { ascending, type Case, type Decision, isIllness, type Kinship } from "./case.ts";
import { ConceptRelations } from "./concepts.ts";
import { type CriterionReading, readCriterion } from "./criterion/read-criterion.ts";
import type { CriterionType, JudgeInput, JudgeLabel, Judgement, Silence } from "./judge.schema.ts";
import { coverParts } from "./match/cover.ts";
import { Nearness } from "./match/nearness.ts";
import { SystemIndex } from "./match/systems.ts";
import { judgeBounds } from "./match/values.ts";
import { type BoostedTrees, probabilitiesOf } from "./model/boosted-trees.ts";
import { featuresOf } from "./model/features.ts";
import shipped from "./model/weights.json" with { type: "json" };
import { type NoteReading, readNote } from "./note/read-note.ts";
import { rationaleOf } from "./rationale.ts";
import { rules } from "./rules/index.ts";

/** Trees that weigh what no rule decides, for each type of criterion. */
export type JudgeModel = Readonly<Record<CriterionType, BoostedTrees>>;
export const shippedModel = shipped.model as unknown as JudgeModel;

export type JudgeOptions = {
  readonly knowledge: Knowledge;
  readonly model?: JudgeModel;
  /** "open" where it is not given, as physicians label. */
  readonly silence?: Silence;
};

type Hierarchies = {
  readonly relations: ConceptRelations;
  readonly nearness: Nearness;
  readonly systems: SystemIndex;
};
const hierarchiesOf = new WeakMap<Knowledge, Hierarchies>();
const notesOf = new WeakMap<Knowledge, Map<string, NoteReading>>();
/** Readings kept per knowledge map: a patient is judged against many criteria in a row. */
const mostNotes = 64;
/** Silence weighs less than this: the share of a criterion's words that makes a sentence worth pointing to. */
const leastCover = 0.5;

/**
 * What a patient's note says of one eligibility criterion: a label, the sentences it rests on, and why. Rules decide what
 * the note states (age, sex, consent, values, statements and denials). The rest is weighed by boosted trees over what the
 * criterion asks for and how much of that the note says. Pure and deterministic: the same texts, packs and trees give the
 * same answer.
 * A label is a suggestion to a person who screens, never a decision.
 */
export function judgeNote(
  input: JudgeInput,
  { knowledge, model = shippedModel, silence = "open" }: JudgeOptions,
): Judgement {
  const given = readCase(input, knowledge);
  const { label, sentences, reason } = ruled(given)?.decision ?? weighed(given, model, silence);
  return { label, sentences: ascending(sentences), rationale: rationaleOf(reason, given.note.isChinese) };
}

/** Both texts read and compared, before any label. */
export function readCase({ note, criterion, type }: JudgeInput, knowledge: Knowledge): Case {
  let hierarchies = hierarchiesOf.get(knowledge);
  if (hierarchies === undefined) {
    hierarchies = {
      relations: new ConceptRelations(knowledge),
      nearness: new Nearness(knowledge),
      systems: new SystemIndex(knowledge),
    };
    hierarchiesOf.set(knowledge, hierarchies);
  }
  const noteRead = rememberedNote(note, knowledge);
  const criterionRead = readCriterion(knowledge, criterion, type);
  return {
    note: noteRead,
    criterion: criterionRead,
    covers: coverParts(noteRead, criterionRead, hierarchies.relations),
    bounds: judgeBounds(noteRead, criterionRead),
    kinship: kinshipOf(noteRead, criterionRead, hierarchies),
  };
}

function kinshipOf(note: NoteReading, criterion: CriterionReading, { nearness, systems }: Hierarchies): Kinship {
  const told = note.sentences
    .flatMap(({ things, implied }) => [...things, ...implied.things])
    .filter((thing) => thing.assertion === "present" && isIllness(thing));
  const diseases = criterion.things.filter(({ kind }) => kind === "disease");
  return {
    nearest: nearness.between(diseases, told),
    noteSystems: systems.of(told),
    criterionSystems: systems.of(diseases),
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

/** What no rule decides: the likeliest label by the trees. */
export function weighed(given: Case, model: JudgeModel, silence: Silence): Decision {
  const shares = probabilitiesOf(model[given.criterion.type], featuresOf(given, silence));
  const [label] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best));
  const said = given.covers.filter(
    ({ inOne, relation }) => inOne >= leastCover || relation === "same" || relation === "covers",
  );
  const sentences = ascending(said.flatMap((cover) => cover.sentences));
  const denied = ascending(given.covers.flatMap(({ deniedIn }) => deniedIn));
  return reasoned(label, sentences, denied);
}

/** The label with the sentences that bear on it, and why it was given. */
function reasoned(label: JudgeLabel, said: readonly number[], denied: readonly number[]): Decision {
  switch (label) {
    case "included":
    case "excluded":
      return { label, sentences: said, reason: said.length > 0 ? "stated" : "readTogether" };
    case "not excluded":
      return { label, sentences: denied, reason: denied.length > 0 ? "denied" : "silent" };
    case "not included":
      return { label, sentences: denied, reason: denied.length > 0 ? "denied" : "otherMatter" };
    case "not applicable":
      return { label, sentences: [], reason: "notOfGroup" };
    case "not enough information":
      return { label, sentences: said, reason: said.length > 0 ? "onlyPartly" : "notAsked" };
  }
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
