"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.ts";

/** What was computed for a compound, newest first. */
export function useHistory({ projectId, id }: Pick<CompoundView, "projectId" | "id">) {
  const trpc = useTRPC();
  return useQuery(trpc.compounds.history.queryOptions({ projectId, compoundId: id }));
}
