// Adds up what test steps report.
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number, skippedNames: string[], failedNames: string[] }} Counts */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] });

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skippedNames: [...a.skippedNames, ...b.skippedNames],
  failedNames: [...a.failedNames, ...b.failedNames],
});

/** A step that is one test in itself. */
export const oneTest = (name, ok) => ({
  ...noCounts(),
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  failedNames: ok ? [] : [name],
});

/**
 * What a vitest JSON report says. A file that could not be loaded counts as one failed test, and so does a run that failed
 * although no test of it did (an error outside of tests, a crash before the report).
 * @param {string | null} text the report, null when vitest left none
 * @param {number} exitCode vitest's
 * @returns {Counts}
 */
export function countReport(text, exitCode, name = "vitest") {
  const counts = noCounts();
  for (const file of parse(text)?.testResults ?? []) {
    const tests = file.assertionResults ?? [];
    if (tests.length === 0 && file.status === "failed") {
      counts.failed++;
      counts.failedNames.push(`${shortName(file.name)} (could not be loaded)`);
    }
    for (const test of tests) {
      const title = `${shortName(file.name)} > ${test.fullName ?? test.title}`;
      if (test.status === "passed") counts.passed++;
      else if (test.status === "failed") {
        counts.failed++;
        counts.failedNames.push(title);
      } else {
        counts.skipped++;
        counts.skippedNames.push(title);
      }
    }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    counts.failed = 1;
    counts.failedNames.push(`${name} ended with ${exitCode}`);
  }
  return counts;
}

function parse(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const shortName = (file) => file?.replaceAll("\\", "/").split("/").slice(-4).join("/") ?? "?";

/** The last line of `npm test`. @param {Counts} counts */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** @returns {string | null} */
export function readOrNull(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
