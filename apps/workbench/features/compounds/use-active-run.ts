"use client";

import type { RunView } from "@qinghao/api/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "../../trpc/client.ts";

const pollMs = 1000;
const restMs = 8000;
export const isRunOver = (run: Pick<RunView, "state">): boolean =>
  run.state === "completed" || run.state === "failed" || run.state === "cancelled";

/**
 * The run whose progress the table shows: the one named in the address, otherwise the newest of the project that is not
 * over. While it runs, each finished shard makes the rows in view fetch their new values.
 */
export function useActiveRun(projectId: string, runId: string | null): RunView | null {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const named = useQuery(
    trpc.runs.get.queryOptions(
      { runId: runId ?? "" },
      {
        enabled: runId !== null,
        refetchInterval: ({ state }) => (state.data !== undefined && isRunOver(state.data) ? false : pollMs),
      },
    ),
  );
  const newest = useQuery(
    trpc.runs.list.queryOptions(
      { projectId, limit: 1 },
      {
        enabled: runId === null,
        refetchInterval: ({ state }) => {
          const run = state.data?.rows[0];
          return run === undefined || isRunOver(run) ? restMs : pollMs;
        },
      },
    ),
  );
  const latest = newest.data?.rows[0];
  const run = runId === null ? (latest !== undefined && !isRunOver(latest) ? latest : null) : (named.data ?? null);

  const progress = (runId === null ? latest : named.data) ?? null;
  const mark = progress === null ? null : `${progress.id} ${progress.shards.done} ${progress.state}`;
  const seen = useRef(mark);
  useEffect(() => {
    if (mark === null || seen.current === mark) return;
    seen.current = mark;
    void queries.invalidateQueries(trpc.compounds.pathFilter());
  }, [mark, queries, trpc]);
  return run;
}
