import type { ConceptRef } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, spanOfMarks } from "../mark.ts";
import { asWord, circumstanced } from "./circumstances.ts";

/** Marks that a name and a word about it may have between them. */
const longestReach = 5;

/** Makes leaves of what is named without a number: diagnoses, drugs, procedures, results in words, allergies, states. */
export const joinEvents: Rule = (marks, context) => {
  const out: Mark[] = [];
  let allergyUntil = -1;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (isMark(mark, "allergy")) {
      allergyUntil = at + 14;
      const isFollowed = marks.slice(at + 1, at + 8).some((one) => isMark(one, "concept") && isDrug(one));
      out.push(isFollowed ? { start: mark.start, end: mark.end, type: "filler" } : mark);
      if (!isFollowed) markAllergyBefore(out);
      continue;
    }
    if (isMark(mark, "punct") && (mark.is === ";" || mark.is === ".")) allergyUntil = -1;
    if (isMark(mark, "consent") && isHindered(mark, marks, context)) {
      out.push(asWord(mark));
      continue;
    }
    if (isMark(mark, "concept") && isPurpose(out)) {
      out.push({ start: mark.start, end: mark.end, type: "word" });
      continue;
    }
    const item = itemOf(mark);
    const result = item === null ? null : resultNear(marks, at);
    if (item !== null && result !== null) {
      const tree: Leaf = { kind: "result", item, is: result.is };
      if (result.at < at) out.splice(out.length - (at - result.at));
      const spoken = marks[result.at]!;
      out.push({ start: Math.min(mark.start, spoken.start), end: Math.max(mark.end, spoken.end), type: "leaf", tree });
      at = Math.max(at, result.at);
      continue;
    }
    const status = isMark(mark, "concept") && isInfection(mark) ? resultNear(marks, at) : null;
    if (status !== null && isMark(mark, "concept")) {
      if (status.at < at) out.splice(out.length - (at - status.at));
      const spoken = marks[status.at]!;
      const infection = conditionOf(mark);
      const tree: Tree = status.is[0] === "negative" ? { kind: "not", of: infection } : infection;
      out.push({ start: Math.min(mark.start, spoken.start), end: Math.max(mark.end, spoken.end), type: "leaf", tree });
      at = Math.max(at, status.at);
      continue;
    }
    if (isMark(mark, "concept") && allergyTo.test(context.folded.slice(mark.start, mark.end))) allergyUntil = at + 8;
    const tree = leafOf(mark, at < allergyUntil);
    if (tree !== null) {
      out.push({
        start: mark.start,
        end: mark.end,
        type: "leaf",
        tree,
        ...(isMark(mark, "concept") ? { sharesTime: true } : {}),
      });
      continue;
    }
    out.push(mark);
  }
  return joinQualifiers(bothSexes(out), context.text);
};

/** "Allergy to ASA or other NSAIDs": a name that opens with what the names behind it are named for. */
const allergyTo =
  /^(?:(?:known|severe|documented)\s)?(?:allerg(?:y|ies|ic)|hypersensitivit(?:y|ies)|intolerance)\s(?:reactions?\s)?to\b/;

const hindrance =
  /\b(?:interfer\w*|compromis\w*|preclud\w*|affect\w*|impair\w*|influenc\w*|limit\w*|hinder\w*|prevent\w*|jeopardi\w*|complicat\w*|impact\w*)\b[^.;]{0,90}$|(?:影响|妨碍|干扰|阻碍|不利于)[^。；;]{0,30}$/;

/** "Would interfere with the ability to consent": what may hinder consent is no consent. */
const isHindered = ({ start }: Mark, marks: readonly Mark[], { folded }: RuleContext): boolean =>
  hindrance.test(folded.slice(Math.max(spanOfMarks(marks).start, start - 110), start));

/** Whether the words before say that a name is only the reason of something. Qualifiers and fillers may stand between. */
function isPurpose(before: readonly Mark[]): boolean {
  let at = before.length - 1;
  while (isMark(before[at], "filler") || isMark(before[at], "qualifier") || isMark(before[at], "status")) at--;
  return isMark(before[at], "purpose");
}

/** The laboratory item that a mark names. */
function itemOf(mark: Mark): ConceptRef | null {
  // A result in words has no place for how its sample was taken: the name stays unread.
  if (isMark(mark, "measure"))
    return mark.measure.of === "lab" && mark.measure.fasting === undefined ? mark.measure.item : null;
  return isMark(mark, "concept") ? (mark.lab ?? null) : null;
}

/** Infections that people are "positive" for. */
const infections = new Set(["MONDO:0005109", "MONDO:0005344", "MONDO:0005231"]);
const isInfection = ({ ref }: MarkOf<"concept">) => infections.has(ref.id);

const isDrug = ({ kind }: MarkOf<"concept">) => kind === "drug" || kind === "drug-class" || kind === "herb";

function leafOf(mark: Mark, isAllergy: boolean): Tree | null {
  if (isMark(mark, "sex")) return { kind: "sex", is: [mark.is] };
  if (isMark(mark, "state")) return { kind: "reproduction", state: mark.state };
  if (isMark(mark, "consent")) return { kind: "consent", to: mark.to };
  if (isMark(mark, "visit")) return { kind: "visit", setting: mark.setting };
  if (!isMark(mark, "concept")) return null;
  return conceptLeaf(mark, isAllergy);
}

