"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { filterOf, readTableState } from "../../compound-filter/table-state.ts";
import { useTRPC } from "../../trpc/client.ts";
import { compoundAddress, tableAddress } from "./addresses.ts";

export type Neighbours = {
  /** The table that the reader came from. */
  readonly tableHref: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** Place in that table, from 1, and how many it has. */
  readonly place: { readonly at: number; readonly total: number } | null;
};

/** The compounds before and after this one in the table that the address remembers. */
export function useNeighbours(projectId: string): Neighbours {
  const trpc = useTRPC();
  const query = useSearchParams();
  const state = useMemo(() => readTableState(new URLSearchParams(query)), [query]);
  const at = query.get("at") === null ? Number.NaN : Number(query.get("at"));
  const isPlaced = Number.isInteger(at) && at >= 0;
  const offset = Math.max(0, at - 1);
  const rows = useQuery(
    trpc.compounds.list.queryOptions(
      {
        projectId,
        ...filterOf(state),
        ...(state.sort === null ? {} : { sort: { ...state.sort } }),
        offset: isPlaced ? offset : 0,
        limit: 3,
      },
      { enabled: isPlaced, placeholderData: keepPreviousData },
    ),
  );
  const near = (place: number) => {
    const row = isPlaced && !rows.isPlaceholderData && place >= 0 ? rows.data?.rows[place - offset] : undefined;
    return row === undefined ? null : compoundAddress(projectId, row.id, state, place);
  };
  return {
    tableHref: tableAddress(projectId, state),
    previousHref: near(at - 1),
    nextHref: near(at + 1),
    place: isPlaced && rows.data !== undefined ? { at: at + 1, total: rows.data.total } : null,
  };
}
