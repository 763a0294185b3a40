"use client";

import type { SourceInfo } from "@qinghao/knowledge/schema";
import { SimpleTable } from "@qinghao/ui/data-table";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";

/** Sources with licence, version, date and attribution. */
export function SourcesTable({ sources }: { sources: readonly SourceInfo[] }) {
  const t = useTranslations("knowledge.source");
  return (
    <SimpleTable
      label={t("many")}
      rows={sources}
      rowId={(source) => source.id}
      columns={[
        {
          id: "title",
          name: t("title"),
          className: "min-w-44 font-medium",
          cell: (source) => <SourceTitle source={source} />,
        },
        { id: "version", name: t("version"), className: "min-w-20", cell: (source) => source.version },
        { id: "date", name: t("date"), className: "numeric whitespace-nowrap", cell: (source) => source.date },
        { id: "licence", name: t("licence"), className: "min-w-28", cell: (source) => source.licence },
        {
          id: "attribution",
          name: t("attribution"),
          className: "max-w-xl text-xs text-ink-2",
          cell: (source) => <span lang="en">{source.attribution}</span>,
        },
      ]}
    />
  );
}

export function SourceTitle({ source }: { source: Pick<SourceInfo, "title" | "url"> }) {
  const t = useTranslations("knowledge.source");
  if (!/^https?:/.test(source.url)) return source.title;
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("opens", { title: source.title })}
      className="inline-flex items-center gap-1 underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
    >
      {source.title}
      <ExternalLink aria-hidden size={12} className="shrink-0 text-ink-3" />
    </a>
  );
}
