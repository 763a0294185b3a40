"use client";

import { BackLink, PageBody, PageHeader } from "@qinghao/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { trialHref } from "../trial-facts.ts";
import { SourceForm } from "./source-form.tsx";

/** An amended protocol in, the next version and what changed out. */
export function AmendTrialPage({ trialId }: { trialId: string }) {
  const t = useTranslations("trials.read");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const trial = useQuery(trpc.trials.get.queryOptions({ trialId }));
  const reading = useMutation(
    trpc.trials.amend.mutationOptions({
      onSuccess: async (version) => {
        queries.setQueryData(trpc.trials.criteria.get.queryKey({ versionId: version.id }), version);
        await queries.invalidateQueries({ queryKey: trpc.trials.get.queryKey({ trialId }) });
        router.push(trialHref(trialId, "?tab=changes"));
      },
    }),
  );
  return (
    <>
      <PageHeader
        title={t("amendTitle")}
        description={t("amendHelp")}
        above={<BackLink href={trialHref(trialId)}>{trial.data?.title ?? t("toTrial")}</BackLink>}
      />
      <PageBody>
        <SourceForm
          submitLabel={t("compare")}
          isReading={reading.isPending || reading.isSuccess}
          error={reading.error}
          onRead={(source) => reading.mutate({ ...source, trialId })}
        />
      </PageBody>
    </>
  );
}
