import type { ConceptRef, ConceptSet, Count, Offset, Pick, Range, Window } from "../criteria/ranges.schema.ts";
import type { Terminology } from "../terminology.ts";

export type Language = "en" | "zh";

/** The parts of sentences in one language. */
export type Words = {
  readonly language: Language;
  /** English or Chinese, whichever the reader reads. */
  say(en: string, zh: string): string;
  name(ref: ConceptRef): string;
  set(set: ConceptSet): string;
  range(range: Range, unit?: string): string;
  when(window: Window | undefined): string;
  count(count: Count | undefined): string;
  pick(pick: Pick | undefined): string;
  list(parts: readonly string[], joint: "and" | "or"): string;
};

const unitNames: Readonly<Record<Offset["unit"], readonly [one: string, many: string, zh: string]>> = {
  hour: ["hour", "hours", "小时"],
  day: ["day", "days", "天"],
  week: ["week", "weeks", "周"],
  month: ["month", "months", "个月"],
  year: ["year", "years", "年"],
};

/** Makes the words of a language; concepts without a name of their own are looked up. */
export function wordsOf(terminology: Terminology, language: Language): Words {
  const isZh = language === "zh";
  const say = (en: string, zh: string) => (isZh ? zh : en);
  const known = new Map<string, string>();
  const lookUp = (id: string): string => {
    const found = known.get(id) ?? terminology.name(id, language);
    known.set(id, found);
    return found;
  };
  const name = (ref: ConceptRef) => ref[language] ?? lookUp(ref.id);
  const list = (parts: readonly string[], joint: "and" | "or") => {
    if (parts.length < 2) return parts[0] ?? "";
    const last = isZh ? (joint === "and" ? "和" : "或") : ` ${joint} `;
    return parts.slice(0, -1).join(say(", ", "、")) + last + parts.at(-1);
  };
  return {
    language,
    say,
    name,
    list,
    set: (set) => {
      const of = list(set.of.map(name), "or");
      if (set.except === undefined || set.except.length === 0) return of;
      const except = list(set.except.map(name), "and");
      return say(`${of} (except ${except})`, `${of}（${except}除外）`);
    },
    range: (range, unit) => rangeText(range, unit === undefined || unit === "1" ? "" : unit, say),
    when: (window) => (window === undefined ? "" : windowText(window, say)),
    count: (count) => countText(count, say),
    pick: (pick) => pickText(pick, say),
  };
}

type Say = Words["say"];

function rangeText({ min, max, minExclusive, maxExclusive }: Range, unit: string, say: Say): string {
  const tail = unit === "" ? "" : ` ${readableUnit(unit)}`;
  if (min !== undefined && min === max) return say(`exactly ${min}${tail}`, `等于 ${min}${tail}`);
  if (min !== undefined && max !== undefined && minExclusive !== true && maxExclusive !== true) {
    return say(`${min} to ${max}${tail}`, `为 ${min}～${max}${tail}`);
  }
  const parts: string[] = [];
  if (min !== undefined)
    parts.push(minExclusive ? say(`above ${min}`, `大于 ${min}`) : say(`at least ${min}`, `不低于 ${min}`));
  if (max !== undefined)
    parts.push(maxExclusive ? say(`below ${max}`, `小于 ${max}`) : say(`at most ${max}`, `不超过 ${max}`));
  return parts.join(say(" and ", " 且")) + tail;
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A UCUM code as people write it: `10*9/L` is ×10⁹/L, `mL/min/{1.73_m2}` is mL/min/1.73 m². */
export function readableUnit(unit: string): string {
  return unit
    .replace(/10\*(\d+)/g, (_, power: string) => `×10${[...power].map((digit) => raised[Number(digit)]).join("")}`)
    .replace(/\{([^}]*)\}/g, (_, note: string) => note.replaceAll("_", " "))
    .replace(/\b(m)2\b/g, "$1²")
    .replace("umol", "µmol");
}

export function offsetText(value: number, unit: Offset["unit"], say: Say): string {
  const [one, many, zh] = unitNames[unit];
  return say(`${value} ${value === 1 ? one : many}`, `${value}${zh}`);
}

// A bound of a window from the index date: "3 months before", "the index date".
function boundText({ value, unit }: Offset, say: Say): string {
  if (value === 0) return say("the index date", "基准日");
  const size = offsetText(Math.abs(value), unit, say);
  return value < 0
    ? say(`${size} before the index date`, `基准日前${size}`)
    : say(`${size} after the index date`, `基准日后${size}`);
}

function windowText({ from, to, part }: Window, say: Say): string {
  const ofPart =
    part === "start"
      ? say("starting ", "起始于")
      : part === "end"
        ? say("ending ", "结束于")
        : part === "overlap"
          ? say("at any time ", "存在于")
          : "";
  const isToIndex = to === undefined || to.value === 0;
  if (from !== undefined && from.value < 0 && isToIndex) {
    const size = offsetText(Math.abs(from.value), from.unit, say);
    return say(`${ofPart}within ${size} before the index date`, `${ofPart}基准日前${size}内`);
  }
  if (from === undefined) {
    if (isToIndex) return say(`${ofPart}up to the index date`, `${ofPart}截至基准日`);
    return say(`${ofPart}no later than ${boundText(to, say)}`, `${ofPart}不晚于${boundText(to, say)}`);
  }
  const end = to ?? { value: 0, unit: "day" as const };
  if (from.value === 0 && end.value === 0) return say(`${ofPart}on the index date`, `${ofPart}基准日当日`);
  return say(
    `${ofPart}from ${boundText(from, say)} to ${boundText(end, say)}`,
    `${ofPart}${boundText(from, say)}至${boundText(end, say)}`,
  );
}

function countText(count: Count | undefined, say: Say): string {
  if (count === undefined) return "";
  const on = count.distinct === "day" ? say(" on different days", "（不同日期）") : "";
  const { min, max } = count;
  if (min !== undefined && min === max) return say(`exactly ${min} times${on}`, `恰好${min}次${on}`);
  const parts: string[] = [];
  if (min !== undefined && !(min === 1 && max === undefined)) parts.push(say(`at least ${min} times`, `至少${min}次`));
  if (max !== undefined) parts.push(say(`at most ${max} times`, `至多${max}次`));
  return parts.length === 0 ? "" : parts.join(say(" and ", "、")) + on;
}

function pickText(pick: Pick | undefined, say: Say): string {
  switch (pick ?? "latest") {
    case "latest":
      return "";
    case "first":
      return say("first ", "首次");
    case "any":
      return say("any ", "任一次");
    case "all":
      return say("every ", "每次");
    case "lowest":
      return say("lowest ", "最低");
    case "highest":
      return say("highest ", "最高");
  }
}

/** Joins clauses with single spaces (none in Chinese), leaving empty ones out. */
export const phrase = (words: Words, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(words.language === "zh" ? "" : " ");
