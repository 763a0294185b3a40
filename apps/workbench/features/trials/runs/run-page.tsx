"use client";

import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import {
  BackLink,
  Button,
  ButtonLink,
  CancelButton,
  ErrorState,
  KeyValue,
  Menu,
  PageBody,
  PageHeader,
  ProgressBar,
  RunHeader,
  Section,
  Skeleton,
  Time,
} from "@qinghao/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState, useFailureText } from "../../../trpc/failure-state.tsx";
import { pollUntil } from "../../../trpc/poll-until.ts";
import { isOver, runsHref, trialHref } from "../trial-facts.ts";
import { runExports } from "./export-run.ts";
import { RunResults } from "./run-results.tsx";
import { RunState } from "./run-state.tsx";
import { SitesTable } from "./sites-table.tsx";

/** One question put to hospitals: how far each is, and what they released. */
export function TrialRunPage({ trialId, runId }: { trialId: string; runId: string }) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const run = useQuery(
    trpc.trials.runs.get.queryOptions({ runId }, { refetchInterval: pollUntil((one: MatchRunView) => isOver(one)) }),
  );
  const versionId = run.data?.versionId;
  const version = useQuery(
    trpc.trials.criteria.get.queryOptions(
      { versionId: versionId ?? "" },
      { enabled: versionId !== undefined, staleTime: 60_000 },
    ),
  );
  const failed = [run, version].find(({ isError, data }) => isError && data === undefined);
  if (run.data !== undefined && version.data !== undefined) return <RunReport run={run.data} version={version.data} />;
  return (
    <>
      <PageHeader title={t("one")} above={<BackLink href={runsHref(trialId)}>{t("title")}</BackLink>} />
      <PageBody>
        {failed === undefined ? (
          <Skeleton className="h-64 w-full" />
        ) : (
          <FailureState error={failed.error} onRetry={() => failed.refetch()} />
        )}
      </PageBody>
    </>
  );
}

function RunReport({ run, version }: { run: MatchRunView; version: CriteriaVersionView }) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const locale = useLocale();
  const trial = useQuery(trpc.trials.get.queryOptions({ trialId: run.trialId }));
  const sites = useQuery(trpc.trials.sites.queryOptions(undefined, { staleTime: 60_000 }));
  const nameOf = (siteId: string) => sites.data?.sites.find(({ id }) => id === siteId)?.name[locale] ?? siteId;
  const done = run.sites.filter(({ state }) => ["answered", "refused", "failed", "cancelled"].includes(state));
  const isEnded = isOver(run);
  const hasAnswers = run.sites.some(({ release }) => release !== null);
  return (
    <>
      <RunHeader
        above={<BackLink href={runsHref(run.trialId)}>{t("title")}</BackLink>}
        title={<span className="line-clamp-2">{trial.data?.title ?? t("one")}</span>}
        state={<RunState run={run} />}
        id={run.id}
        copyLabel={t("copyId")}
        actions={
          <>
            <ButtonLink href={`${runsHref(run.trialId)}?from=${run.id}`}>{t("askAgain")}</ButtonLink>
            {hasAnswers && (
              <Menu
                label={t("export")}
                placement="bottom end"
                trigger={<Button icon={<Download aria-hidden size={14} />}>{t("export")}</Button>}
                entries={runExports({ t, run, version, nameOf })}
              />
            )}
            {!isEnded && <CancelRun run={run} />}
          </>
        }
      />
      <PageBody>
        <div className="flex max-w-6xl flex-col">
          <Section title={t("sites")}>
            {run.error !== null && (
              <ErrorState title={run.error.message[locale]} code={run.error.code} details={run.error.details} />
            )}
            {!isEnded && (
              <ProgressBar
                label={t("progress")}
                progress={{ done: done.length, failed: 0, total: run.sites.length, perSecond: null, secondsLeft: null }}
              />
            )}
            <SitesTable run={run} nameOf={nameOf} />
          </Section>
          {hasAnswers && <RunResults run={run} version={version} nameOf={nameOf} />}
          <Section title={t("question")}>
            <KeyValue
              layout="grid"
              items={[
                { key: "purpose", label: t("purpose"), value: t(`purposeName.${run.purpose}`) },
                { key: "asOf", label: t("asOf"), value: <span className="numeric">{run.asOf}</span> },
                { key: "requester", label: t("requester"), value: run.requester },
                {
                  key: "version",
                  label: t("version"),
                  value: (
                    <Link
                      href={trialHref(run.trialId, `?version=${run.versionId}`)}
                      className="hover:text-accent hover:underline"
                    >
                      {t("versionOf", { version: version.version })}
                    </Link>
                  ),
                },
                {
                  key: "signed",
                  label: t("signedBy"),
                  value: new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB").format(
                    version.signOffs.map(({ person }) => person),
                  ),
                },
                { key: "created", label: t("created"), value: <Time at={run.createdAt} withSeconds /> },
                {
                  key: "finished",
                  label: t("finished"),
                  value: run.finishedAt === null ? "–" : <Time at={run.finishedAt} withSeconds />,
                },
              ]}
            />
          </Section>
        </div>
      </PageBody>
    </>
  );
}

function CancelRun({ run }: { run: MatchRunView }) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const failureText = useFailureText();
  const cancel = useMutation(
    trpc.trials.runs.cancel.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.trials.runs.get.queryKey({ runId: run.id }) }),
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
