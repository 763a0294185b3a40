import type { TreatmentIntent } from "@qinghao/clinical/schema";
import type { ConceptKind } from "@qinghao/knowledge";
import type { ScoreName } from "../criteria/leaf.schema.ts";
import type { ConceptRef, Offset, Range, Window } from "../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../criteria/tree.schema.ts";

export type TimeUnit = "hour" | "day" | "week" | "month" | "year";
export type Operator = "<" | "<=" | ">" | ">=" | "=";

/** What is measured: everything that a number with a comparator may stand behind. */
export type Measure =
  | { of: "age" }
  | { of: "life-expectancy" }
  | { of: "score"; score: ScoreName }
  | { of: "lab"; item: ConceptRef; fasting?: boolean }
  | { of: "ratio"; item: ConceptRef; to: ConceptRef }
  | { of: "lines" }
  /** Both pressures in one number ("140/90 mmHg"). */
  | { of: "blood-pressure" }
  /** A scale that has no leaf of its own ("PHQ-9", "tumour size"): its numbers are read, its criterion stays text. */
  | { of: "other"; name: string };

/** In what a number is given. */
export type UnitOfNumber =
  | { of: "none" }
  | { of: "ucum"; ucum: string }
  | { of: "time"; unit: TimeUnit }
  | { of: "limit"; side: "upper" | "lower" };

/** `implies`: the comparator itself says what is measured ("or older"). */
export type Bound = { range: Range; unit: UnitOfNumber; implies?: "age" };

export type ReproductionState = Extract<Leaf, { kind: "reproduction" }>["state"];
export type ConsentTo = Extract<Leaf, { kind: "consent" }>["to"];
export type ResultWord = Extract<Leaf, { kind: "result" }>["is"][number];
export type VariantChange = Extract<Leaf, { kind: "variant" }>["change"];
export type VisitSetting = Extract<Leaf, { kind: "visit" }>["setting"];

/**
 * How an event lies to an anchor: the least and the most time between them. `of` ("within 30 days of") leaves open which
 * comes first, `since` counts to the index date where no event stands before it.
 */
export type TimeLink = {
  is: "after" | "before" | "of" | "since" | "during";
  /** "During or within 6 months after": the anchor's own time counts too. */
  isAlsoDuring?: true;
  side: "left" | "right";
  least?: Offset;
  most?: Offset;
  point?: "start" | "end";
  pick?: "first" | "latest";
};

