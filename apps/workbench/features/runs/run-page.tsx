"use client";

import type { RunView } from "@qinghao/api/schema";
import {
  BackLink,
  ButtonLink,
  CancelButton,
  ErrorState,
  formatCount,
  formatDuration,
  KeyValue,
  Notice,
  PageBody,
  ProgressBar,
  RunHeader,
  Section,
  StateChip,
  Time,
} from "@qinghao/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useFailureText } from "../../trpc/failure-state.tsx";
import { PendingPage } from "../../trpc/pending-page.tsx";
import { pollUntil } from "../../trpc/poll-until.ts";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { chipState, isOver, secondsTaken } from "./run-facts.ts";
import { RunFailures } from "./run-failures.tsx";
import { RunRecordSection } from "./run-record.tsx";

/** One run: how far it is, what it waits for, what computed it. Prints as its report. */
export function RunPage({ projectId, runId }: { projectId: string; runId: string }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const found = useQuery(
    trpc.runs.get.queryOptions({ runId }, { refetchInterval: pollUntil((run: RunView) => isOver(run.state)) }),
  );
  const above = <BackLink href={`/p/${projectId}/runs`}>{t("title")}</BackLink>;
  if (found.data === undefined) return <PendingPage title={t("one")} above={above} found={found} />;
  return <RunReport run={found.data} above={above} />;
}

function RunReport({ run, above }: { run: RunView; above: React.ReactNode }) {
  const t = useTranslations("runs");
  const locale = useLocale();
  const endpoints = useEndpoints();
  const names = run.endpoints.map((id) => endpoints.find((one) => one.id === id)?.name ?? id);
  const seconds = secondsTaken(run, Date.now());
  const isEnded = isOver(run.state);
  const count = (value: number) => formatCount(locale, value);
  return (
    <>
      <RunHeader
        above={above}
        title={new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB").format(names)}
        state={<StateChip state={chipState(run)} />}
        id={run.id}
        copyLabel={t("copyId")}
        actions={
          <>
            {run.progress.done > 0 && (
              <ButtonLink
                icon={<Download aria-hidden size={14} />}
                href={`/api/v1/runs/${run.id}/results.csv`}
                download
              >
                {t("download")}
              </ButtonLink>
            )}
            {isEnded ? (
              <ButtonLink look="primary" href={`/p/${run.projectId}/compounds`}>
                {t("toCompounds")}
              </ButtonLink>
            ) : (
              <CancelRun run={run} />
            )}
          </>
        }
      />
      <PageBody>
        <div className="flex max-w-5xl flex-col">
          <Section title={t("progress")}>
            {run.error !== null && (
              <ErrorState title={run.error.message[locale]} code={run.error.code} details={run.error.details} />
            )}
            {run.waiting !== null && !isEnded && <Notice tone="warn">{run.waiting.message[locale]}</Notice>}
            <ProgressBar
              label={t("progressOf", { id: run.id })}
              progress={isEnded ? { ...run.progress, secondsLeft: null } : run.progress}
              isPaused={run.waiting !== null}
            />
            <KeyValue
              layout="grid"
              items={[
                { key: "scope", label: t("scope"), value: t(`scopeKind.${run.scope.kind}`) },
                {
                  key: "shards",
                  label: t("shards"),
                  value:
                    run.shards.total === null
                      ? count(run.shards.done)
                      : t("ofTotal", { done: count(run.shards.done), total: count(run.shards.total) }),
                },
                { key: "took", label: t("took"), value: seconds === null ? "–" : formatDuration(locale, seconds) },
                { key: "created", label: t("created"), value: <Time at={run.createdAt} withSeconds /> },
                {
                  key: "started",
                  label: t("started"),
                  value: run.startedAt === null ? "–" : <Time at={run.startedAt} withSeconds />,
                },
                {
                  key: "finished",
                  label: t("finished"),
                  value: run.finishedAt === null ? "–" : <Time at={run.finishedAt} withSeconds />,
                },
              ]}
            />
          </Section>
          {run.progress.failed > 0 && (
            <Section title={t("failures")} meta={count(run.progress.failed)}>
              <p className="max-w-2xl text-sm text-ink-2">{t("failuresHelp")}</p>
              <RunFailures run={run} />
            </Section>
          )}
          <RunRecordSection run={run} />
        </div>
      </PageBody>
    </>
  );
}

function CancelRun({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText();
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.runs.get.queryKey({ runId: run.id }) }),
    }),
  );
  return (
    <CancelButton
      label={t("cancel")}
      title={t("cancelTitle")}
      isDisabled={run.state === "cancelling" || cancel.isPending}
      onCancel={() => cancel.mutate({ runId: run.id })}
      problem={cancel.isError ? failureText(cancel.error) : undefined}
    >
      {t("cancelBody")}
    </CancelButton>
  );
}
