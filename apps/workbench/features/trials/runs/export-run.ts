import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import type { MenuEntry } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { toCsv } from "../../../export/csv.ts";
import type { Count, Release } from "../trial-facts.ts";

/** What was released as files: every number in one long table, and the whole run as it came. */
export function runExports({
  t,
  run,
  version,
  nameOf,
}: {
  t: (key: "exportJson" | "exportCsv") => string;
  run: MatchRunView;
  version: CriteriaVersionView;
  nameOf: (siteId: string) => string;
}): MenuEntry[] {
  return [
    {
      id: "csv",
      label: t("exportCsv"),
      onAction: () => saveFile(`${run.id}.csv`, "text/csv", toCsv(header, releasedRows(run, version, nameOf))),
    },
    {
      id: "json",
      label: t("exportJson"),
      onAction: () => saveFile(`${run.id}.json`, "application/json", `${JSON.stringify(run, null, 2)}\n`),
    },
  ];
}

const header = ["site", "name", "as_of", "threshold", "rounding", "measure", "step", "criterion", "text", "people"];

/** One row per released number; a withheld one carries its mark, as the page does. */
export function releasedRows(
  run: MatchRunView,
  version: CriteriaVersionView,
  nameOf: (siteId: string) => string,
): (string | number | null)[][] {
  const texts = new Map(version.document.criteria.map(({ id, text }) => [id, text]));
  return run.sites.flatMap(({ release }) => {
    if (release === null) return [];
    const { threshold, rounding } = release.policy;
    const mark = (count: Count) => (count === "below-threshold" ? `<${threshold}` : count);
    return numbersIn(release).map(({ measure, step, criterion, count }) => [
      release.site,
      nameOf(release.site),
      release.asOf,
      threshold,
      rounding,
      measure,
      step ?? "",
      criterion ?? "",
      criterion === undefined ? "" : (texts.get(criterion) ?? ""),
      mark(count),
    ]);
  });
}

type Named = { measure: string; step?: number; criterion?: string; count: Count };

function numbersIn({ population, eligible, criteria, funnel, whatIf, loosened, nearMisses }: Release): Named[] {
  return [
    { measure: "population", count: population },
    { measure: "eligible", count: eligible.yes },
    { measure: "eligible-unknown", count: eligible.unknown },
    { measure: "not-eligible", count: eligible.no },
    ...(criteria ?? []).flatMap(({ id, met, notMet, unknown }) => [
      { measure: "met", criterion: id, count: met },
      { measure: "not-met", criterion: id, count: notMet },
      { measure: "unknown", criterion: id, count: unknown },
    ]),
    ...(funnel === null ? [] : [{ measure: "funnel", step: 0, count: funnel.start }]),
    ...(funnel?.steps ?? []).map(({ id, remaining }, at) => ({
      measure: "funnel",
      step: at + 1,
      criterion: id,
      count: remaining,
    })),
    ...(whatIf ?? []).map(({ id, gained }) => ({ measure: "gained-without", criterion: id, count: gained })),
    ...loosened.map(({ id, criterion, gained }) => ({ measure: `gained-by ${id}`, criterion, count: gained })),
    ...(nearMisses ?? []).map(({ id, people }) => ({ measure: "near-miss", criterion: id, count: people })),
  ];
}
