import type { Tree } from "../../criteria/tree.schema.ts";
import type { RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf } from "../mark.ts";
import { namesEvent } from "./links.ts";

const harm = {
  id: "MESH:D064420",
  en: "Drug-Related Side Effects and Adverse Reactions",
  zh: "药物相关不良反应",
};
const han = /\p{Script=Han}/u;
const baseline = /baseline|基线/;
const highest = 5;
/** What is taken as having come down to little. */
const mostRecovered = 2;

/**
 * "Toxicities of prior therapy resolved to grade ≤ 1", "grade ≥ 2 adverse events": harm of a treatment as a whole with its
 * grade, in one clause. The treatments named in the clause say what caused the harm and are no criterion of their own.
 */
export function joinToxicity(marks: readonly Mark[], context: RuleContext): readonly Mark[] {
  const at = marks.findIndex((mark) => isMark(mark, "toxicity"));
  if (at < 0) return marks;
  const [from, to] = [clauseEnd(marks, at, -1), clauseEnd(marks, at, 1)];
  const clause = marks.slice(from, to + 1);
  const grades = clause.filter((mark) => isMark(mark, "grade"));
  const [grade] = grades;
  const recovery = clause.findIndex((mark) => isMark(mark, "recovery"));
  const leaf = isMark(grade, "grade") && grades.length === 1 ? leafOf(clause, grade, recovery, context) : null;
  if (leaf === null) return marks.map((mark): Mark => (isNew(mark) ? { ...span(mark), type: "word" } : mark));
  const kept = clause.flatMap((mark): Mark[] => {
    if (isMark(mark, "negation") || mark === grade || isMark(mark, "recovery"))
      return [{ ...span(mark), type: "filler" }];
    if (isMark(mark, "toxicity")) return [leaf];
    if (isMark(mark, "relation") && mark.is !== "within") return [{ ...span(mark), type: "filler" }];
    // "Grade ≤ 1 or baseline" lets more in than the grade says.
    if (recovery >= 0 && baseline.test(context.folded.slice(mark.start, mark.end)))
      return [{ ...span(mark), type: "word" }];
    return namesEvent(mark) || isMark(mark, "connector") ? [{ ...span(mark), type: "filler" }] : [mark];
  });
  return [...marks.slice(0, from), ...kept, ...marks.slice(to + 1)];
}

const span = ({ start, end }: Mark) => ({ start, end });
const isNew = (mark: Mark) => isMark(mark, "toxicity") || isMark(mark, "recovery");

/** The clause ends at a full stop, a semicolon, an exception. */
function clauseEnd(marks: readonly Mark[], from: number, step: 1 | -1): number {
  let at = from;
  const ends = (mark: Mark | undefined) =>
    mark === undefined || isMark(mark, "exception") || (isMark(mark, "punct") && (mark.is === "." || mark.is === ";"));
  while (!ends(marks[at + step])) at += step;
  return at;
}

function leafOf(
  clause: readonly Mark[],
  grade: MarkOf<"grade">,
  recovery: number,
  { folded, text, type }: RuleContext,
): (Mark & { type: "leaf" }) | null {
  const toxicity = clause.find((mark) => isMark(mark, "toxicity"))!;
  const isDenied = clause.some((mark) => isMark(mark, "negation"));
  const names = clause.filter(namesEvent);
  // A diagnosis of its own beside the toxicities is more than what caused them.
  if (names.some((mark) => isMark(mark, "concept") && (mark.kind === "disease" || mark.kind === "phenotype")))
    return null;
  const last = names[names.length - 1];
  const cause = last !== undefined && last.start > toxicity.end ? text.slice(toxicity.end, last.end).trim() : null;
  const ofGrade = (min: number) =>
    han.test(folded.slice(toxicity.start, toxicity.end)) ? `≥${min}级` : `grade ≥ ${min}`;
  const condition = (min: number): Tree => ({
    kind: "condition",
    concepts: { of: [harm] },
    qualifiers: [ofGrade(min), ...(cause === null ? [] : [cause.replace(/\s+/g, " ")])],
  });
  const tree = gradedHarm(grade, recovery >= 0, isDenied, type, condition);
  return tree === null ? null : { ...span(toxicity), type: "leaf", tree };
}

function gradedHarm(
  { min, max }: MarkOf<"grade">,
  isRecovered: boolean,
  isDenied: boolean,
  type: "inclusion" | "exclusion",
  condition: (min: number) => Tree,
): Tree | null {
  if (!isRecovered) {
    if (max !== highest || min < 1) return null;
    const tree = condition(min);
    return isDenied ? { kind: "not", of: tree } : tree;
  }
  if (max > mostRecovered) return null;
  const remaining = condition(max + 1);
  if (isDenied) return type === "exclusion" ? remaining : null;
  return type === "inclusion" ? { kind: "not", of: remaining } : null;
}
