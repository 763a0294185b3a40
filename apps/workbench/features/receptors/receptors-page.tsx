"use client";

import type { ReceptorView } from "@qinghao/api/schema";
import { formatCount, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Puzzle } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { ListPage } from "../../trpc/list-page.tsx";
import { TargetLink } from "./target-link.tsx";

/** The receptors of a project, the newest first. */
export function ReceptorsPage({ projectId }: { projectId: string }) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const found = useQuery(trpc.receptors.list.queryOptions({ projectId }));
  return (
    <ListPage
      title={t("title")}
      create={{ label: t("create"), href: `/p/${projectId}/receptors/new` }}
      empty={{ icon: Puzzle, title: t("emptyTitle"), advice: t("emptyAdvice") }}
      found={found}
      isEmpty={({ receptors }) => receptors.length === 0}
    >
      {({ receptors }) => <ReceptorsTable rows={receptors} />}
    </ListPage>
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
