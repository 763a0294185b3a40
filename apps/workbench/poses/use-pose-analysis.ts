"use client";

import type { ReceptorId } from "@qinghao/kernel";
import { useColourScheme } from "@qinghao/ui/science";
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "../trpc/client.ts";

/** Contacts, picture and validity of one pose; a pose that was looked at is not computed again. */
export function usePoseAnalysis(receptorId: string | null, molblock: string | null) {
  const client = useTRPCClient();
  const theme = useColourScheme();
  return useQuery({
    queryKey: ["pose-analysis", receptorId, theme, molblock],
    enabled: receptorId !== null && molblock !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 300_000,
    retry: false,
    queryFn: ({ signal }) =>
      client.receptors.analysePose.mutate(
        { receptorId: receptorId as ReceptorId, molblock: molblock ?? "", theme },
        { signal },
      ),
  });
}
