import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, spanOfMarks } from "../mark.ts";
import { isTreatment, tellOf } from "./circumstances.ts";

/** How far before a treatment a word about it may stand, in characters of the text. */
const reach = 70;

const between =
  "(?:(?!(?:if|who|whom|had|prior|previous|previously|past|study|trial|the study|been|received|undergone)\\b)\\(?[a-z/-]+\\)?\\s+){0,4}$";
const en = {
  need: new RegExp(
    `\\b(?:(?:patients?|subjects?|participants?|who|that|which)\\s+)?(?:requir(?:e|es|ing|ements?\\s+for)|in\\s+need\\s+of|needs?(?:\\s+for|\\s+to\\s+undergo)?|needing)\\s+${between}`,
  ),
  fit: new RegExp(
    `\\b(?:candida(?:tes?|cy)|(?:in)?eligib(?:le|ility)|(?:un)?suitab(?:le|ility)|amenable|appropriate|(?:un)?fit|indicat(?:ed|ions?)|(?:not\\s+|un)?able|(?:in)?ability|unwilling(?:ness)?)\\s+(?:for|to|to\\s+(?:undergo|receive|have|tolerate))\\s+${between}`,
  ),
  refused:
    /\b(?:refus(?:es?|ed|ing|al(?:\s+of)?)|declin(?:es?|ed|ing))\s+(?:to\s+(?:undergo|receive|have)\s+)?(?:[a-z/-]+\s+){0,2}$/,
  undergoing: /\b(?:(?:is|are|currently|presently|actively|who|be)\s+){0,2}undergoing\s+(?:[a-z-]+\s+){0,2}$/,
  current:
    /\b(?:(?:currently|presently|now)\s+(?:on|receiving)|receiving|current|currently|ongoing|on|(?<!\b(?:received|completed|undergone|had|given|after|following|with)\s)(?:concurrent|concomitant|simultaneous)(?:\s+use\s+of)?)\s+(?:[a-z-]+\s+){0,1}$/,
} as const;
const zh = {
  need: /(?<![不无])(?:需要|必需|需|须)(?:(?!过|曾|的)[\p{Script=Han}a-z]){0,6}$/u,
  fit: /(?<!不)(?:适合|适宜|适于|可行|拟定|有|具有|具备|存在|符合)(?:(?!过|曾|的|患)[\p{Script=Han}a-z]){0,6}$/u,
  refused:
    /(?:(?:(?<![功可])能够?|可以?|无法|不能|(?:不?愿意?|同意))(?:耐受|接受|进行|行)|拒绝(?:接受|进行|行)?)(?:(?!过|曾|的|患)[\p{Script=Han}a-z]){0,4}$/u,
  current:
    /(?:(?:正在|目前正|正|现正|目前)(?:接受|进行|行|做|使用)|同期(?:接受|进行|行)?|同时(?:接受|进行|行))[\p{Script=Han}]{0,4}$/u,
  undergoing: /(?:接受|进行|行)[\p{Script=Han}]{0,4}$/u,
  people: /^(?:治疗|手术|术)?(?:的)?(?:患者|受试者|病人|者)/,
  indication: /^(?:治疗|的)*(?:指征|适应证|适应症|禁忌证|禁忌症|禁忌)/,
  done: /过|曾|既往|已|史|后|末次/,
} as const;

/** Procedures that go on for a time; what MeSH calls them says so of those not listed. */
const lasting = new Set([
  "MESH:D006435",
  "MESH:D011878",
  "MESH:D012121",
  "MESH:D001803",
  "MESH:D010951",
  "MESH:D010102",
]);
const lastingName =
  /dialysis|therapy\b|radiation|irradiation|ventilation|transfusion|exchange|respiration|rehabilitation|filtration/i;

type Treatment = MarkOf<"concept"> | MarkOf<"leaf">;

/**
 * What somebody needs, would suit, can have, refuses or is an indication for was not had: no record says so, and the words stay text
 * ("candidates for surgery", "need for transplantation", "需要手术"). Where a diagnosis stands beside it, a need narrows the
 * diagnosis and is left ("infection requiring drainage"); so is a drug that is required, which is being taken, and what has a
 * time of its own. "Undergoing" and "正在接受": a procedure that goes on for a time was done in the 30 days up to the index
 * date, another one is planned, a drug is a current one; where the text has a time, the text's holds.
 */
