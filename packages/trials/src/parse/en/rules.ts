import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { lymphoblasticLeukaemia } from "../molecular.ts";

/** "HER2+", "ER-": a sign that touches a name is its result, not a comparator or dash. */
export const readPlusAndMinus: Rule = (marks, { folded }) =>
  marks.map((mark, at): Mark => {
    const before = marks[at - 1];
    if (!isMark(before, "concept") || before.end !== mark.start || mark.end - mark.start !== 1) return mark;
    const sign = folded[mark.start];
    if (sign === "+") return { start: mark.start, end: mark.end, type: "result", is: ["positive"] };
    const next = folded[mark.end] ?? " ";
    if (sign === "-" && /[\s,;.)/\p{Script=Han}]/u.test(next))
      return { start: mark.start, end: mark.end, type: "result", is: ["negative"] };
    return mark;
  });

const egfr: Mark & { type: "concept" } = {
  start: 0,
  end: 0,
  type: "concept",
  ref: { id: "HGNC:3236", en: "EGFR", zh: "EGFR" },
  kind: "gene",
  gene: { id: "HGNC:3236", en: "EGFR", zh: "EGFR" },
  qualifiers: [],
};
const longestNumberReach = 5;

/** "EGFR" is the receptor where no number follows it, and the filtration rate where one does. */
export const tellEgfrApart: Rule = (marks, { text }) =>
  marks.map((mark, at): Mark => {
    const isFiltration =
      isMark(mark, "measure") && mark.measure.of === "score" && mark.measure.score === "egfr-ckd-epi-2021";
    if (!isFiltration || text.slice(mark.start, mark.end) !== "EGFR") return mark;
    const behind = marks.slice(at + 1, at + 1 + longestNumberReach);
    const isReceptor = behind.some(
      (one) => isMark(one, "change") || isMark(one, "alteration") || isMark(one, "result"),
    );
    // "EGFR+" is no limit.
    const hasNumber = behind.some(
      (one) => (isMark(one, "comparator") && text[one.start] !== "+") || isMark(one, "number"),
    );
    return hasNumber && !isReceptor ? mark : { ...egfr, start: mark.start, end: mark.end };
  });

const ofThings =
  /(?:tissue|sample|specimen|material|biops(?:y|ies)|slides?|blocks?|scans?|images?|imaging|reports?|vaccin\w+|lesions?|fractures?|stents?)\b[^.;:]*$/;

/** "Tumour material no more than 12 months old": not the age of a person. */
export const keepAgesOfThings: Rule = (marks, { folded }) =>
  marks.map((mark): Mark => {
    const isOld =
      isMark(mark, "measure") && mark.measure.of === "age" && /old$/.test(folded.slice(mark.start, mark.end));
    const isThing = isOld && ofThings.test(folded.slice(Math.max(0, mark.start - 80), mark.start));
    return isThing ? { start: mark.start, end: mark.end, type: "word" } : mark;
  });

const otherLeukaemias =
  /\b(?:AML|CML|CLL|MDS|NHL|APL|T-ALL|B-ALL|Ph\+?)\b|[Ll]euk|[Rr]elapsed|[Rr]efractory|[Rr]emission|blasts?\b/;
const notAmongCapitals = /[a-z]{2}/;

/** "AML or ALL", "relapsed ALL": the leukaemia, where the word stands in capitals among others in small letters. */
export const readAllLeukaemia: Rule = (marks, { text }) => {
  const [first, last] = [marks[0], marks[marks.length - 1]];
  if (first === undefined || last === undefined) return marks;
  const whole = text.slice(first.start, last.end);
  const own = whole.replace(/\bALL\b/, "");
  if (own === whole || !otherLeukaemias.test(own) || !notAmongCapitals.test(whole)) return marks;
  return marks.map((mark, at): Mark => {
    const isWord = (isMark(mark, "filler") || isMark(mark, "quantifier")) && text.slice(mark.start, mark.end) === "ALL";
    const next = marks[at + 1];
    const isNoun = next === undefined || !/^\s(?:of|the|patients|subjects|other|prior)\b/i.test(text.slice(mark.end));
    return isWord && isNoun
      ? {
          start: mark.start,
          end: mark.end,
          type: "concept",
          ref: lymphoblasticLeukaemia,
          kind: "disease",
          isTumour: true,
          qualifiers: [],
        }
      : mark;
  });
};

const otherSensitivity =
  /(?:tki|inhibitor|insulin|platinum|chemo(?:therapy)?|radio|radiation|castration|endocrine|hormone|steroid)s?[ -]*$/;

