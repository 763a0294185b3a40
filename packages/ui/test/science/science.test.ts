import { expect, test } from "vitest";
import { contributionColours, contributionRamps } from "../../src/science/contribution-colours.ts";
import { ruleOfFive } from "../../src/science/rule-of-five.ts";

test("the strongest contributions take the ends of the scale and weak ones none", () => {
  const { colours, reach } = contributionColours([0.5, -1, 0.01, 0], "light");
  expect(reach).toBe(1);
  contributionRamps.light.low.forEach((channel, i) => {
    expect(colours[1]?.[i]).toBeCloseTo(channel, 10);
  });
  expect(Object.keys(colours)).toEqual(["0", "1"]);
  const [red, green, blue] = colours[0]!;
  expect(red).toBeGreaterThan(blue);
  expect(green).toBeGreaterThan(contributionRamps.light.high[1]);
});

test("no contribution at all gives no colour and no division by zero", () => {
  expect(contributionColours([0, 0], "dark")).toEqual({ colours: {}, reach: 0 });
  expect(contributionColours([], "dark")).toEqual({ colours: {}, reach: 0 });
});

/** Values of RDKit 2026.9.1 (Python) for ciclosporin and aspirin. */
test.each([
  ["aspirin", { amw: 180.159, CrippenClogP: 1.3101, lipinskiHBD: 1, lipinskiHBA: 4 }, []],
  ["ciclosporin", { amw: 1202.635, CrippenClogP: 3.269, lipinskiHBD: 5, lipinskiHBA: 23 }, ["weight", "acceptors"]],
])("rule of five of %s", (_name, values, broken) => {
  expect(
    ruleOfFive(values)
      .filter((rule) => !rule.isMet)
      .map((rule) => rule.id),
  ).toEqual(broken);
});

test("a value on the limit meets the rule", () => {
  expect(ruleOfFive({ amw: 500, CrippenClogP: 5, lipinskiHBD: 5, lipinskiHBA: 10 }).every((rule) => rule.isMet)).toBe(
    true,
  );
});
