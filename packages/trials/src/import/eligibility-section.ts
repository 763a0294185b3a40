/** A line of a protocol; whether its look says that it is a heading, where the file tells. */
export type ProtocolLine = { readonly text: string; readonly isHeading?: boolean };

const number = /^\s*(?:第)?(\d+(?:\.\d+)*)(\.|[)、．]|章|节)?\s*/;
const before = String.raw`(?:key|main|主要|关键)?\s*(?:(?:patient|subject|participant|study)s?\s+)?`;
const opens = [
  new RegExp(
    String.raw`^${before}(?:inclusion criteria|eligibility criteria|(?:受试者)?(?:入选|纳入|入组)标准|入选(?:和|与|及|\/)排除标准)\s*[:：]?$`,
    "i",
  ),
  // What a section may be called that holds both lists, or the inclusions without a heading of their own.
  new RegExp(
    String.raw`^${before}(?:eligibility|selection (?:and withdrawal )?of (?:subjects|patients|participants|study population)|受试者(?:的)?选择|研究人群)\s*[:：]?$`,
    "i",
  ),
];
const exclusion = new RegExp(String.raw`^${before}(?:exclusion criteria|(?:受试者)?排除标准)\s*[:：]?$`, "i");
const ofCriteria = /inclusion|exclusion|eligib|入选|纳入|入组|排除/i;
const ofWithdrawal =
  /^(?:(?:subject|patient|participant|premature|study|treatment)s?\s+)*(?:withdrawal|discontinuation|removal|termination|screen failures?|lifestyle (?:considerations|restrictions))\b|^(?:受试者)?(?:退出|脱落|剔除|终止|中止|筛选失败)/i;

/** A numbered line: its number, how the number is written, and what follows it. */
type Numbered = { readonly places: readonly number[]; readonly sign: string; readonly rest: string };

function numberedOf(text: string): Numbered {
  const found = number.exec(text);
  if (found === null) return { places: [], sign: "", rest: text.trim() };
  return {
    places: found[1]!.split(".").map(Number),
    sign: found[2] ?? "",
    rest: text.slice(found[0].length).trim(),
  };
}

/**
 * The part of a protocol that lists its criteria: from the heading with the longest list after it (a table of contents and a
 * synopsis name it too) to the heading after the exclusions. The whole text where no such heading is found.
 */
export function eligibilitySection(lines: readonly ProtocolLine[]): string {
  const best = opens.map((heading) => longestFrom(lines, heading)).find((section) => section !== null) ?? lines;
  return best.map(({ text }) => text).join("\n");
}

function longestFrom(lines: readonly ProtocolLine[], heading: RegExp): readonly ProtocolLine[] | null {
  let best: readonly ProtocolLine[] | null = null;
  for (const [at, line] of lines.entries()) {
    if (!heading.test(numberedOf(line.text).rest)) continue;
    const section = sectionFrom(lines, at);
    if (section !== null && (best === null || section.length > best.length)) best = section;
  }
  return best;
}

function sectionFrom(lines: readonly ProtocolLine[], from: number): readonly ProtocolLine[] | null {
  let heading = numberedOf(lines[from]!.text);
  let isPastExclusions = false;
  let last: Numbered | null = null;
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]!;
    const read = numberedOf(line.text);
    if (exclusion.test(read.rest)) {
      isPastExclusions = true;
      if (read.places.length > 0) heading = read;
      last = null;
      continue;
    }
    if (isPastExclusions && isNextHeading(line, read, heading, last)) return lines.slice(from, at);
    if (read.places.length > 0) last = read;
  }
  return isPastExclusions ? lines.slice(from) : null;
}

/** Whether a line after the exclusions begins another section, and is not one more item of their list. */
function isNextHeading({ isHeading }: ProtocolLine, read: Numbered, heading: Numbered, last: Numbered | null): boolean {
  const { places, sign, rest } = read;
  if (rest === "" || ofCriteria.test(rest) || rest.length > 80) return false;
  if (isHeading === true) return true;
  if (/[.;:。；：]$/.test(rest)) return false;
  if (ofWithdrawal.test(rest)) return true;
  if (places.length === 0 || !/^[A-Z\u4e00-\u9fff]/.test(rest)) return false;
  if (!isAfter(places, heading.places)) return false;
  const isNextItem = last !== null && last.places.length === places.length && isOneMore(last.places, places);
  return !isNextItem || (last.sign !== sign && sign === heading.sign);
}

/** Whether one section number comes behind another at its own or a higher level; anything does behind no number. */
function isAfter(places: readonly number[], heading: readonly number[]): boolean {
  if (heading.length === 0) return places.length > 1;
  if (places.length > heading.length) return false;
  const depth = places.length - 1;
  return places.every((place, at) =>
    at < depth ? place === heading[at] : place > heading[at]! && place - heading[at]! < 4,
  );
}

const isOneMore = (former: readonly number[], after: readonly number[]): boolean =>
  after.every((place, at) => (at === after.length - 1 ? place === former[at]! + 1 : place === former[at]));
