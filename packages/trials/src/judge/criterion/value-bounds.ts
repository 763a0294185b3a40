import type { Range } from "../../criteria/ranges.schema.ts";
import { measureNames } from "../measures.ts";

/** A bound that a criterion sets on a measure; `range` is null where it is relative to a laboratory's limits. */
export type ValueBound = {
  readonly measure: string;
  readonly range: Range | null;
  readonly start: number;
  readonly end: number;
};

const number = "(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)";
const unit = "\\s*(?:[x×*]\\s*10\\s*\\^?\\s*\\d*\\s*)?(°?[A-Za-zµμ%][A-Za-zµμ%/^\\d.³]*)?";
const words: readonly (readonly [RegExp, "min" | "max", boolean])[] = [
  [
    /^(?:≥|>=|=>|>\/=|⩾|at least|not (?:less|lower) than|no less than|or (?:more|greater)|大于等于|不低于|不小于)/i,
    "min",
    false,
  ],
  [
    /^(?:≤|<=|=<|<\/=|⩽|at most|up to|not (?:more|greater|higher) than|no (?:more|greater|higher) than|not exceeding|小于等于|不高于|不超过)/i,
    "max",
    false,
  ],
  [/^(?:>|greater than|more than|above|over|exceed(?:s|ing)?|higher than|in excess of|大于|高于|超过)/i, "min", true],
  [/^(?:<|less than|below|under|lower than|小于|低于)/i, "max", true],
];
const between = new RegExp(
  `^(?:between\\s+|from\\s+|of\\s+)?${number}${unit}\\s*(?:-|–|—|to|and|~|至)\\s*${number}${unit}`,
  "i",
);
const single = new RegExp(`^\\s*(?:or equal to\\s*|a\\s*|the\\s*)?${number}${unit}`, "i");
/** "25 or higher". */
const orMore = new RegExp(
  `^(?:of\\s+)?${number}${unit}\\s*(?:or|and)\\s+(more|greater|higher|above|over|less|lower|below|under)\\b`,
  "i",
);
const relative = /^\s*(?:[x×*]|times)|\bULN\b|upper (?:limit|normal)|LLN|lower limit/i;
const pressureName =
  /\b(?:systolic|diastolic)?(?:\s*(?:or|and|\/)\s*diastolic)?\s*(?:blood pressure|BP)\b|\bSBP\b|\bDBP\b|收缩压|舒张压|血压|\bhyper(?:tension|tensive)\b/gi;

/** A bound on a change of the value is none on the value. */
const aboutChange = /\b(?:change|variation|increas\w+|decreas\w+|reduc\w+|loss|gain|rise|drop|fluctuat\w+)\b/i;

/** Customary upper limits of grown people, in the units of `measures.ts`; a note seldom gives its laboratory's own. */
const upperLimits: Readonly<Record<string, number>> = {
  "alanine aminotransferase": 40,
  "aspartate aminotransferase": 40,
  "alkaline phosphatase": 120,
  bilirubin: 1.2,
  creatinine: 1.2,
};
const timesLimit =
  /(≤|<=|=<|⩽|≥|>=|⩾|<|>|\b(?:less than(?: or equal to)?|(?:no|not) (?:more|greater|higher) than|not exceed\w*|up to|within|below|greater than(?: or equal to)?|more than|above|exceed\w*))\s*(\d+(?:\.\d+)?)?\s*(?:-?fold|[x×*]|times)?\s*(?:the )?(?:institutional |laboratory )?(?:ULN|upper (?:limit|normal)|UNL)/i;
const isUpperSide = /^(?:≤|<=|=<|⩽|<|less|no|up|within|below)/i;

/** "Less than 2.5 times the upper limit of normal" with the customary limit; null where there is none. */
function ofLimit(after: string, measure: string): Range | null {
  const limit = upperLimits[measure];
  const match = timesLimit.exec(after);
  if (limit === undefined || match === null) return null;
  const bound = limit * Number(match[2] ?? 1);
  return isUpperSide.test(match[1]!) ? { max: bound } : { min: bound, minExclusive: true };
}

