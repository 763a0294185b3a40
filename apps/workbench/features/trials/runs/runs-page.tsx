"use client";

import type { MatchRunView, TrialView } from "@qinghao/api/schema";
import { BackLink, ButtonLink, EmptyState, PageBody, PageHeader, Section, Skeleton, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { FileSignature } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useQueryState } from "../../../address/use-query-state.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { isOver, runHref, trialHref } from "../trial-facts.ts";
import { RunState } from "./run-state.tsx";
import { StartForm } from "./start-form.tsx";

/** Asking hospitals, and what was asked before. */
export function TrialRunsPage({ trialId }: { trialId: string }) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const trial = useQuery(trpc.trials.get.queryOptions({ trialId }));
  const runs = useQuery(
    trpc.trials.runs.list.queryOptions(
      { trialId },
      { refetchInterval: (query) => (query.state.data?.runs.some((run) => !isOver(run)) ? 1_500 : 15_000) },
    ),
  );
  const failed = [trial, runs].find(({ isError }) => isError);
  return (
    <>
      <PageHeader
        title={t("title")}
        above={<BackLink href={trialHref(trialId)}>{trial.data?.title ?? t("toTrial")}</BackLink>}
      />
      <PageBody>
        {failed !== undefined ? (
          <FailureState error={failed.error} onRetry={() => failed.refetch()} />
        ) : trial.data === undefined || runs.data === undefined ? (
          <Skeleton className="h-64 w-full" />
        ) : (
          <div className="flex max-w-5xl flex-col">
            <Section title={t("new")}>
              <NewRun trial={trial.data} runs={runs.data.runs} />
            </Section>
            <Section title={t("before")} meta={String(runs.data.runs.length)}>
              <RunsTable trialId={trialId} runs={runs.data.runs} />
            </Section>
          </div>
        )}
      </PageBody>
    </>
  );
}

function NewRun({ trial, runs }: { trial: TrialView; runs: readonly MatchRunView[] }) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const [query] = useQueryState();
  const signed = trial.versions.find(({ state }) => state === "signed");
  const version = useQuery(
    trpc.trials.criteria.get.queryOptions({ versionId: signed?.id ?? "" }, { enabled: signed !== undefined }),
  );
  const sites = useQuery(trpc.trials.sites.queryOptions(undefined, { refetchInterval: 5_000 }));
  if (signed === undefined)
    return (
      <EmptyState
        icon={<FileSignature aria-hidden size={28} strokeWidth={1.5} />}
        title={t("unsignedTitle")}
        actions={
          <ButtonLink look="primary" href={trialHref(trial.id)}>
            {t("toReview")}
          </ButtonLink>
        }
      >
        {t("unsignedAdvice")}
      </EmptyState>
    );
  const failed = [version, sites].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) return <FailureState error={failed.error} onRetry={() => failed.refetch()} />;
  if (version.data === undefined || sites.data === undefined) return <Skeleton className="h-64 w-full" />;
  const former = runs.find(({ id }) => id === query.get("from"));
  return <StartForm key={former?.id ?? ""} version={version.data} sites={sites.data.sites} former={former} />;
}

function RunsTable({ trialId, runs }: { trialId: string; runs: readonly MatchRunView[] }) {
  const t = useTranslations("trials.runs");
  const answered = (run: MatchRunView) => run.sites.filter(({ state }) => state === "answered").length;
  return (
    <SimpleTable
      label={t("before")}
      rows={runs}
      rowId={(run) => run.id}
      empty={<EmptyState title={t("empty")} className="py-8" />}
      columns={[
        {
          id: "created",
          name: t("created"),
          cell: (run) => (
            <Link href={runHref(trialId, run.id)} className="font-medium text-ink hover:text-accent hover:underline">
              <Time at={run.createdAt} />
            </Link>
          ),
        },
        { id: "purpose", name: t("purpose"), cell: (run) => t(`purposeName.${run.purpose}`) },
        { id: "asOf", name: t("asOf"), cell: (run) => <span className="numeric">{run.asOf}</span> },
        { id: "requester", name: t("requester"), cell: (run) => run.requester },
        {
          id: "sites",
          name: t("answered"),
          align: "end",
          cell: (run) => t("ofSites", { done: answered(run), total: run.sites.length }),
        },
        { id: "state", name: t("state"), cell: (run) => <RunState run={run} /> },
      ]}
    />
  );
}
