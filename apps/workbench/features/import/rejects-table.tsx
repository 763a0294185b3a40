"use client";

import type { RejectView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import { useQueries } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { pageSize, useVisiblePages } from "../../trpc/use-visible-pages.ts";

/** Every row that could not be read, however many: pages come as they scroll into view. */
export function RejectsTable({ importId, count }: { importId: string; count: number }) {
  const t = useTranslations("import");
  const locale = useLocale();
  const trpc = useTRPC();
  const { pages, onVisibleRows, rowIn } = useVisiblePages();
  const loaded = useQueries({
    queries: pages.map((page) =>
      trpc.imports.rejects.queryOptions({ importId, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const columns = useMemo(
    () => [
      {
        id: "line",
        name: t("line"),
        width: 88,
        align: "end" as const,
        cell: (row: RejectView) => <span className="numeric">{row.line}</span>,
        text: (row: RejectView) => String(row.line),
      },
      {
        id: "reason",
        name: t("reason"),
        width: 380,
        cell: (row: RejectView) => (
          <span className="truncate" title={row.reason[locale]}>
            {row.reason[locale]}
          </span>
        ),
        text: (row: RejectView) => row.reason[locale],
      },
      {
        id: "text",
        name: t("text"),
        width: 520,
        cell: (row: RejectView) => (
          <span className="truncate font-mono text-xs text-ink-2" title={row.text.slice(0, 500)}>
            {row.text}
          </span>
        ),
        text: (row: RejectView) => row.text,
      },
    ],
    [t, locale],
  );
  return (
    <div className="flex" style={{ height: Math.min(count * 36 + 46, 420) }}>
      <DataTable
        label={t("rejectedRows")}
        columns={columns}
        rowCount={count}
        rowAt={(index) => rowIn(loaded, index)}
        rowId={(row) => String(row.row)}
        onVisibleRows={onVisibleRows}
      />
    </div>
  );
}