/** The leaf of a named concept by its kind; null for names that say nothing alone (genes, laboratory items). */
function conceptLeaf(mark: MarkOf<"concept">, isAllergy: boolean): Tree | null {
  const tree = plainLeaf(mark, isAllergy);
  return tree === null ? null : circumstanced(tree, mark);
}

function plainLeaf(mark: MarkOf<"concept">, isAllergy: boolean): Tree | null {
  const concepts = { of: [mark.ref, ...(mark.others ?? [])] as [ConceptRef, ...ConceptRef[]] };
  if (isDrug(mark)) return isAllergy ? { kind: "allergy", concepts } : { kind: "drug", concepts };
  if (mark.kind === "procedure") return mark.isTest === true ? null : { kind: "procedure", concepts };
  if (mark.kind === "disease" || mark.kind === "phenotype") return conditionOf(mark);
  if (mark.kind === "lab" && mark.drug !== undefined) {
    const named = { of: [mark.drug, ...(mark.others ?? [])] as [ConceptRef, ...ConceptRef[]] };
    return isAllergy ? { kind: "allergy", concepts: named } : { kind: "drug", concepts: named };
  }
  if (mark.kind === "code") return /^(?:ICD10|ICD10CM|ICD10CN|ICDO)/.test(mark.ref.id) ? conditionOf(mark) : null;
  return null;
}

const conditionOf = (mark: MarkOf<"concept">): Tree => ({
  kind: "condition",
  concepts: { of: [mark.ref] },
  ...(mark.qualifiers.length > 0 ? { qualifiers: mark.qualifiers } : {}),
});

/** A result in words beside a laboratory item: "positive HBsAg", "HBV DNA negative". */
function resultNear(marks: readonly Mark[], at: number): { at: number; is: MarkOf<"result">["is"] } | null {
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    const mark = marks[place];
    if (isMark(mark, "result")) return { at: place, is: mark.is };
    if (!isMark(mark, "filler") && !isMark(mark, "group")) break;
  }
  for (let place = at - 1; place >= 0 && at - place <= 3; place--) {
    const mark = marks[place];
    if (isMark(mark, "result")) return { at: place, is: mark.is };
    if (!isMark(mark, "filler")) break;
  }
  return null;
}

/** "penicillin allergy": the drug before the word. */
function markAllergyBefore(out: Mark[]): void {
  const place = out.length - 2;
  const mark = out[place];
  if (isMark(mark, "leaf") && mark.tree.kind === "drug") {
    out[place] = { ...mark, end: out[place + 1]!.end, tree: { kind: "allergy", concepts: mark.tree.concepts } };
    out.pop();
  }
}

/** "Men and women", "male or female" ask for nothing. */
function bothSexes(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    const first = sexOf(mark);
    let next = at + 1;
    while (next - at <= 3 && isBetweenSexes(marks[next])) next++;
    const second = next > at + 1 ? sexOf(marks[next]) : null;
    if (first !== null && second !== null && first !== second) {
      out.push({ start: mark.start, end: marks[next]!.end, type: "filler" });
      at = next;
    } else out.push(mark);
  }
  return out;
}

const sexOf = (mark: Mark | undefined) => (isMark(mark, "leaf") && mark.tree.kind === "sex" ? mark.tree.is[0] : null);
const isBetweenSexes = (mark: Mark | undefined) =>
  isMark(mark, "connector") ||
  isMark(mark, "filler") ||
  (isMark(mark, "punct") && (mark.is === "/" || mark.is === ","));

/** Words that narrow a diagnosis join the diagnosis they stand before or, in brackets or behind it, after. */
function joinQualifiers(marks: readonly Mark[], text: string): Mark[] {
  const out: Mark[] = [];
  for (const mark of marks) {
    if (isMark(mark, "leaf") && mark.tree.kind === "condition") {
      const words: string[] = [];
      let start = mark.start;
      while (out.length > 0) {
        const before = out[out.length - 1]!;
        if (isMark(before, "qualifier")) {
          words.unshift(text.slice(before.start, before.end));
          start = before.start;
          out.pop();
        } else if (
          isMark(before, "filler") &&
          isMark(out[out.length - 2], "qualifier") &&
          before.end - before.start <= 4
        )
          out.pop();
        else break;
      }
      // The linker cuts "moderate or severe" in two words.
      const own = (mark.tree.qualifiers ?? []).filter((word) => !words.some((said) => said.includes(word)));
      const all = [...new Set([...words, ...own])];
      out.push(all.length === 0 ? mark : { ...mark, start, tree: { ...mark.tree, qualifiers: all } });
    } else {
      const isDrugLeaf = isMark(mark, "leaf") && (mark.tree.kind === "drug" || mark.tree.kind === "procedure");
      // "systemic corticosteroids", "major surgery": no record of a drug or an operation says so.
      while (isDrugLeaf && isMark(out[out.length - 1], "qualifier")) out.pop();
      out.push(mark);
    }
  }
  return out.map((mark) => (isMark(mark, "qualifier") ? { start: mark.start, end: mark.end, type: "word" } : mark));
}
