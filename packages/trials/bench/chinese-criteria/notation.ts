/** A tree in the short notation of these files (see the README). Names are as written; they are looked up later. */
export type Expected =
  | { kind: "all" | "any"; of: Expected[] }
  | { kind: "not"; of: Expected[] }
  | { kind: "leaf"; is: string; words: string; range?: ExpectedRange; unit?: string; when?: string; except?: string };
export type ExpectedRange = { min?: number; max?: number; minExclusive?: boolean; maxExclusive?: boolean };
export type ExpectedLeaf = Extract<Expected, { kind: "leaf" }>;
export type ChineseCriterion = { field: string; type: "inclusion" | "exclusion"; text: string; expected: Expected };

/** Reads a file of the set: "# field", then pairs of lines, "I text" or "E text" and "= tree". */
export function readCriteria(file: string): ChineseCriterion[] {
  const out: ChineseCriterion[] = [];
  let field = "";
  let open: { type: "inclusion" | "exclusion"; text: string } | null = null;
  for (const [at, line] of file.split("\n").entries()) {
    if (line.startsWith("# ")) field = line.slice(2);
    else if (line.startsWith("I ")) open = { type: "inclusion", text: unescaped(line) };
    else if (line.startsWith("E ")) open = { type: "exclusion", text: unescaped(line) };
    else if (line.startsWith("= ") && open !== null)
      out.push({ field, ...open, expected: readExpected(line.slice(2)) });
    else if (line.trim() !== "") throw new Error(`Line ${at + 1} is no part of the notation: ${line}`);
  }
  return out;
}

const unescaped = (line: string) => line.slice(2).replace(/\\n/g, "\n");

/** `all(a; b)`, `any(a; b)`, `not(a)` and leaves, nested as deep as wanted. */
export function readExpected(source: string): Expected {
  let at = 0;
  const tree = readTree();
  if (at < source.length) throw new Error(`More than a tree: ${source}`);
  return tree;

  function readTree(): Expected {
    const head = /^\s*(all|any|not)\(/.exec(source.slice(at));
    if (head === null) return readLeaf(leafWords());
    at += head[0].length;
    const of = [readTree()];
    while (source[at] === ";") {
      at++;
      of.push(readTree());
    }
    if (source[at] !== ")") throw new Error(`Not closed: ${source}`);
    at++;
    return { kind: head[1] as "all" | "any" | "not", of };
  }

  function leafWords(): string {
    const from = at;
    while (at < source.length && source[at] !== ";" && source[at] !== ")") at++;
    return source.slice(from, at).trim();
  }
}

const end = /^(>=|<=|>|<)(-?[\d.]+)$/;
const both = /^(-?[\d.]+)\.\.(-?[\d.]+)$/;

/** "3 month..6 year": ends in two units are said in the smaller one. */
const mixed = /^age ([\d.]+) month\.\.([\d.]+) year$/;

function readLeaf(source: string): ExpectedLeaf {
  const ages = mixed.exec(source);
  if (ages !== null) {
    const range = { min: Number(ages[1]), max: Number(ages[2]) * 12 };
    return { kind: "leaf", is: "age", words: "", range, unit: "month" };
  }
  const [words, except] = source.split(" except ");
  const range: ExpectedRange = {};
  const kept: string[] = [];
  let when: string | undefined;
  let unit: string | undefined;
  let isBehindRange = false;
  const [is = "", ...rest] = words!.split(" ");
  for (const word of rest) {
    const [one, two] = [end.exec(word), both.exec(word)];
    if (one !== null) addEnd(range, one[1]!, Number(one[2]));
    else if (two !== null) Object.assign(range, { min: Number(two[1]), max: Number(two[2]) });
    else if (word.startsWith("@")) when = word.slice(1);
    else if (isBehindRange) unit = word;
    else kept.push(word);
    isBehindRange = one !== null || two !== null;
  }
  const hasRange = Object.keys(range).length > 0;
  return {
    kind: "leaf",
    is,
    words: kept.join(" "),
    ...(hasRange ? { range } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(when === undefined ? {} : { when }),
    ...(except === undefined ? {} : { except }),
  };
}

function addEnd(range: ExpectedRange, sign: string, value: number): void {
  if (sign.startsWith(">")) Object.assign(range, { min: value }, sign === ">" ? { minExclusive: true } : {});
  else Object.assign(range, { max: value }, sign === "<" ? { maxExclusive: true } : {});
}
