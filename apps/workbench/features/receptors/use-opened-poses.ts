"use client";

import type { RouterInputs } from "@qinghao/api/client";
import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "../../address/use-query-state.ts";
import { useTRPCClient } from "../../trpc/client.ts";

type Input = RouterInputs["receptors"]["readPoses"];

/** The poses that the address opens in a receptor, and which of them is shown: `?poses=upl_...&pose=2`. */
export function useOpenedPoses(receptorId: string) {
  const client = useTRPCClient();
  const [query, change] = useQueryState();
  const uploadId = query.get("poses");
  const found = useQuery({
    queryKey: ["opened-poses", receptorId, uploadId],
    enabled: uploadId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 300_000,
    retry: false,
    queryFn: ({ signal }) => client.receptors.readPoses.mutate({ receptorId, uploadId } as Input, { signal }),
  });
  const wanted = Number(query.get("pose"));
  const poses = found.data?.poses ?? [];
  const shown = poses.find(({ rank }) => rank === wanted) ?? poses[0];
  return {
    found,
    isOpen: uploadId !== null,
    shown: shown?.rank ?? null,
    open: (upload: string) => change({ poses: upload, pose: null }, "push"),
    close: () => change({ poses: null, pose: null }, "push"),
    show: (rank: number) => change({ pose: String(rank) }),
  };
}
