import type { Leaf } from "../../../criteria/tree.schema.ts";
import { type Ladder, type Rung, rungName, rungsBetween } from "./ladder.ts";

type Letter = "t" | "n" | "m";
type Part = {
  readonly letter: Letter;
  readonly names: readonly string[] | null;
  readonly end: number;
  readonly isList: boolean;
};

/** TNM categories; "Ta" and "Tis" lie between T0 and T1. */
const ladders: Record<Letter, Ladder> = {
  t: { numbers: ["0", "a", "is", "1", "2", "3", "4"], letters: () => "abcd", digits: 0 },
  n: { numbers: ["0", "1", "2", "3"], letters: () => "abc", digits: 0 },
  m: { numbers: ["0", "1"], letters: () => "abcd", digits: 0 },
};
const values: Record<Letter, string> = {
  t: "is|a(?![a-z])|[0-4](?:[a-d](?![a-z]))?",
  n: "[0-3](?:[a-c](?![a-z]))?",
  m: "[01](?:[a-d](?![a-z]))?",
};
const prefix = "(?:yp|yc|[cp])?";
const patterns = new Map(
  (["t", "n", "m"] as const).map((letter) => {
    const value = values[letter];
    return [
      letter,
      {
        one: new RegExp(`${prefix}${letter} ?(${value}|x|any|\\+)(?:mi)?|any ?${letter}(?![a-z])()`, "y"),
        to: new RegExp(` ?(?:-|~| to | through |至|到) ?${prefix}${letter}?(${value})`, "y"),
        letterTo: /-([a-d])(?![a-z])/y,
        or: new RegExp(`(?: ?(?:/|、|,|,? or |,? and/or |或) ?${prefix}${letter}|/)(${value})`, "y"),
      },
    ] as const;
  }),
);

export type Categories = {
  readonly tree: Extract<Leaf, { kind: "stage" }>;
  readonly end: number;
  /** Whether it can hardly be anything else: written with a prefix, or more than one letter. */
  readonly isSure: boolean;
  readonly isList: boolean;
};

/** The TNM categories at a place of folded text: "ct1c-t3 n0-1 m0", "t3/4", "any t n+ m0"; lists and ranges of one letter are one. */
export function categoriesAt(folded: string, from: number): Categories | null {
  const parts: Part[] = [];
  let at = from;
  for (const letter of ["t", "n", "m"] as const) {
    const gap = parts.length === 0 ? 0 : gapAt(folded, at);
    const part = partAt(folded, at + gap, letter);
    if (part === null) continue;
    parts.push(part);
    at = part.end;
  }
  const asked = parts.filter(({ names }) => names !== null);
  if (asked.length === 0 || /[a-z\d]/.test(folded[at] ?? "")) return null;
  const tree = {
    kind: "stage" as const,
    ...Object.fromEntries(
      asked.map(({ letter, names }) => [letter, names!.map((name) => letter.toUpperCase() + name)]),
    ),
  };
  const isSure = parts.length > 1 || /^[cpy]/.test(folded.slice(from, at));
  return { tree, end: at, isSure, isList: parts.some(({ isList }) => isList) };
}

const gapAt = (folded: string, at: number): number => /^,? ?/.exec(folded.slice(at, at + 2))![0].length;

function match(pattern: RegExp, folded: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(folded);
}

function partAt(folded: string, from: number, letter: Letter): Part | null {
  const { one, to, letterTo, or } = patterns.get(letter)!;
  const ladder = ladders[letter];
  const first = match(one, folded, from);
  if (first === null) return null;
  let end = one.lastIndex;
  const value = first[1] ?? "any";
  if (value === "any") return { letter, names: null, end, isList: false };
  if (value === "+")
    return { letter, names: ladder.numbers.slice(1).filter((name) => /\d/.test(name)), end, isList: true };
  const found = value === "x" ? [] : [rungOf(ladder, value)];
  for (;;) {
    const last = found[found.length - 1];
    const range = last === undefined ? null : match(to, folded, end);
    const letters = range === null && last?.letter !== undefined ? match(letterTo, folded, end) : null;
    const more = range === null && letters === null ? match(or, folded, end) : null;
    if (range !== null) found.push(...rungsBetween(ladder, last!, rungOf(ladder, range[1]!)).slice(1));
    else if (letters !== null)
      found.push(
        ...rungsBetween(ladder, last!, { number: last!.number, letter: "abcd".indexOf(letters[1]!) }).slice(1),
      );
    else if (more !== null) found.push(rungOf(ladder, more[1]!));
    else break;
    end = (range !== null ? to : letters !== null ? letterTo : or).lastIndex;
  }
  const names = [...new Set([...(value === "x" ? ["X"] : []), ...found.map((rung) => rungName(ladder, rung))])];
  return { letter, names, end, isList: names.length > 1 };
}

function rungOf({ numbers, letters }: Ladder, value: string): Rung {
  const whole = numbers.indexOf(value);
  if (whole >= 0) return { number: whole };
  return { number: numbers.indexOf(value[0]!), letter: letters(value[0]!).indexOf(value[1]!) };
}
