import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import type { ChartPoint, ChartSpec } from "@qinghao/ui/chart";
import type { Release } from "../trial-facts.ts";
import { sumOf, sumText } from "./sums.ts";

export const answersOf = ({ sites }: MatchRunView): Release[] =>
  sites.flatMap(({ release }) => (release === null ? [] : [release]));

/** People left after each step, summed over the given answers; null where no funnel was asked. */
export function funnelChart({
  answers,
  version,
  numberName,
  words,
  format,
  locale,
}: {
  answers: readonly Release[];
  version: CriteriaVersionView;
  numberName: (id: string) => string;
  words: { title: string; step: string; people: string; start: string; withheld: (count: number) => string };
  format: (count: number) => string;
  locale: "en" | "zh";
}): ChartSpec | null {
  const first = answers[0]?.funnel;
  if (first === null || first === undefined) return null;
  const readings = new Map(version.readings.map(({ id, reading }) => [id, reading[locale]]));
  const pointOf = (x: string, note: string, counts: Parameters<typeof sumOf>[0]): ChartPoint => {
    const sum = sumOf(counts);
    const told = sumText(sum, format);
    const withheld = sum.withheld === 0 ? null : words.withheld(sum.withheld);
    return {
      x,
      y: sum.total,
      note,
      mark: withheld === null ? (told ?? "–") : told === null ? withheld : `${told}  ${withheld}`,
    };
  };
  const steps = first.steps.map(({ id }, at) => {
    const criterion = version.document.criteria.find((one) => one.id === id);
    const text = criterion?.text.replace(/\s+/g, " ") ?? id;
    return pointOf(
      `${numberName(id)}  ${text}`,
      readings.get(id) ?? text,
      answers.map(({ funnel }) => funnel?.steps[at]?.remaining),
    );
  });
  return {
    title: words.title,
    n: sumOf(answers.map(({ population }) => population)).total,
    x: { name: words.step, kind: "category" },
    y: { name: words.people, min: 0 },
    isLying: true,
    series: [
      {
        name: words.people,
        kind: "bars",
        points: [
          pointOf(
            words.start,
            words.start,
            answers.map(({ funnel }) => funnel?.start),
          ),
          ...steps,
        ],
      },
    ],
  };
}
