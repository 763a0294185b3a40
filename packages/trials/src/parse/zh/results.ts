import type { ConceptRef } from "../../criteria/ranges.schema.ts";
import { isGene } from "../grammar/gene-rows.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";

const longestReach = 3;

function labOf(mark: Mark | undefined): ConceptRef | null {
  if (isMark(mark, "measure") && mark.measure.of === "lab") return mark.measure.item;
  return isMark(mark, "concept") ? (mark.lab ?? null) : null;
}

const isBetween = (mark: Mark | undefined) =>
  isMark(mark, "filler") || isMark(mark, "group") || isMark(mark, "quantifier");

/**
 * Results in words: "HCV抗体阳性且HCV RNA阳性", "抗CCP抗体或类风湿因子阳性" (the word holds for all of a row). Items that the
 * tables of measures name become names, so that the shared rule joins them with their results.
 */
export const nameResults: Rule = (marks) => {
  const out = [...marks];
  for (let at = 0; at < out.length; at++) {
    const mark = out[at]!;
    if (!isMark(mark, "result")) continue;
    let place = at - 1;
    while (at - place <= longestReach && isBetween(out[place])) {
      if (isMark(out[place], "quantifier")) out[place] = { ...out[place]!, type: "filler" } as Mark;
      place--;
    }
    for (let item = labOf(out[place]); item !== null; item = labOf(out[place])) {
      const { start, end } = out[place]!;
      out[place] = { start, end, type: "concept", ref: item, kind: "lab", lab: item, qualifiers: [] };
      const joint = out[place - 1];
      const isRow = isMark(joint, "connector") || (isMark(joint, "punct") && (joint.is === "," || joint.is === "/"));
      if (!isRow || labOf(out[place - 2]) === null) break;
      const name = out[place - 2]!;
      out.splice(place - 1, 0, { start: name.end, end: name.end, type: "result", is: mark.is });
      at++;
      place -= 2;
    }
  }
  return out;
};

const scoredBy = /^(?:tps|cps|tc|ic|ihc|h)$/;

/** "PD-L1表达阳性（TPS≥1%）": the share in brackets belongs to the protein before them. */
export const openProteinLevels: Rule = (marks, { folded }) => {
  const out: Mark[] = [];
  for (const mark of marks) {
    const isLevel =
      isMark(mark, "group") &&
      mark.of.some((one) => isMark(one, "bound")) &&
      mark.of.every(
        (one) => isMark(one, "bound") || isMark(one, "filler") || scoredBy.test(folded.slice(one.start, one.end)),
      );
    if (isLevel && out.slice(-4).some(isGene)) out.push(...mark.of);
    else out.push(mark);
  }
  return out;
};
