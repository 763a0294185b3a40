"use client";

import type { RouterInputs } from "@qinghao/api/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "../../trpc/client.ts";
import { choiceOf, givenSource, type ReceptorDraft, type StructureSource } from "./receptor-draft.ts";

type Input = RouterInputs["receptors"]["inspect"];

/** What a file holds, and how the draft would prepare it; without a draft as the rules have it. */
export function useInspection(source: StructureSource, draft: ReceptorDraft | null) {
  const client = useTRPCClient();
  const choice = draft === null ? null : choiceOf(draft);
  return useQuery({
    queryKey: ["receptor-inspection", source.key, choice],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    placeholderData: draft === null ? undefined : keepPreviousData,
    queryFn: ({ signal }) =>
      client.receptors.inspect.mutate({ ...givenSource(source), ...choice } as Input, { signal }),
  });
}
