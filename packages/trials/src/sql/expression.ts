/** Boolean SQL expressions as text, folded where a constant decides. Only numbers and column names ever go into them. */
export function allOf(...of: readonly string[]): string {
  if (of.includes("false")) return "false";
  const open = [...new Set(of.filter((one) => one !== "true"))];
  return open.length === 0 ? "true" : open.length === 1 ? open[0]! : `(${open.join(" and ")})`;
}

export function anyOf(...of: readonly string[]): string {
  if (of.includes("true")) return "true";
  const open = [...new Set(of.filter((one) => one !== "false"))];
  return open.length === 0 ? "false" : open.length === 1 ? open[0]! : `(${open.join(" or ")})`;
}

/** A boolean that is never NULL in, its negation out. */
export const notOf = (one: string): string => (one === "true" ? "false" : one === "false" ? "true" : `(not ${one})`);

/** A number as both databases read it exactly. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no number for a query: ${value}`);
  if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : String(value);
  return `cast('${value}' as double precision)`;
}

export type Case = readonly [when: string, then: string];

/** `CASE` with constants folded. */
export function caseOf(cases: readonly Case[], otherwise: string): string {
  const kept: Case[] = [];
  for (const [when, then] of cases) {
    if (when === "false") continue;
    if (when === "true") return closeCase(kept, then);
    kept.push([when, then]);
  }
  return closeCase(kept, otherwise);
}

const closeCase = (cases: readonly Case[], otherwise: string): string =>
  cases.every(([, then]) => then === otherwise)
    ? otherwise
    : `case ${cases.map(([when, then]) => `when ${when} then ${then}`).join(" ")} else ${otherwise} end`;
