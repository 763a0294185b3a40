"use client";

import { BackLink, PageBody, PageHeader, Skeleton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryState } from "../../../address/use-query-state.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ReviewScreen } from "./review-screen.tsx";

/** A trial's criteria beside their source: the version of the address, otherwise the newest. */
export function ReviewPage({ trialId }: { trialId: string }) {
  const t = useTranslations("trials");
  const trpc = useTRPC();
  const [query] = useQueryState();
  const trial = useQuery(trpc.trials.get.queryOptions({ trialId }));
  const wanted = query.get("version");
  const versions = trial.data?.versions ?? [];
  const versionId = (versions.find(({ id }) => id === wanted) ?? versions[0])?.id;
  const version = useQuery(
    trpc.trials.criteria.get.queryOptions(
      { versionId: versionId ?? "" },
      { enabled: versionId !== undefined, refetchOnWindowFocus: false },
    ),
  );
  if (trial.data !== undefined && version.data !== undefined)
    return <ReviewScreen key={version.data.id} trial={trial.data} loaded={version.data} />;
  const failed = [trial, version].find(({ isError }) => isError);
  return (
    <>
      <PageHeader title={trial.data?.title ?? t("one")} above={<BackLink href="/trials">{t("title")}</BackLink>} />
      <PageBody>
        {failed === undefined ? (
          <div className="grid gap-6 lg:grid-cols-[2fr_3fr]">
            <Skeleton className="h-96 w-full" />
            <Skeleton className="h-96 w-full" />
          </div>
        ) : (
          <FailureState error={failed.error} onRetry={() => failed.refetch()} />
        )}
      </PageBody>
    </>
  );
}
