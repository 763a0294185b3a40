import type { SuiteCase } from "./read-cases.ts";

/** Whether results of the library are what the suite expects of them, one by one. */
export function agreesWithSuite(own: SuiteCase, results: readonly unknown[]): boolean {
  if (own.asPredicate) return String(results.length > 0) === own.outputs[0]?.text;
  if (results.length !== own.outputs.length) return false;
  return results.every((result, index) => agrees(result, own.outputs[index]!.text.trim()));
}

function agrees(result: unknown, printed: string): boolean {
  const text = printed.replace(/^@T?/, "");
  if (typeof result === "number") return Number(text) === result;
  if (typeof result === "object" && result !== null && "value" in result && "unit" in result) {
    const { value, unit } = result as { value: unknown; unit: unknown };
    return `${value} '${unit}'` === printed;
  }
  const own = String(result);
  return own === text || isSameInstant(own, text);
}

const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/;

// The library answers on the clock of UTC and drops a fraction of zero; the point of time is what counts.
export const isSameInstant = (a: string, b: string): boolean =>
  ZONED.test(a) && ZONED.test(b) && Date.parse(a) === Date.parse(b);
