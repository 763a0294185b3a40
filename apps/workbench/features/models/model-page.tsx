"use client";

import { manifestSchema } from "@qinghao/properties/schema";
import { EmptyState, PageBody, PageHeader, Skeleton, StateChip } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { ModelMaking } from "./model-making.tsx";
import { ModelQuality } from "./model-quality.tsx";

/** The evidence behind one model: how good it is, against whom, on which data, and how to make it again. */
export function ModelPage({ endpoint }: { endpoint: string }) {
  const t = useTranslations("models");
  const locale = useLocale();
  const trpc = useTRPC();
  const found = useQuery(trpc.models.get.queryOptions({ endpoint }));
  const model = found.data;
  const manifest = manifestSchema.safeParse(model?.manifest);
  return (
    <>
      <PageHeader
        above={
          <Link href="/models" className="inline-flex items-center gap-0.5 hover:text-ink">
            <ChevronLeft aria-hidden size={12} />
            {t("title")}
          </Link>
        }
        title={model === undefined ? t("one") : model.name[locale]}
        state={
          model && (
            <StateChip
              state={model.available ? "ready" : "unavailable"}
              label={model.available ? t("available") : t("noWeights")}
            />
          )
        }
        meta={
          model &&
          (model.version === null ? model.unit : t("unitAndVersion", { unit: model.unit, version: model.version }))
        }
        description={model?.description[locale]}
      />
      <PageBody>
        {found.isPending && <Skeleton className="h-64 w-full" />}
        {found.isError && <FailureState error={found.error} onRetry={() => found.refetch()} />}
        {model !== undefined && !manifest.success && (
          <EmptyState title={model.manifest === null ? t("noWeightsTitle") : t("newerManifest")}>
            {model.manifest === null ? t("noWeightsAdvice", { command: `qinghao models train ${endpoint}` }) : null}
          </EmptyState>
        )}
        {manifest.success && (
          <div className="flex max-w-5xl flex-col">
            <ModelQuality manifest={manifest.data} />
            <ModelMaking manifest={manifest.data} />
          </div>
        )}
      </PageBody>
    </>
  );
}