export const joinNeeds: Rule = (given, context) => {
  let marks = [...given];
  if (marks.length === 0) return marks;
  const { start } = spanOfMarks(marks);
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (!isTreatment(mark)) continue;
    // The words before a treatment, in its own item and not too far away.
    const opening = Math.max(start, mark.start - reach);
    const from = neededFrom(marks, at, mark, opening, context);
    if (from !== null) {
      const kept = marks.slice(0, at).filter(({ end }) => end <= from.start);
      const cut = marks.slice(0, at).find(({ start, end }) => start < from.start && end > from.start);
      const last = lastOfRow(marks, at, from.isFit);
      const word: Mark = { start: from.start, end: Math.max(from.end, marks[last]!.end), type: "word", limits: true };
      const rest = marks.slice(last + 1).filter(({ end }) => end > word.end);
      const opening: Mark[] = cut === undefined ? [] : [{ start: cut.start, end: from.start, type: "filler" }];
      marks = [...kept, ...opening, word, ...rest];
      at = kept.length + opening.length;
      continue;
    }
    marks = settleCourse(marks, at, mark, opening, context);
  }
  return marks;
};

const isProcedure = (mark: Treatment): boolean =>
  isMark(mark, "leaf") ? mark.tree.kind === "procedure" : mark.kind === "procedure";

const isDiagnosis = (mark: Mark | undefined): boolean =>
  isMark(mark, "toxicity") ||
  isMark(mark, "outcome") ||
  (isMark(mark, "leaf") && mark.tree.kind === "condition") ||
  (isMark(mark, "concept") && ["disease", "phenotype", "code"].includes(mark.kind));

const endsClause = (mark: Mark) => isMark(mark, "punct") && (mark.is === ";" || mark.is === ".");

/** The marks of the clause that a place lies in. */
function clauseOf(marks: readonly Mark[], at: number): Mark[] {
  const from = marks.findLastIndex((mark, place) => place < at && endsClause(mark)) + 1;
  const to = marks.findIndex((mark, place) => place > at && endsClause(mark));
  return marks.slice(from, to < 0 ? marks.length : to);
}

const hasTime = (marks: readonly Mark[]): boolean =>
  marks.some(
    (mark) =>
      isMark(mark, "time-unit") ||
      isMark(mark, "window") ||
      (isMark(mark, "relation") && ["before", "last", "ago", "since", "after", "next"].includes(mark.is)),
  );

type Needed = { start: number; end: number; isFit: boolean };

/** From where to where a text says that a treatment is needed or would suit; null where it does not. */
function neededFrom(
  marks: readonly Mark[],
  at: number,
  mark: Treatment,
  opening: number,
  { folded }: RuleContext,
): Needed | null {
  const before = folded.slice(opening, mark.start);
  const behind = folded.slice(mark.end, mark.end + reach);
  const isHan = isHanAround(folded, mark);
  const indication = isHan ? zh.indication.exec(behind) : null;
  const fit = isHan ? zh.fit.exec(before) : en.fit.exec(before);
  if (indication !== null || (fit !== null && (!isHan || /^(?:适|可行)/.test(fit[0])))) {
    const start = fit === null ? mark.start : opening + fit.index;
    return { start, end: mark.end + (indication?.[0].length ?? 0), isFit: true };
  }
  const refused = (isHan ? zh : en).refused.exec(before);
  if (refused !== null) return { start: opening + refused.index, end: mark.end, isFit: true };
  const indicated = isHan ? null : /\bindications?\s+for\s+$/.exec(before);
  if (indicated !== null) return { start: opening + indicated.index, end: mark.end, isFit: true };
  const need = (isHan ? zh : en).need.exec(before);
  if (need === null || !isProcedure(mark)) return null;
  const start = opening + need.index;
  const clause = clauseOf(marks, at);
  const isPlanned = clause.some((one) => isMark(one, "plan") && one.end > start && one.start < mark.start);
  const narrows = isHan || /^(?!who\b).*\b(?:requires|requiring|needing)|^(?:that|which)\b/.test(need[0]);
  // "Surgery within 8 weeks, or will require surgery": the time is of the other part.
  const joint = clause.findLast((one) => isMark(one, "connector") && one.end <= start);
  const own = joint === undefined ? clause : clause.filter((one) => one.start >= joint.end);
  const isOfDiagnosis = clause.some(
    (one) => isDiagnosis(one) && (one.end <= mark.start || (isHan && /^(?:治疗)?的/.test(behind))),
  );
  return isPlanned || (narrows && isOfDiagnosis) || hasTime(own) ? null : { start, end: mark.end, isFit: false };
}

