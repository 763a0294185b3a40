"use client";

import type { CampaignView } from "@qinghao/api/schema";
import {
  ButtonLink,
  EmptyState,
  formatCount,
  formatDuration,
  PageBody,
  PageHeader,
  Skeleton,
  StateChip,
  Time,
} from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Filter, Plus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { chipState, failedOf, isOver, secondsTaken } from "./campaign-facts.ts";

/** The screening campaigns of a project, newest first. */
export function CampaignsPage({ projectId }: { projectId: string }) {
  const t = useTranslations("screening");
  const trpc = useTRPC();
  const found = useQuery(
    trpc.campaigns.list.queryOptions(
      { projectId, limit: 100 },
      { refetchInterval: (query) => (query.state.data?.rows.some((one) => !isOver(one)) ? 1_500 : 15_000) },
    ),
  );
  const isEmpty = found.data?.rows.length === 0;
  const create = (
    <ButtonLink look="primary" icon={<Plus aria-hidden size={14} />} href={`/p/${projectId}/screening/new`}>
      {t("create")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={isEmpty ? undefined : create} />
      <PageBody>
        {found.isPending && <Skeleton className="h-40 w-full" />}
        {found.isError && <FailureState error={found.error} onRetry={() => found.refetch()} />}
        {isEmpty && (
          <EmptyState
            icon={<Filter aria-hidden size={28} strokeWidth={1.5} />}
            title={t("emptyTitle")}
            actions={create}
          >
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {found.data !== undefined && !isEmpty && <CampaignsTable rows={found.data.rows} />}
        {found.data?.more === true && <p className="pt-3 text-sm text-ink-3">{t("onlyNewest")}</p>}
      </PageBody>
    </>
  );
}

function CampaignsTable({ rows }: { rows: CampaignView[] }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const count = (value: number | null) => (value === null ? "–" : formatCount(locale, value));
  return (
    <SimpleTable
      label={t("title")}
      rows={rows}
      rowId={(one) => one.id}
      columns={[
        {
          id: "name",
          name: t("name"),
          cell: (one) => (
            <Link
              href={`/p/${one.projectId}/screening/${one.id}`}
              className="font-medium text-ink hover:text-accent hover:underline"
            >
              {one.name}
            </Link>
          ),
        },
        { id: "state", name: t("state"), cell: (one) => <StateChip state={chipState(one)} /> },
        { id: "ligands", name: t("ligands"), align: "end", cell: (one) => count(one.total) },
        { id: "hits", name: t("hits"), align: "end", cell: (one) => (isOver(one) ? count(one.hits) : "–") },
        {
          id: "failed",
          name: t("failed"),
          align: "end",
          cell: (one) => (
            <span className={failedOf(one) > 0 ? "text-danger" : "text-ink-3"}>{count(failedOf(one))}</span>
          ),
        },
        { id: "started", name: t("started"), cell: (one) => <Time at={one.startedAt ?? one.createdAt} /> },
        {
          id: "took",
          name: t("took"),
          align: "end",
          cell: (one) => {
            const seconds = secondsTaken(one, Date.now());
            return seconds === null ? "–" : formatDuration(locale, seconds);
          },
        },
      ]}
    />
  );
}
