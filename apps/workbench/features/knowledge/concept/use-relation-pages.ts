"use client";

import type { Predicate } from "@qinghao/knowledge/schema";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { pageSize, useVisiblePages } from "../../../trpc/use-visible-pages.ts";
import { useInProject } from "../knowledge-scope.tsx";

export type RelationFilter = { predicate: Predicate; direction: "out" | "in" } | null;

/** Relations of a concept, fetched page by page as they come into view. */
export function useRelationPages(id: string, filter: RelationFilter) {
  const trpc = useTRPC();
  const inProject = useInProject();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const { predicate, direction } = filter ?? {};
  const input = useMemo(
    () => ({ id, ...(predicate === undefined ? {} : { predicate, direction }), ...inProject }),
    [id, predicate, direction, inProject],
  );
  const options = (page: number) =>
    trpc.knowledge.neighbours.queryOptions(
      { ...input, offset: page * pageSize, limit: pageSize },
      { staleTime: 60_000, trpc: { abortOnUnmount: true } },
    );
  const first = useQuery(options(0));
  const total = first.data?.total ?? 0;
  const loaded = useQueries({ queries: pages.map(options) });
  const failed = [first, ...loaded].find((query) => query.isError);
  const firstRows = first.data?.rows;
  const rowAt = useCallback((index: number) => rowIn(loaded, index) ?? firstRows?.[index], [rowIn, loaded, firstRows]);
  return {
    total,
    rowAt,
    onVisibleRows,
    firstRows: firstRows ?? [],
    isLoading: first.isPending,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    input,
  };
}