/** "Candidates for surgery, chemotherapy or radiotherapy": the word holds for what "or" and "and" join. */
function lastOfRow(marks: readonly Mark[], at: number, isAny: boolean): number {
  let joined = at;
  for (let last = at; ; ) {
    let place = last + 1;
    let isWord = false;
    for (; isJoint(marks[place]); place++) isWord ||= !isComma(marks[place]);
    const next = marks[place];
    if (place === last + 1 || !isTreatment(next) || (!isAny && !isProcedure(next))) return joined;
    last = place;
    // A comma alone may begin another criterion; what "or" joins at last is one row.
    if (isWord) joined = place;
  }
}

const isComma = (mark: Mark | undefined) => isMark(mark, "punct") && mark.is === ",";
const isJoint = (mark: Mark | undefined) =>
  isMark(mark, "connector") || isComma(mark) || (isMark(mark, "punct") && mark.is === "/");

/** What is said to be going on with a treatment, and with what "or" joins to it. */
function settleCourse(
  marks: readonly Mark[],
  at: number,
  mark: Treatment,
  opening: number,
  { folded, type }: RuleContext,
): Mark[] {
  const before = folded.slice(opening, mark.start);
  const behind = folded.slice(mark.end, mark.end + reach);
  const clause = clauseOf(marks, at);
  const isHan = isHanAround(folded, mark);
  const words = isHan ? zh : en;
  const current = words.current.exec(before);
  // "行手术的患者" among reasons to exclude may have had it.
  const isOpen =
    !isHan || (type === "inclusion" && zh.people.test(behind) && !clause.some((one) => isDone(one, folded)));
  const undergoing = isOpen ? words.undergoing.exec(before) : null;
  const isPlanned = clause.some((one) => isMark(one, "plan") && one.isWeak !== true);
  if ((current === null && undergoing === null) || hasTime(clause) || isPlanned) return [...marks];
  const said = opening + (undergoing ?? current)!.index;
  const last = lastOfRow(marks, at, true);
  const isBeside = current !== null && /^(?:同|concurrent|concomitant|simultaneous)/.test(current[0]);
  const mayBePlanned = (undergoing !== null || isHan) && !isBeside;
  return marks.map((one, place): Mark => {
    // A drug that somebody undergoes is a current one.
    const isVerb = place < at && one.start >= said && isMark(one, "filler") && !isHan && undergoing !== null;
    if (isVerb && !isProcedure(mark) && folded.slice(one.start, one.end).endsWith("undergoing"))
      return { start: one.start, end: one.end, type: "status", is: "current" };
    if (place < at || place > last || !isTreatment(one) || !isProcedure(one)) return one;
    if (isLasting(one)) return tellOf(one, { isLate: true });
    return mayBePlanned ? tellOf(one, { plan: "only" }) : one;
  });
}

const isHanAround = (folded: string, { start, end }: Mark): boolean =>
  /\p{Script=Han}/u.test(folded.slice(Math.max(0, start - 2), end + 2));

const isDone = (mark: Mark, folded: string) =>
  (isMark(mark, "status") && mark.is === "ever") || zh.done.test(folded.slice(mark.start, mark.end));

function isLasting(mark: Treatment): boolean {
  const named = isMark(mark, "leaf")
    ? mark.tree.kind === "procedure"
      ? mark.tree.concepts.of[0]
      : undefined
    : mark.ref;
  return named !== undefined && (lasting.has(named.id) || lastingName.test(named.en ?? ""));
}