/** What a stretch of text says. Lexicon tables of a language give these to phrases; rules join them to larger ones. */
export type MarkValue =
  /** In no table: what is left of these when all is read stays text. */
  /** `limits`: no aside, though it stands in brackets. */
  | { type: "word"; limits?: true }
  /** In a table, and adds nothing to the meaning ("the", "patients", "documented"). */
  | { type: "filler" }
  | { type: "number"; value: number; exponent?: number; form: "digits" | "word" | "ordinal" | "roman" }
  | { type: "unit"; ucum: string }
  | { type: "time-unit"; unit: TimeUnit; isRate?: boolean }
  /** `after`: stands behind its number ("or older", "以上"). */
  | { type: "comparator"; op: Operator; place: "before" | "after"; implies?: "age" }
  /** "between ... and", "from ... to", a dash. */
  | { type: "range"; role: "between" | "to" }
  /** Upper or lower limit of normal. "within normal limits" is `normal`. */
  | { type: "limit"; side: "upper" | "lower" | "normal" }
  /** "therapy for", "family history of", "risk of": the name behind it is not what the patient has. */
  | { type: "purpose" }
  | { type: "times" }
  /** "increase of", "reduction": the number behind it is a difference, not a level. */
  | { type: "difference"; is: "up" | "down" | "any" }
  | { type: "measure"; measure: Measure }
  /** `isTest`: a procedure that finds out and does not treat; it names no criterion of its own. */
  | {
      type: "concept";
      ref: ConceptRef;
      /** The other concepts of a group ("chemotherapy"); `isTherapy`: a group of drugs named for what is done with them. */
      others?: readonly ConceptRef[];
      isTherapy?: true;
      kind: ConceptKind;
      lab?: ConceptRef;
      gene?: ConceptRef;
      drug?: ConceptRef;
      qualifiers: string[];
      isTest?: boolean;
      /** Of a diagnosis: whether it is a tumour, where that is known. */
      isTumour?: boolean;
      /** What a treatment is given for, and whether it is still to come ("also": or has been). */
      intent?: TreatmentIntent[];
      plan?: "only" | "also";
      /** Going on when the patient is looked at ("undergoing dialysis"). */
      isLate?: true;
    }
  /** Whether the sample of what is measured was taken fasting. */
  | { type: "fasting"; is: boolean }
  /** "adjuvant": what a treatment is given for; `isTreatment`: of which the words name no more. */
  | { type: "intent"; of: TreatmentIntent[]; isTreatment?: boolean }
  /** "scheduled to undergo": the treatment beside it is planned. `isWeak`: "elective", which may be over. */
  | { type: "plan"; isWeak?: boolean }
  /** `verb`: denies what is done ("cannot", "does not"), not what is named. */
  | { type: "negation"; of?: "verb" }
  | { type: "exception"; sense: "except" | "unless" | "only-if" }
  /** `isStrict`: joins what must hold together, also among reasons to exclude ("且"). */
  | { type: "connector"; is: "and" | "or"; isStrict?: true }
  | { type: "punct"; is: "," | ";" | "." | ":" | "(" | ")" | "/" }
  /** What lies between brackets, read on its own. */
  | { type: "group"; of: Mark[] }
  | { type: "relation"; is: "within" | "before" | "after" | "during" | "last" | "ago" | "for" | "since" | "next" }
  /** A day of the study that stands for the index date ("randomisation", "first dose"). */
  | { type: "anchor" }
  /** "completion of", "the last dose of": which end of what is named behind it (in Chinese, around it) counts. */
  | { type: "endpoint"; point: "start" | "end"; pick?: "first" | "latest" }
  /** Relates two events in time; the anchor stands to its right ("within 6 months after surgery") or left ("术后"). */
  | { type: "link"; link: TimeLink }
  /** What a disease does ("progression", "relapse"): an event only where something relates it to another in time. */
  | { type: "outcome"; ref: ConceptRef }
  /** Harm of a treatment as a whole ("toxicities", "adverse events"). */
  | { type: "toxicity" }
  /** "resolved", "recovered": the grade behind it is what a harm has come down to. */
  | { type: "recovery" }
  /** "half-lives", "whichever is longer", and what both come to beside a time (see `readHalfLives`). */
  | { type: "half-lives" }
  | { type: "choice"; is: "wider" | "narrower" }
  | { type: "alternative"; is: "wider" | "narrower" }
  /** A grade of harm: "grade ≥ 2", "3级". */
  | { type: "grade"; min: number; max: number }
  | { type: "status"; is: "active" | "current" | "ever" }
  | { type: "sex"; is: "female" | "male" }
  | { type: "state"; state: ReproductionState }
  | { type: "consent"; to: ConsentTo }
  | { type: "result"; is: ResultWord[] }
  | { type: "quantifier"; of: "all" | "any" | number }
  /** Words that narrow a diagnosis ("severe", "uncontrolled"). */
  | { type: "qualifier" }
  | { type: "allergy" }
  | { type: "visit"; setting: VisitSetting }
  | { type: "change"; change: VariantChange; status?: "positive" | "negative" }
  | { type: "alteration"; text: string }
  | { type: "stage-word" }
  | { type: "dose-word" }
  /** "must", "should": what stands before names whom the demand behind it is for. */
  | { type: "demand" }
  /** "are excluded", "are allowed": what the sentence says of whom it names. */
  | { type: "ruling"; is: "excluded" | "allowed" }
  /** "such as", "e.g.": what follows are examples of what stands before. */
  | { type: "example" }
  /** Any leaf that a phrase stands for whole ("adults", "of childbearing potential"). */
  /** `isLoose`: says what an exact number beside it says better ("adults"). */
  | { type: "leaf"; tree: Tree; sharesTime?: boolean; isLoose?: boolean }
  | { type: "quantity"; value: number; unit: UnitOfNumber }
  | { type: "bound"; bound: Bound }
  | { type: "window"; window: Window };

export type Mark = { start: number; end: number } & MarkValue;
export type MarkOf<T extends MarkValue["type"]> = Extract<Mark, { type: T }>;

export const isMark = <T extends MarkValue["type"]>(mark: Mark | undefined, type: T): mark is MarkOf<T> =>
  mark !== undefined && mark.type === type;

/** From the first to the last character of marks, of which there is one at least; a rule may have changed their order. */
export const spanOfMarks = (marks: readonly Mark[]): { start: number; end: number } => ({
  start: marks.reduce((least, { start }) => Math.min(least, start), marks[0]!.start),
  end: marks.reduce((most, { end }) => Math.max(most, end), 0),
});

/** The words of a mark, folded. */
export const wordsOf = ({ start, end }: Mark, { folded }: { readonly folded: string }): string =>
  folded.slice(start, end);
