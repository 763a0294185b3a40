"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";

/** Names of the screening methods, and what their scores are, in the reader's language. */
export function useMethods() {
  const trpc = useTRPC();
  const locale = useLocale();
  const { data } = useQuery(trpc.campaigns.methods.queryOptions({}, { staleTime: Number.POSITIVE_INFINITY }));
  const methods = data?.methods ?? [];
  const find = (id: string) => methods.find((one) => one.id === id);
  return {
    methods,
    nameOf: (id: string) => find(id)?.name[locale] ?? id,
    scoreOf: (id: string) => find(id)?.score[locale] ?? "",
  };
}
