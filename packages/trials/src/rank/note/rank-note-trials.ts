import type { Knowledge } from "@qinghao/knowledge";
import { ConceptRelations, type NamedThing, namedThings } from "../../judge/concepts.ts";
import type { CriterionType, JudgeLabel, Judgement } from "../../judge/judge.schema.ts";
import { judgeNote } from "../../judge/judge-note.ts";
import { type NoteReading, readNote } from "../../judge/note/read-note.ts";
import { inOrder } from "../in-order.ts";
import type { Ranked } from "../rank.schema.ts";
import type { Bm25 } from "./bm25.ts";

/** A trial as text. Ages in years. */
export type TrialAsText = {
  readonly id: string;
  readonly conditions: readonly string[];
  readonly criteria: readonly { readonly text: string; readonly type: CriterionType }[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly sex: "all" | "female" | "male";
};

/** Shares of the score, found on the topics of TREC 2021. */
const shares = { words: 0.35, condition: 0.35, criteria: 0.3 } as const;
/** Most trials of a registry are of other diseases than the patient's: a note that tells of none of it speaks against them. */
const silence = "speaks";
/** What is left of the score when something surely rules out. */
const afterAge = 0.3;
const afterSex = 0.3;
const afterEachFailure = 0.8;

type NoteRank = { readonly knowledge: Knowledge; readonly lexical: Bm25; readonly places: ReadonlyMap<string, number> };

/**
 * Trials for a patient known by a note alone: words in common (BM25, without what the note denies), the trial's conditions against the note's by
 * hierarchy, and the judge's label of every criterion. `lexical` indexes the trials' texts; `places` says where each is.
 * A suggestion for a person to read on, never a verdict: `eligible` is "no" only where something was found against it.
 */
export function rankTrialsForNote(
  note: string,
  trials: readonly TrialAsText[],
  { knowledge, lexical, places }: NoteRank,
): Ranked[] {
  const reading = readNote(knowledge, note);
  const relations = new ConceptRelations(knowledge);
  const words = lexical.scores(saidOfPatient(reading));
  const wordsOf = (trial: TrialAsText): number => words[places.get(trial.id) ?? -1] ?? 0;
  const most = Math.max(1e-9, ...trials.map(wordsOf));
  return inOrder(
    trials.map((trial) => {
      const condition = conditionFit(reading, trial, knowledge, relations);
      const judged = trial.criteria.map(({ text, type }) =>
        judgeNote({ note, criterion: text, type }, { knowledge, silence }),
      );
      const labels = judged.map(({ label }) => label);
      const failures = judged.filter(isFoundAgainst).length;
      const age = isAgeOutside(reading, trial);
      const sex = isOtherSex(reading, trial);
      const fit =
        shares.words * (wordsOf(trial) / most) + shares.condition * condition + shares.criteria * shareIncluded(labels);
      const score = fit * (age ? afterAge : 1) * (sex ? afterSex : 1) * afterEachFailure ** failures;
      const isOut = age || sex || failures > 0;
      return {
        id: trial.id,
        score,
        eligible: isOut ? "no" : "unknown",
        reason: reasonOf(condition, labels, failures, age, sex),
      };
    }),
  );
}

/** Something that the note says speaks against; what its silence only suggests puts no trial back. */
const isFoundAgainst = ({ label, sentences }: Judgement): boolean =>
  (label === "excluded" || label === "not included") && sentences.length > 0;

/** The note without what it denies, tells of relatives, or says of consent. */
const saidOfPatient = ({ sentences, consent }: NoteReading): string =>
  sentences
    .filter(({ number }) => number !== consent)
    .flatMap(({ words }) => words.filter(({ assertion }) => assertion === "present" || assertion === "possible"))
    .map(({ text }) => text)
    .join(" ");

/** 1 the note names the trial's condition or a kind of it, 0.6 something wider, 0.4 a sign of it, 0 nothing. */
function conditionFit(
  reading: NoteReading,
  trial: TrialAsText,
  knowledge: Knowledge,
  relations: ConceptRelations,
): number {
  const named: NamedThing[] = trial.conditions.flatMap((condition) => namedThings(knowledge, condition));
  const said = reading.sentences.flatMap(({ things }) =>
    things.filter(({ assertion }) => assertion === "present" || assertion === "possible"),
  );
  const weights = { same: 1, covers: 0.9, wider: 0.6, related: 0.4 } as const;
  let best = 0;
  for (const thing of named)
    for (const other of said) {
      const relation = relations.of(other, thing);
      if (relation !== null) best = Math.max(best, weights[relation]);
    }
  return best;
}

function isAgeOutside({ person }: NoteReading, { minimumAge, maximumAge }: TrialAsText): boolean {
  if (person.age === null) return false;
  return (
    (minimumAge !== null && person.age.years < minimumAge) ||
    (maximumAge !== null && person.age.years >= maximumAge + 1)
  );
}

const isOtherSex = ({ person }: NoteReading, { sex }: TrialAsText): boolean =>
  sex !== "all" && person.sex !== null && person.sex.is !== sex;

function shareIncluded(labels: readonly JudgeLabel[]): number {
  const inclusion = labels.filter(
    (label) => label === "included" || label === "not included" || label === "not enough information",
  );
  return inclusion.filter((label) => label === "included").length / Math.max(1, inclusion.length);
}

function reasonOf(condition: number, labels: readonly JudgeLabel[], failures: number, age: boolean, sex: boolean) {
  const included = labels.filter((label) => label === "included").length;
  const en: string[] = [
    condition >= 0.6 ? "The note names the trial's condition" : "The note does not clearly name the trial's condition",
  ];
  const zh: string[] = [condition >= 0.6 ? "病历提及该试验的疾病" : "病历未明确提及该试验的疾病"];
  en.push(`${included} inclusion criteria are told, ${failures} criteria speak against`);
  zh.push(`${included} 条入选标准有依据，${failures} 条不符合`);
  if (age) {
    en.push("the age is outside the trial's");
    zh.push("年龄不符");
  }
  if (sex) {
    en.push("the sex is not the trial's");
    zh.push("性别不符");
  }
  return { en: `${en.join("; ")}.`, zh: `${zh.join("；")}。` };
}
