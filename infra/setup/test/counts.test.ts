import { expect, test } from "vitest";
import { addCounts, countReport, lastLine, noCounts, oneTest } from "../counts.mjs";

const report = (testResults: unknown[]) => JSON.stringify({ testResults });
const file = (name: string, statuses: string[], status = "passed") => ({
  name: `/project/packages/a/test/${name}`,
  status,
  assertionResults: statuses.map((each, i) => ({ status: each, fullName: `case ${i}` })),
});

test("passed, failed and skipped tests are counted and named", () => {
  const counts = countReport(
    report([file("one.test.ts", ["passed", "passed", "pending"]), file("two.test.ts", ["failed"])]),
    1,
  );
  expect(counts).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(counts.failedNames).toEqual(["packages/a/test/two.test.ts > case 0"]);
  expect(counts.skippedNames).toEqual(["packages/a/test/one.test.ts > case 2"]);
});

test.each([
  ["a file that could not be loaded", report([file("broken.test.ts", [], "failed")]), 1],
  ["a runner that crashed without a report", null, 139],
  ["half a report", "{", 1],
  ["an error outside of the tests", report([file("one.test.ts", ["passed"])]), 1],
])("%s counts as a failure", (_what, text, code) => {
  expect(countReport(text, code).failed).toBe(1);
});

test("the last line", () => {
  const total = addCounts(oneTest("lint", true), countReport(report([file("one.test.ts", ["passed"])]), 0));
  expect(lastLine(total)).toBe("2 passed, 0 failed");
  expect(lastLine(addCounts(total, { ...noCounts(), skipped: 3 }))).toBe("2 passed, 0 failed, 3 skipped");
});