/** "EGFR-TKI sensitivity", "platinum sensitivity": how well a drug works; of other drugs it is an allergy. */
export const tellSensitivity: Rule = (marks, { folded }) =>
  marks.map((mark): Mark => {
    const isBare = isMark(mark, "allergy") && /^sensitivity(?: to)?$/.test(folded.slice(mark.start, mark.end));
    const isOther = isBare && otherSensitivity.test(folded.slice(Math.max(0, mark.start - 24), mark.start));
    return isOther ? { start: mark.start, end: mark.end, type: "word" } : mark;
  });

/** "Pregnant women are ineligible because the effects of X are unknown": why a rule stands asks for nothing more. */
export const dropWhy: Rule = (marks, { folded }) => {
  let isWhy = false;
  return marks.map((mark, at): Mark => {
    const before = marks[at - 1];
    const isEnd = isMark(mark, "punct") && (mark.is === "." || mark.is === ";");
    const isBegun = isMark(before, "ruling") && before.is === "excluded" && reason.test(folded.slice(mark.start));
    isWhy = !isEnd && (isWhy || isBegun);
    return isWhy ? { start: mark.start, end: mark.end, type: "filler" } : mark;
  });
};
const reason = /^(?:because|due to|owing to)\b/;

/** What is left of words of time once windows are made: "prior" tells that something was, "in" tells nothing. */
export const settleWords: Rule = (marks, { folded }) =>
  marks.map((mark, at): Mark => {
    const { start, end } = mark;
    // "non-cardiac": a part of a word that was not read.
    if (isMark(mark, "negation") && folded.slice(start, end) === "non") {
      const named = marks[at + 1]?.type === "filler" ? marks[at + 2] : marks[at + 1];
      return isMark(named, "leaf") ? mark : { start, end, type: "word" };
    }
    if (isMark(mark, "range") || isMark(mark, "times") || isMark(mark, "anchor")) return { start, end, type: "filler" };
    if (!isMark(mark, "relation")) return mark;
    const word = folded.slice(start, end);
    if (mark.is === "before" && /^(?:prior|previous|preceding)$/.test(word))
      return { start, end, type: "status", is: "ever" };
    if (mark.is === "within" || mark.is === "for" || mark.is === "last") return { start, end, type: "filler" };
    return { start, end, type: "word" };
  });

/** "Not pregnant or nursing": a state whose denial is one phrase with it, denied again for what "or" joins to it. */
export const openDenials: Rule = (marks, { folded }) =>
  marks.flatMap((mark, at): Mark[] => {
    const isDenied =
      isMark(mark, "leaf") &&
      mark.tree.kind === "not" &&
      /^no[nt]\b(?!.*bearing)/.test(folded.slice(mark.start, mark.end));
    const isJoined = isMark(marks[at + 1], "connector") && isMark(marks[at + 2], "leaf");
    if (!isDenied || !isMark(mark, "leaf") || mark.tree.kind !== "not" || !isJoined) return [mark];
    return [
      { start: mark.start, end: mark.start, type: "negation" },
      { ...mark, tree: mark.tree.of },
    ];
  });

/** "Metformin therapy for at least 6 weeks": what follows is how long, not what for. */
export const tellDurations: Rule = (marks, { folded }) =>
  marks.flatMap((mark, at): Mark[] => {
    const next = marks[at + 1];
    const isTime = isMark(next, "comparator") || isMark(next, "number") || isMark(next, "relation");
    const words = folded.slice(mark.start, mark.end);
    if (!isMark(mark, "purpose") || !isTime || !words.endsWith(" for")) return [mark];
    const middle = mark.end - "for".length;
    return [
      { start: mark.start, end: middle - 1, type: "filler" },
      { start: middle, end: mark.end, type: "relation", is: "for" },
    ];
  });

/** "Treated with sirolimus before the study": what was before is not what is. */
export const tellPastTreatments: Rule = (marks, { folded }) =>
  marks.map((mark, at): Mark => {
    if (!isMark(mark, "status") || folded.slice(mark.start, mark.end) !== "treated with") return mark;
    const end = marks.findIndex((one, place) => place > at && isMark(one, "punct"));
    const clause = marks.slice(at, end < 0 ? marks.length : end);
    return clause.some((one) => isMark(one, "relation") && one.is === "before") ? { ...mark, is: "ever" } : mark;
  });

/** "≥ 7 % and below 10 %": words behind a number that stand before another compare the other. */
export const splitAndComparators: Rule = (marks, { folded }) =>
  marks.flatMap((mark, at): Mark[] => {
    const { start, end } = mark;
    if (!isMark(mark, "comparator") || mark.place !== "after" || !isMark(marks[at + 1], "number")) return [mark];
    const joint = /^(and|or)\s+/.exec(folded.slice(start, end));
    if (joint === null) return [mark];
    const middle = start + joint[0].length;
    const is = joint[1] === "and" ? "and" : "or";
    const op = mark.op === ">=" ? ">" : "<";
    return [
      { start, end: start + joint[1]!.length, type: "connector", is },
      { start: middle, end, type: "comparator", op, place: "before" },
    ];
  });
