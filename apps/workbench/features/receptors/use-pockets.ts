"use client";

import type { RouterInputs } from "@qinghao/api/client";
import type { ReceptorPocket } from "@qinghao/api/schema";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.ts";
import { choiceOf, givenSource, type ReceptorDraft, type StructureSource } from "./receptor-draft.ts";

type Input = RouterInputs["receptors"]["pockets"];

export type PocketSearch = {
  /** Null until they were found. */
  readonly pockets: readonly ReceptorPocket[] | null;
  readonly isSearching: boolean;
  /** What is kept has changed since they were looked for. */
  readonly isOutdated: boolean;
  /** Null where nothing failed. */
  readonly error: unknown;
  readonly find: () => void;
  readonly cancel: () => void;
};

/** Pockets of the structure as the draft prepares it, looked for when it is asked for: the server needs seconds. */
export function usePockets(source: StructureSource, draft: ReceptorDraft): PocketSearch {
  const client = useTRPCClient();
  const choice = choiceOf(draft);
  const [asked, setAsked] = useState<typeof choice | null>(null);
  const found = useQuery({
    queryKey: ["receptor-pockets", source.key, asked],
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    queryFn: ({ signal }) => client.receptors.pockets.mutate({ ...givenSource(source), ...asked } as Input, { signal }),
  });
  const isSame = JSON.stringify(asked) === JSON.stringify(choice);
  return {
    pockets: found.data?.pockets ?? null,
    isSearching: found.isFetching,
    isOutdated: asked !== null && !isSame,
    error: found.error,
    find: () => (isSame ? void found.refetch() : setAsked(choice)),
    // A question that nobody asks any more is taken back, and the server stops.
    cancel: () => setAsked(null),
  };
}
