import type { TreatmentIntent } from "@qinghao/clinical/schema";
import type { Tree } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { groupLeaf } from "../lexicon-rows.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { all } from "../structure/tree-shapes.ts";
import { asFiller, asWord, circumstanced, isTreatment, tellOf } from "./circumstances.ts";

/** Marks that may stand between the word and the treatment. */
const longestReach = 5;

const chemotherapy = groupLeaf("chemotherapy");
const radiotherapy = groupLeaf("radiotherapy");
/** What stands around surgery where the text names no more: drugs against the cancer. */
const anyTreatment = groupLeaf("anticancer therapy");

/** MeSH terms that are a treatment and an intent in one, which no record of a treatment is coded with. */
const joinedTerms: Readonly<Record<string, { readonly tree: Tree; readonly intent: TreatmentIntent }>> = {
  "MESH:D017024": { tree: chemotherapy, intent: "adjuvant" },
  "MESH:D018714": { tree: radiotherapy, intent: "adjuvant" },
  "MESH:D059186": { tree: all([chemotherapy, radiotherapy]), intent: "adjuvant" },
  "MESH:D020360": { tree: anyTreatment, intent: "neoadjuvant" },
};

/**
 * "Neoadjuvant chemotherapy", "trastuzumab in the adjuvant setting", "新辅助治疗": what a treatment is given for belongs to
 * it. A word for it that finds no treatment stays unread.
 */
export const joinIntents: Rule = (given, { folded }) => {
  const marks = [...given];
  for (const [at, mark] of given.entries()) {
    const term = isMark(mark, "concept") ? joinedTerms[mark.ref.id] : undefined;
    if (term === undefined || isOnlyFit(folded, mark.start)) continue;
    marks[at] = asLeaf(mark, circumstanced(term.tree, { intent: [term.intent] }));
    const next = marks[at + 1];
    if (next !== undefined && /^settings?$/.test(folded.slice(next.start, next.end))) marks[at + 1] = asFiller(next);
    shareFrom(marks, at, [term.intent]);
  }
  for (const [at, mark] of marks.entries()) {
    const word = isMark(mark, "group") ? soleWord(mark) : isMark(mark, "intent") ? mark : null;
    if (word === null) continue;
    if (isOnlyFit(folded, mark.start)) {
      if (isMark(mark, "intent")) marks[at] = asWord(mark);
      continue;
    }
    const place = (isMark(mark, "group") ? null : ahead(marks, at)) ?? behind(marks, at);
    if (place !== null) {
      marks[at] = asFiller(mark);
      marks[place] = told(marks[place]!, word.of);
      if (place > at) shareFrom(marks, place, word.of);
    } else if (isMark(mark, "intent")) {
      const isNamed = mark.isTreatment !== true;
      marks[at] = isNamed ? asWord(mark) : asLeaf(mark, circumstanced(anyTreatment, { intent: [...mark.of] }));
    }
  }
  return marks;
};

const asLeaf = ({ start, end }: Mark, tree: Tree): Mark => ({ start, end, type: "leaf", tree, sharesTime: true });

/** "Adjuvant chemotherapy or radiotherapy": the word holds for what "or" joins. */
function shareFrom(marks: Mark[], from: number, intent: readonly TreatmentIntent[]): void {
  for (let at = from + 1; isOr(marks[at]) && isTreatment(marks[at + 1]); at += 2)
    marks[at + 1] = told(marks[at + 1]!, intent);
}

function told(mark: Mark, intent: readonly TreatmentIntent[]): Mark {
  return isTreatment(mark) ? tellOf(mark, { intent: [...intent] }) : mark;
}

const isOr = (mark: Mark | undefined): boolean =>
  (isMark(mark, "connector") && mark.is === "or") || (isMark(mark, "punct") && mark.is === "/");

/** "Candidates for adjuvant chemotherapy": whom a treatment would suit has not had it. */
const isOnlyFit = (folded: string, at: number): boolean =>
  /\b(?:candidates?|eligible|suitable|indicated|indications?|appropriate|fit|amenable|intended)\b[^.;]{0,40}$|(?:适合|适宜|符合|需要?|可行|适应证)[^。；;,，]{0,12}$/.test(
    folded.slice(Math.max(0, at - 60), at),
  );

/** "(neoadjuvant or adjuvant)" */
function soleWord({ of }: MarkOf<"group">): MarkOf<"intent"> | null {
  const [word, ...rest] = of.filter((mark) => !isMark(mark, "filler"));
  return isMark(word, "intent") && rest.length === 0 ? word : null;
}

const isPassed = (mark: Mark | undefined): boolean =>
  isMark(mark, "filler") || isMark(mark, "qualifier") || isMark(mark, "status");

function ahead(marks: readonly Mark[], at: number): number | null {
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    if (isTreatment(marks[place])) return place;
    if (!isPassed(marks[place])) return null;
  }
  return null;
}

/** "Chemotherapy in the adjuvant setting", "given as adjuvant therapy" */
function behind(marks: readonly Mark[], at: number): number | null {
  for (let place = at - 1; place >= 0 && at - place <= longestReach; place--) {
    if (isTreatment(marks[place])) return place;
    const isRelation = isMark(marks[place], "relation") && marks[place]!.end - marks[place]!.start <= 2;
    if (!isMark(marks[place], "filler") && !isRelation) return null;
  }
  return null;
}
