import type { Criterion } from "@qinghao/trials/schema";
import type { Finding, Reviews } from "../trial-facts.ts";

export const shows = ["all", "unreviewed", "not-computable", "findings"] as const;
export type Show = (typeof shows)[number];

export const showOf = (wanted: string | null): Show => shows.find((one) => one === wanted) ?? "all";

/** Whether a filter of the list lets a criterion through. */
export function isShown(
  { id, computable }: Criterion,
  show: Show,
  reviews: Reviews,
  findings: readonly Finding[],
): boolean {
  if (show === "unreviewed") return reviews[id] === undefined;
  if (show === "not-computable") return computable !== "full";
  if (show === "findings") return findings.some(({ criteria }) => criteria.includes(id));
  return true;
}