type Named = { id: string; start: number; end: number; scale: (value: number, unit: string) => number };

function pressureNames(text: string): Named[] {
  return [...text.matchAll(pressureName)].map((match) => ({
    id:
      /diastolic|DBP|舒张/i.test(match[0]) && !/systolic/i.test(match[0]) ? "diastolic pressure" : "systolic pressure",
    start: match.index,
    end: match.index + match[0].length,
    scale: (value: number) => value,
  }));
}

/** Bounds on vital signs and laboratory values that a criterion sets, left to right. */
export function valueBoundsOf(text: string): ValueBound[] {
  const names: Named[] = [...measureNames(text), ...pressureNames(text)].sort((a, b) => a.start - b.start);
  const found: ValueBound[] = [];
  for (const [at, name] of names.entries()) {
    const until = Math.min(names[at + 1]?.start ?? text.length, name.end + 60);
    const bound = boundIn(text.slice(name.end, until), name);
    if (bound !== null) found.push({ measure: name.id, range: bound, start: name.start, end: until });
    else if (relative.test(text.slice(name.end, until)) && /\d/.test(text.slice(name.end, until)))
      found.push({
        measure: name.id,
        range: ofLimit(text.slice(name.end, name.end + 120), name.id),
        start: name.start,
        end: until,
      });
  }
  return found;
}

function boundIn(after: string, { scale }: Pick<Named, "scale">): Range | null {
  const start = after.search(
    /[<>≤≥⩽⩾=]|\b(?:at least|at most|up to|not? (?:less|more|lower|higher|greater)|greater than|more than|above|over|exceed|higher than|less than|below|under|lower than|between|from|of \d)|大于|高于|超过|小于|低于|不|\d/,
  );
  if (start < 0 || start > 40 || aboutChange.test(after.slice(0, start))) return null;
  const rest = after.slice(start);
  const pair = between.exec(rest);
  if (
    pair !== null &&
    Number(pair[3]) > Number(pair[1]) &&
    !/\//.test(pair[0].slice(0, pair[0].length - (pair[4]?.length ?? 0)))
  ) {
    const written = pair[4] ?? pair[2] ?? "";
    return { min: scale(read(pair[1]!), written), max: scale(read(pair[3]!), written) };
  }
  for (const [pattern, side, isExclusive] of words) {
    const sign = pattern.exec(rest);
    if (sign === null) continue;
    const tail = rest.slice(sign[0].length);
    const value = single.exec(tail);
    if (value === null || relative.test(tail.slice(value[0].length - (value[2]?.length ?? 0), value[0].length + 12)))
      return null;
    if (/^(?:years?|months?|weeks?|days?|hours?)$/i.test(value[2] ?? "")) return null;
    const bound = scale(read(value[1]!), value[2] ?? "");
    const own: Range =
      side === "min"
        ? { min: bound, ...(isExclusive ? { minExclusive: true } : {}) }
        : { max: bound, ...(isExclusive ? { maxExclusive: true } : {}) };
    const next = /^[^<>≤≥\d]{0,12}\band\s*(?=[<>≤≥]|less than|below|at most|up to)/i.exec(tail.slice(value[0].length));
    if (side === "max" || next === null) return own;
    const second = boundIn(tail.slice(value[0].length + next[0].length), { scale });
    return second === null || second.min !== undefined ? own : { ...own, ...second };
  }
  const bare = orMore.exec(rest);
  if (bare === null || relative.test(rest.slice(bare[0].length, bare[0].length + 8))) return null;
  const bound = scale(read(bare[1]!), bare[2] ?? "");
  return /more|great|high|above|over|以上/i.test(bare[3]!) ? { min: bound } : { max: bound };
}

const read = (written: string): number => Number(written.replaceAll(",", ""));
