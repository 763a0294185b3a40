import type { CompoundFilter, RunScope } from "@qinghao/db/schema";
import type { z } from "zod";
import type { runScopeSchema } from "../schema.ts";

/** A scope as a job's row holds it. */
export function storedScope(scope: z.output<typeof runScopeSchema>): RunScope {
  if (scope.kind !== "filter") return scope;
  const { kind, search, ...conditions } = scope;
  return { kind, filter: { ...conditions, searchId: search?.searchId } };
}

/** The compounds that must be there for a job over the scope to have something to do. */
export const filterOfScope = (scope: RunScope): CompoundFilter =>
  scope.kind === "filter" ? scope.filter : scope.kind === "search" ? { searchId: scope.searchId } : {};
