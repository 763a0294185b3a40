import type { Rule } from "../language.ts";
import { type Bound, isMark, type Mark, type MarkOf } from "../mark.ts";

const dosePerDay = /^(?:k?g|mg|ug|m?mol|\[iU\]|U)\/(?:kg\/)?d$/;
const doseAlone = /^(?:mg|ug|g)$/;
const longestReach = 5;

/** Gives a drug the amount per day that stands behind it, before it, or in brackets behind it. */
export const joinDoses: Rule = (marks) => {
  const out = [...marks];
  const used = new Set<number>();
  for (const [at, mark] of marks.entries()) {
    if (!isMark(mark, "leaf") || mark.tree.kind !== "drug") continue;
    const found = doseNear(marks, at, used);
    if (found === null) continue;
    for (const place of found.places) used.add(place);
    const dose = { range: found.bound.range, unit: (found.bound.unit as { ucum: string }).ucum };
    out[at] = { ...mark, tree: { ...mark.tree, dose } };
  }
  return out.filter((_, at) => !used.has(at));
};

type Found = { bound: Bound; places: number[] };

function doseNear(marks: readonly Mark[], at: number, used: ReadonlySet<number>): Found | null {
  for (const step of [1, -1]) {
    for (let place = at + step; marks[place] !== undefined && Math.abs(place - at) <= longestReach; place += step) {
      const mark = marks[place]!;
      if (used.has(place)) break;
      const dose = doseOf(mark, isMark(marks[place + 1], "dose-word"));
      if (dose !== null)
        return { bound: dose, places: isMark(marks[place + 1], "dose-word") ? [place, place + 1] : [place] };
      if (!isMark(mark, "filler") && !isMark(mark, "status") && !(isMark(mark, "punct") && mark.is === ",")) break;
    }
  }
  return null;
}

function doseOf(mark: Mark, isDaily: boolean): Bound | null {
  if (isMark(mark, "group")) return doseInside(mark);
  if (!isMark(mark, "bound") || mark.bound.unit.of !== "ucum") return null;
  const { ucum } = mark.bound.unit;
  if (dosePerDay.test(ucum)) return mark.bound;
  return doseAlone.test(ucum) && isDaily ? { ...mark.bound, unit: { of: "ucum", ucum: `${ucum}/d` } } : null;
}

/** "(> 10 mg/day prednisone or equivalent)": the drug there says how the amount is counted. */
function doseInside(group: MarkOf<"group">): Bound | null {
  const bounds = group.of
    .map((mark, at) => doseOf(mark, isMark(group.of[at + 1], "dose-word")))
    .filter((one) => one !== null);
  return bounds.length === 1 ? bounds[0]! : null;
}
