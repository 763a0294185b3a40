import type { MatchRunView } from "@qinghao/api/schema";
import { siteReleaseSchema } from "@qinghao/data-space/schema";
import { expect, it } from "vitest";
import { releaseRows } from "../src/trials/release-rows.ts";

const few = "below-threshold" as const;
const release = siteReleaseSchema.parse({
  ...{ version: 1, run: "run_x", site: "site_a", asOf: "2026-01-31", criteriaHash: "0", rule: "x", logHash: "0" },
  policy: { threshold: 10, rounding: 5 },
  population: 1500,
  eligible: { yes: 40, unknown: few, no: 1450 },
  criteria: [{ id: "I1", met: 300, notMet: few, unknown: 1200 }],
  funnel: { start: 1500, steps: [{ id: "I1", remaining: 300 }] },
  whatIf: [{ id: "I1", gained: few }],
  loosened: [],
  nearMisses: null,
});
const site = (siteId: string, state: "answered" | "unreachable"): MatchRunView["sites"][number] => ({
  ...{ siteId, state, error: null, answeredAt: null },
  release: state === "answered" ? release : null,
});

it("every released number is a row, and a hospital that released nothing has one with its state", () => {
  const rows = releaseRows({ sites: [site("site_a", "answered"), site("site_b", "unreachable")] });
  expect(rows.map(({ site: id, measure, criterion, people }) => [id, measure, criterion, people])).toEqual([
    ["site_a", "population", "", "1500"],
    ["site_a", "eligible_yes", "", "40"],
    ["site_a", "eligible_unknown", "", few],
    ["site_a", "eligible_no", "", "1450"],
    ["site_a", "met", "I1", "300"],
    ["site_a", "not_met", "I1", few],
    ["site_a", "unknown", "I1", "1200"],
    ["site_a", "remaining", "I1", "300"],
    ["site_a", "gained", "I1", few],
    ["site_b", "", "", ""],
  ]);
  expect(rows.at(-1)!.state).toBe("unreachable");
});
