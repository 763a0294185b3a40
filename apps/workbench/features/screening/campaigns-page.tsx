"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { formatCount, formatDuration, StateChip, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Filter } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { ListPage } from "../../trpc/list-page.tsx";
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
  return (
    <ListPage
      title={t("title")}
      create={{ label: t("create"), href: `/p/${projectId}/screening/new` }}
      empty={{ icon: Filter, title: t("emptyTitle"), advice: t("emptyAdvice") }}
      found={found}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows, more }) => (
        <>
          <CampaignsTable rows={rows} />
          {more && <p className="pt-3 text-sm text-ink-3">{t("onlyNewest")}</p>}
        </>
      )}
    </ListPage>
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
