"use client";

import type { RunView } from "@qinghao/api/schema";
import {
  ButtonLink,
  EmptyState,
  FilterBar,
  formatCount,
  formatDuration,
  PageBody,
  PageHeader,
  ProgressBar,
  Segmented,
  Skeleton,
  StateChip,
  Time,
} from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { chipState, isOver, secondsTaken } from "./run-facts.ts";

const shows = ["all", "active", "over"] as const;
type Show = (typeof shows)[number];

/** The runs of a project, newest first. */
export function RunsPage({ projectId }: { projectId: string }) {
  const t = useTranslations("runs");
  const trpc = useTRPC();
  const router = useRouter();
  const pathname = usePathname();
  const wanted = useSearchParams().get("show");
  const show: Show = shows.find((one) => one === wanted) ?? "all";
  const runs = useQuery(
    trpc.runs.list.queryOptions(
      { projectId, limit: 200 },
      { refetchInterval: (query) => (query.state.data?.rows.some((run) => !isOver(run.state)) ? 1_500 : 15_000) },
    ),
  );
  const rows = (runs.data?.rows ?? []).filter((run) => show === "all" || isOver(run.state) === (show === "over"));
  const isEmpty = runs.isSuccess && runs.data.rows.length === 0;
  return (
    <>
      <PageHeader title={t("title")} />
      {!isEmpty && (
        <FilterBar label={t("filter")}>
          <Segmented
            label={t("filter")}
            value={show}
            onChange={(id) => router.replace(id === "all" ? pathname : `${pathname}?show=${id}`, { scroll: false })}
            options={shows.map((id) => ({ id, label: t(`show.${id}`) }))}
          />
        </FilterBar>
      )}
      <PageBody>
        {runs.isPending && <Skeleton className="h-40 w-full" />}
        {runs.isError && <FailureState error={runs.error} onRetry={() => runs.refetch()} />}
        {isEmpty && (
          <EmptyState
            icon={<Play aria-hidden size={28} strokeWidth={1.5} />}
            title={t("emptyTitle")}
            actions={
              <>
                <ButtonLink look="primary" href={`/p/${projectId}/compounds`}>
                  {t("toCompounds")}
                </ButtonLink>
                <ButtonLink href={`/p/${projectId}/import`}>{t("toImport")}</ButtonLink>
              </>
            }
          >
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {runs.isSuccess && !isEmpty && rows.length === 0 && <EmptyState title={t("noneShown")} />}
        {rows.length > 0 && <RunsTable projectId={projectId} rows={rows} />}
        {runs.data?.more === true && <p className="pt-3 text-sm text-ink-3">{t("onlyNewest")}</p>}
      </PageBody>
    </>
  );
}

function RunsTable({ projectId, rows }: { projectId: string; rows: RunView[] }) {
  const t = useTranslations("runs");
  const locale = useLocale();
  const endpoints = useEndpoints();
  const nameOf = (id: string) => endpoints.find((one) => one.id === id)?.name ?? id;
  return (
    <SimpleTable
      label={t("title")}
      rows={rows}
      rowId={(run) => run.id}
      columns={[
        {
          id: "what",
          name: t("what"),
          cell: (run) => (
            <Link
              href={`/p/${projectId}/runs/${run.id}`}
              className="font-medium text-ink hover:text-accent hover:underline"
            >
              {new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en-GB").format(run.endpoints.map(nameOf))}
            </Link>
          ),
        },
        { id: "state", name: t("state"), cell: (run) => <StateChip state={chipState(run)} /> },
        {
          id: "done",
          name: t("predicted"),
          align: "end",
          className: "w-52",
          cell: (run) => <Predicted run={run} />,
        },
        {
          id: "failed",
          name: t("failed"),
          align: "end",
          cell: (run) => (
            <span className={run.progress.failed > 0 ? "text-danger" : "text-ink-3"}>
              {formatCount(locale, run.progress.failed)}
            </span>
          ),
        },
        { id: "scope", name: t("scope"), cell: (run) => t(`scopeKind.${run.scope.kind}`) },
        { id: "started", name: t("started"), cell: (run) => <Time at={run.startedAt ?? run.createdAt} /> },
        {
          id: "took",
          name: t("took"),
          align: "end",
          cell: (run) => {
            const seconds = secondsTaken(run, Date.now());
            return seconds === null ? "–" : formatDuration(locale, seconds);
          },
        },
      ]}
    />
  );
}

function Predicted({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const locale = useLocale();
  const { done, total } = run.progress;
  const count = (value: number) => formatCount(locale, value);
  return (
    <span className="flex flex-col gap-1">
      {total === null ? count(done) : t("ofTotal", { done: count(done), total: count(total) })}
      {!isOver(run.state) && <ProgressBar show="bar" label={t("progressOf", { id: run.id })} progress={run.progress} />}
    </span>
  );
}
