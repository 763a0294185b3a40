"use client";

import type { TrialSummaryView } from "@qinghao/api/schema";
import { ButtonLink, EmptyState, FilterBar, PageBody, PageHeader, SearchField, Skeleton, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { ClipboardCheck, FileInput } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useQueryState } from "../../address/use-query-state.ts";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { runsHref, trialHref } from "./trial-facts.ts";
import { VersionState } from "./version-state.tsx";

/** Every trial, the last touched first. */
export function TrialsPage() {
  const t = useTranslations("trials");
  const trpc = useTRPC();
  const [query, change] = useQueryState();
  const wanted = query.get("q") ?? "";
  const trials = useQuery(trpc.trials.list.queryOptions());
  const rows = (trials.data?.trials ?? []).filter(({ title, registryId }) =>
    `${title} ${registryId ?? ""}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const isEmpty = trials.data?.trials.length === 0;
  const importLink = (
    <ButtonLink look="primary" icon={<FileInput aria-hidden size={16} />} href="/trials/import">
      {t("import")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={isEmpty ? undefined : importLink} />
      {trials.isSuccess && !isEmpty && (
        <FilterBar label={t("filter")}>
          <SearchField label={t("search")} value={wanted} onChange={(q) => change({ q })} className="w-72" />
        </FilterBar>
      )}
      <PageBody>
        {trials.isPending && <Skeleton className="h-40 w-full" />}
        {trials.isError && <FailureState error={trials.error} onRetry={() => trials.refetch()} />}
        {isEmpty && (
          <EmptyState
            icon={<ClipboardCheck aria-hidden size={28} strokeWidth={1.5} />}
            title={t("emptyTitle")}
            actions={
              <>
                {importLink}
                <ButtonLink href="/trials/import?from=text">{t("paste")}</ButtonLink>
              </>
            }
          >
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {trials.isSuccess && !isEmpty && rows.length === 0 && <EmptyState title={t("noneFound", { q: wanted })} />}
        {rows.length > 0 && <TrialsTable rows={rows} />}
      </PageBody>
    </>
  );
}

function TrialsTable({ rows }: { rows: readonly TrialSummaryView[] }) {
  const t = useTranslations("trials");
  return (
    <SimpleTable
      label={t("title")}
      rows={rows}
      rowId={(trial) => trial.id}
      columns={[
        {
          id: "registry",
          name: t("registryId"),
          cell: (trial) => <span className="numeric whitespace-nowrap">{trial.registryId ?? "–"}</span>,
        },
        {
          id: "title",
          name: t("trialTitle"),
          className: "w-full max-w-0",
          cell: (trial) => (
            <Link
              href={trialHref(trial.id)}
              title={trial.title}
              className="block truncate font-medium text-ink hover:text-accent hover:underline"
            >
              {trial.title}
            </Link>
          ),
        },
        {
          id: "version",
          name: t("version"),
          cell: (trial) =>
            trial.version === null || trial.state === null ? (
              "–"
            ) : (
              <span className="inline-flex items-center gap-2 whitespace-nowrap">
                <span className="numeric">{trial.version}</span>
                <VersionState state={trial.state} />
              </span>
            ),
        },
        { id: "criteria", name: t("criteria"), align: "end", cell: (trial) => trial.criteria },
        {
          id: "run",
          name: t("lastRun"),
          cell: (trial) =>
            trial.lastRunAt === null ? (
              "–"
            ) : (
              <Link href={runsHref(trial.id)} className="hover:text-accent hover:underline">
                <Time at={trial.lastRunAt} />
              </Link>
            ),
        },
        { id: "updated", name: t("updated"), cell: (trial) => <Time at={trial.updatedAt} /> },
      ]}
    />
  );
}
