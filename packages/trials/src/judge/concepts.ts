import { type ConceptKind, type Knowledge, link } from "@qinghao/knowledge";
import { drugGroups } from "./drug-classes.ts";
import { meaningfulWords } from "./words.ts";

/** Words of a text that name a disease, finding, drug or procedure, with the concepts that they may mean. */
export type NamedThing = {
  readonly start: number;
  readonly end: number;
  readonly kind: ConceptKind;
  readonly numbers: readonly number[];
  /** ATC codes of a medicine or a group of medicines. */
  readonly codes: readonly string[];
};

const kinds = ["disease", "phenotype", "drug", "drug-class", "procedure"] as const;
const leastScore = 0.8;
/** Candidates this close to the best one are one name in several vocabularies. */
const closeTo = 0.85;
/** A class further above than this ("neurological disorder" above "stroke") is not what a criterion means by it. */
const closeSteps = 2;

/** Names of a text, left to right. Names made only of words that say nothing ("disease", "therapy") are left out. */
export function namedThings(knowledge: Knowledge, text: string): NamedThing[] {
  const found: NamedThing[] = [];
  const groups = drugGroups(text);
  for (const mention of link(knowledge, text, { kinds })) {
    const best = mention.candidates[0];
    if (best === undefined || mention.stop !== null || mention.score < leastScore) continue;
    const written = text.slice(mention.start, mention.end);
    const isShort = written.length < 4 && written !== written.toUpperCase();
    if (isShort || meaningfulWords(written).length === 0) continue;
    const numbers = mention.candidates
      .filter(({ score }) => score >= best.score * closeTo)
      .map(({ concept }) => knowledge.numberOf(concept));
    const { start, end } = mention;
    if (groups.some((group) => group.start <= start && end <= group.end)) continue;
    const codes = best.kind === "drug" ? numbers.flatMap((number) => atcCodesOf(knowledge, number)) : [];
    found.push({ start, end, kind: best.kind, numbers, codes });
  }
  for (const group of groups) found.push({ ...group, kind: "drug-class", numbers: [] });
  return found.sort((a, b) => a.start - b.start);
}

/** Codes of the ATC classification that stand for a medicine. */
function atcCodesOf(knowledge: Knowledge, number: number): string[] {
  const codes: string[] = [];
  knowledge.visitEdges(number, "in", (other, predicate) => {
    const id = predicate === "exact" ? knowledge.idOf(other) : "";
    if (id.startsWith("ATC:")) codes.push(id.slice("ATC:".length));
  });
  return [...new Set(codes)];
}

/** How what a note names stands to what a criterion names. */
export type Relation = "same" | "covers" | "wider" | "related";

/** A code of the first lies in a group of the second. */
const isWithin = (codes: readonly string[], groups: readonly string[]): boolean =>
  codes.some((code) => groups.some((group) => code.startsWith(group)));

/** Relations between concepts of one knowledge map, each hierarchy walked once. */
export class ConceptRelations {
  readonly #knowledge: Knowledge;
  readonly #above = new Map<number, ReadonlyMap<number, number>>();
  readonly #signs = new Map<number, ReadonlySet<number>>();
  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /**
   * "same": the note's thing is the criterion's or stands close below it. "covers": it stands further below. "wider": the criterion asks for a kind of what the
   * note names. "related": one is a finding of the other, or both are kinds of one specific thing.
   */
  of(note: NamedThing, criterion: NamedThing): Relation | null {
    if (isWithin(note.codes, criterion.codes)) return "same";
    if (isWithin(criterion.codes, note.codes)) return "wider";
    const below = this.#stepsBelow(note.numbers, criterion.numbers);
    if (below !== null) return below <= closeSteps ? "same" : "covers";
    if (this.#stepsBelow(criterion.numbers, note.numbers) !== null) return "wider";
    return this.#isSignOf(note.numbers, criterion.numbers) ||
      this.#isSignOf(criterion.numbers, note.numbers) ||
      this.#haveOneParent(note.numbers, criterion.numbers)
      ? "related"
      : null;
  }

  /** Both are diseases and kinds of one thing, and neither is a kind of the other: type 1 and type 2 diabetes. */
  areSiblings(a: NamedThing, b: NamedThing): boolean {
    if (a.kind !== "disease" || b.kind !== "disease") return false;
    const isApart = this.#stepsBelow(a.numbers, b.numbers) === null && this.#stepsBelow(b.numbers, a.numbers) === null;
    return isApart && this.#haveOneParent(a.numbers, b.numbers);
  }

  /** Fewest steps up from one of the first to one of the second; null where there is no way. */
  #stepsBelow(low: readonly number[], high: readonly number[]): number | null {
    let fewest: number | null = null;
    for (const one of low)
      for (const other of high) {
        const steps = one === other ? 0 : this.#ancestors(one).get(other);
        if (steps !== undefined && (fewest === null || steps < fewest)) fewest = steps;
      }
    return fewest;
  }
  #isSignOf(signs: readonly number[], diseases: readonly number[]): boolean {
    return diseases.some((disease) => {
      const own = this.#signsOf(disease);
      return signs.some(
        (sign) => own.has(sign) || [...this.#ancestors(sign)].some(([up, steps]) => steps <= 2 && own.has(up)),
      );
    });
  }
  #haveOneParent(a: readonly number[], b: readonly number[]): boolean {
    return a.some((one) =>
      b.some((other) => {
        const theirs = this.#ancestors(other);
        return [...this.#ancestors(one)].some(([up, steps]) => steps === 1 && theirs.get(up) === 1);
      }),
    );
  }
  /** Everything above with the least number of steps. */
  #ancestors(number: number): ReadonlyMap<number, number> {
    const known = this.#above.get(number);
    if (known !== undefined) return known;
    const steps = new Map<number, number>();
    let level = [number];
    for (let depth = 1; level.length > 0; depth++) {
      const next: number[] = [];
      for (const at of level)
        this.#knowledge.visitEdges(at, "out", (other, predicate) => {
          if ((predicate !== "is-a" && predicate !== "member-of") || steps.has(other) || other === number) return;
          steps.set(other, depth);
          next.push(other);
        });
      level = next;
    }
    this.#above.set(number, steps);
    return steps;
  }
  #signsOf(disease: number): ReadonlySet<number> {
    const known = this.#signs.get(disease);
    if (known !== undefined) return known;
    const signs = new Set<number>();
    this.#knowledge.visitEdges(disease, "out", (other, predicate) => {
      if (predicate === "has-phenotype") signs.add(other);
    });
    this.#signs.set(disease, signs);
    return signs;
  }
}
