"use client";

import type { ModelView } from "@qinghao/api/schema";
import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "./client.ts";

/** An endpoint as the pages show it, its name in the reader's language. */
export type EndpointLabel = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly plausible: readonly [number, number];
  readonly version: string | null;
  readonly isAvailable: boolean;
};

const none: readonly ModelView[] = [];

/** Every endpoint the server has a model for; empty until the list has arrived. */
export function useEndpoints(): readonly EndpointLabel[] {
  const trpc = useTRPC();
  const locale = useLocale();
  const models = useQuery(trpc.models.list.queryOptions(undefined, { staleTime: 60_000 })).data?.models ?? none;
  return useMemo(
    () =>
      models.map(({ endpoint, name, unit, plausible, version, available }) => ({
        id: endpoint,
        name: name[locale],
        unit,
        plausible,
        version,
        isAvailable: available,
      })),
    [models, locale],
  );
}
