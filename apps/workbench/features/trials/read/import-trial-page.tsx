"use client";

import { BackLink, PageBody, PageHeader } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { trialHref } from "../trial-facts.ts";
import { SourceForm } from "./source-form.tsx";

/** A protocol in, a draft of its criteria out. */
export function ImportTrialPage() {
  const t = useTranslations("trials.read");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const reading = useMutation(
    trpc.trials.import.mutationOptions({
      onSuccess: (version) => {
        void queries.invalidateQueries({ queryKey: trpc.trials.list.queryKey() });
        queries.setQueryData(trpc.trials.criteria.get.queryKey({ versionId: version.id }), version);
        router.push(trialHref(version.trialId));
      },
    }),
  );
  return (
    <>
      <PageHeader
        title={t("importTitle")}
        description={t("importHelp")}
        above={<BackLink href="/trials">{t("toTrials")}</BackLink>}
      />
      <PageBody>
        <SourceForm
          submitLabel={t("read")}
          isReading={reading.isPending || reading.isSuccess}
          error={reading.error}
          onRead={(source) => reading.mutate(source)}
        />
      </PageBody>
    </>
  );
}
