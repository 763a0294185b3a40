import type { MatchRunView } from "@qinghao/api/schema";

/** One number that a hospital released: of which people, and for which criterion where it is of one. */
export type ReleaseRow = {
  readonly site: string;
  readonly state: MatchRunView["sites"][number]["state"];
  readonly measure: string;
  readonly criterion: string;
  /** A number, or `below-threshold`: no one and a few look alike. Empty for a hospital that released nothing. */
  readonly people: string;
};

/**
 * Everything that the hospitals of a run released, a row for each number: `population`, `eligible_yes|unknown|no`, of each
 * criterion `met|not_met|unknown`, `remaining` after each step of the funnel, `gained` without the criterion, and
 * `near_miss`. A hospital that released nothing has one row with its state.
 */
export const releaseRows = ({ sites }: Pick<MatchRunView, "sites">): ReleaseRow[] =>
  sites.flatMap(({ siteId: site, state, release }) => {
    const row = (measure: string, people: number | "below-threshold" | "", criterion = ""): ReleaseRow => ({
      ...{ site, state, measure, criterion },
      people: String(people),
    });
    if (release === null) return [row("", "")];
    const { population, eligible, criteria, funnel, whatIf, nearMisses } = release;
    return [
      row("population", population),
      row("eligible_yes", eligible.yes),
      row("eligible_unknown", eligible.unknown),
      row("eligible_no", eligible.no),
      ...(criteria ?? []).flatMap(({ id, met, notMet, unknown }) => [
        row("met", met, id),
        row("not_met", notMet, id),
        row("unknown", unknown, id),
      ]),
      ...(funnel?.steps ?? []).map(({ id, remaining }) => row("remaining", remaining, id)),
      ...(whatIf ?? []).map(({ id, gained }) => row("gained", gained, id)),
      ...(nearMisses ?? []).map(({ id, people }) => row("near_miss", people, id)),
    ];
  });
