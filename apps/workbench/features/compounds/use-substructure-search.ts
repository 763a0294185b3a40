"use client";

import type { SearchView } from "@qinghao/api/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "../../trpc/client.ts";

const pollMs = 700;
const isOver = (search: SearchView): boolean => ["completed", "failed", "cancelled"].includes(search.state);

/** The search whose hits the table shows, followed until it is over. Hits appear in the table as they are found. */
export function useSubstructureSearch(searchId: string | null): { search: SearchView | null; error: unknown } {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const found = useQuery(
    trpc.searches.get.queryOptions(
      { searchId: searchId ?? "" },
      {
        enabled: searchId !== null,
        refetchInterval: ({ state }) => (state.data === undefined || isOver(state.data) ? false : pollMs),
      },
    ),
  );
  const search = searchId === null ? null : (found.data ?? null);
  const hits = search?.hits;
  const state = search?.state;
  useEffect(() => {
    if (hits !== undefined && state !== undefined) void queries.invalidateQueries(trpc.compounds.list.pathFilter());
  }, [hits, state, queries, trpc]);
  return { search, error: found.error };
}

export const isSearching = (search: SearchView | null): boolean => search !== null && !isOver(search);
