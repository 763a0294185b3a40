"use client";

import type { ReceptorView } from "@qinghao/api/schema";
import { ButtonLink, EmptyState, formatCount, PageBody, PageHeader, Skeleton, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Plus, Puzzle } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { TargetLink } from "./target-link.tsx";

/** The receptors of a project, the newest first. */
export function ReceptorsPage({ projectId }: { projectId: string }) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const found = useQuery(trpc.receptors.list.queryOptions({ projectId }));
  const isEmpty = found.data?.receptors.length === 0;
  const create = (
    <ButtonLink look="primary" icon={<Plus aria-hidden size={14} />} href={`/p/${projectId}/receptors/new`}>
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
            icon={<Puzzle aria-hidden size={28} strokeWidth={1.5} />}
            title={t("emptyTitle")}
            actions={create}
          >
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {found.data !== undefined && !isEmpty && <ReceptorsTable rows={found.data.receptors} />}
      </PageBody>
    </>
  );
}

function ReceptorsTable({ rows }: { rows: ReceptorView[] }) {
  const t = useTranslations("receptors");
  const locale = useLocale();
  return (
    <SimpleTable
      label={t("title")}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          id: "name",
          name: t("name"),
          cell: ({ id, projectId, name }) => (
            <Link
              href={`/p/${projectId}/receptors/${id}`}
              className="font-medium text-ink hover:text-accent hover:underline"
            >
              {name}
            </Link>
          ),
        },
        {
          id: "target",
          name: t("target"),
          cell: ({ target }) => (target === null ? "–" : <TargetLink target={target} />),
        },
        { id: "file", name: t("file"), cell: ({ fileName }) => <span className="font-mono text-xs">{fileName}</span> },
        { id: "atoms", name: t("atoms"), align: "end", cell: ({ atoms }) => formatCount(locale, atoms) },
        { id: "reference", name: t("reference"), cell: ({ hasReference }) => t(hasReference ? "yes" : "no") },
        { id: "created", name: t("created"), cell: ({ createdAt }) => <Time at={createdAt} /> },
      ]}
    />
  );
}
