"use client";

import type { WireError } from "@qinghao/kernel";
import { useQuery } from "@tanstack/react-query";
import { ResponseFailure } from "../trpc/failure.ts";

export type ReceptorStructure = { text: string; format: "cif" };

/** The prepared receptor's file for a viewer, fetched once: it never changes, however many poses are shown in it. */
export function useReceptorStructure(receptorId: string | null) {
  return useQuery({
    queryKey: ["receptor-structure", receptorId],
    enabled: receptorId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<ReceptorStructure> => {
      const response = await fetch(`/api/v1/receptors/${receptorId}/structure.cif`, { signal });
      if (response.ok) return { text: await response.text(), format: "cif" };
      const { error } = (await response.json()) as { error: WireError };
      throw new ResponseFailure(error);
    },
  });
}
