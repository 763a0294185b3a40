"use client";

import type { CompoundRow } from "@qinghao/api/schema";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { filterOf, type TableState } from "../../compound-filter/table-state.ts";
import { useTRPC } from "../../trpc/client.ts";

/** Rows asked for at once. */
export const pageSize = 100;
/** Pages that are out of view are forgotten after this time: the page never holds the library. */
const forgetAfterMs = 8_000;
/** Rows on either side of the view that are asked for before they come into it. */
const ahead = 60;
/** Pages that are passed by while scrolling faster than this are not asked for. */
const settleMs = 90;

export type CompoundWindow = {
  readonly total: number;
  /** Names what is listed in which order. */
  readonly listing: string;
  readonly rowAt: (index: number) => CompoundRow | undefined;
  readonly indexOf: (compoundId: string) => number | null;
  readonly onVisibleRows: (from: number, to: number) => void;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
};

/** The compounds in view and their neighbours, fetched page by page. */
export function useCompoundWindow(projectId: string, state: TableState): CompoundWindow {
  const trpc = useTRPC();
  const filter = useMemo(
    () => ({ projectId, ...filterOf(state), ...(state.sort === null ? {} : { sort: { ...state.sort } }) }),
    [projectId, state],
  );
  const [pages, onVisibleRows] = usePagesInView();
  const options = (page: number) =>
    trpc.compounds.list.queryOptions(
      { ...filter, offset: page * pageSize, limit: pageSize },
      { gcTime: forgetAfterMs, trpc: { abortOnUnmount: true, context: { alone: true } } },
    );
  const first = useQuery({ ...options(0), placeholderData: keepPreviousData });
  const wanted = pages.filter(
    (page) => page === 0 || page * pageSize < (first.data?.total ?? Number.POSITIVE_INFINITY),
  );
  const results = useQueries({ queries: wanted.map(options) });

  const loaded = new Map<number, readonly CompoundRow[]>();
  if (first.data !== undefined) loaded.set(0, first.data.rows);
  results.forEach((result, i) => {
    if (result.data !== undefined) loaded.set(wanted[i]!, result.data.rows);
  });
  const held = useRef(loaded);
  held.current = loaded;
  const signature =
    [...loaded].map(([page, rows]) => `${page}:${rows.length}`).join() + results.map((one) => one.dataUpdatedAt).join();
  const rowAt = useCallback(
    (index: number) => held.current.get(Math.floor(index / pageSize))?.[index % pageSize],
    [signature, first.dataUpdatedAt],
  );
  const indexOf = useCallback((compoundId: string) => {
    for (const [page, rows] of held.current) {
      const at = rows.findIndex((row) => row.id === compoundId);
      if (at >= 0) return page * pageSize + at;
    }
    return null;
  }, []);

  const newest = results.find((one) => one.data !== undefined && !one.isStale)?.data ?? first.data;
  const failed = [first, ...results].find((one) => one.isError);
  return {
    total: newest?.total ?? 0,
    listing: JSON.stringify(filter),
    rowAt,
    indexOf,
    onVisibleRows,
    isLoading: first.isPending,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}

/** Pages that hold the rows in view; changes while scrolling fast are put off until it settles. */
function usePagesInView(): [readonly number[], (from: number, to: number) => void] {
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const changedAt = useRef(0);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const onVisibleRows = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(Math.max(0, from - ahead) / pageSize), last: Math.floor((to + ahead) / pageSize) };
    if (timer.current !== null) clearTimeout(timer.current);
    const apply = () => {
      changedAt.current = performance.now();
      setSpan((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    const wait = settleMs - (performance.now() - changedAt.current);
    timer.current = wait > 0 ? setTimeout(apply, wait) : null;
    if (wait <= 0) apply();
  }, []);
  const pages = useMemo(() => Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i), [span]);
  return [pages, onVisibleRows];
}
