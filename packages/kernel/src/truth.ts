/** Kleene's three-valued truth: what is not known stays unknown until a fact decides it. */
export const truths = ["true", "false", "unknown"] as const;
export type Truth = (typeof truths)[number];

export const truthOf = (value: boolean): Truth => (value ? "true" : "false");

export const not = (a: Truth): Truth => (a === "unknown" ? "unknown" : a === "true" ? "false" : "true");

/** True of no operands is true. */
export function and(...of: readonly Truth[]): Truth {
  if (of.includes("false")) return "false";
  return of.includes("unknown") ? "unknown" : "true";
}

/** Or of no operands is false. */
export function or(...of: readonly Truth[]): Truth {
  if (of.includes("true")) return "true";
  return of.includes("unknown") ? "unknown" : "false";
}

export function xor(a: Truth, b: Truth): Truth {
  if (a === "unknown" || b === "unknown") return "unknown";
  return truthOf(a !== b);
}

export const implies = (a: Truth, b: Truth): Truth => or(not(a), b);

/** Whether at least `n` operands are true: decided as soon as the known ones decide it. */
export function atLeast(n: number, of: readonly Truth[]): Truth {
  let certain = 0;
  let possible = 0;
  for (const truth of of) {
    if (truth === "true") certain++;
    if (truth !== "false") possible++;
  }
  if (certain >= n) return "true";
  return possible >= n ? "unknown" : "false";
}
