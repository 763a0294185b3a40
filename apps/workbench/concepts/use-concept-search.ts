"use client";

import type { ConceptKind } from "@qinghao/knowledge/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../trpc/client.ts";

/** Keys pressed within this time of one another ask once. */
const settleMs = 40;

/** Answers while one types; what was found last stays until the next answer is here. */
export function useConceptSearch(
  text: string,
  { kinds, limit = 50, projectId }: { kinds: readonly ConceptKind[]; limit?: number; projectId?: string | undefined },
) {
  const trpc = useTRPC();
  const inProject = projectId === undefined ? {} : { projectId };
  const wanted = useSettled(text.trim(), settleMs);
  return useQuery(
    trpc.knowledge.search.queryOptions(
      { q: wanted, limit, ...(kinds.length > 0 ? { kinds: [...kinds] } : {}), ...inProject },
      {
        enabled: wanted !== "",
        placeholderData: wanted === "" ? undefined : keepPreviousData,
        staleTime: 60_000,
        retry: false,
        trpc: { abortOnUnmount: true, context: { alone: true } },
      },
    ),
  );
}

function useSettled(value: string, afterMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
