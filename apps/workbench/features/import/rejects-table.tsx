"use client";

import type { RejectView } from "@qinghao/api/schema";
import { DataTable } from "@qinghao/ui/data-table";
import { useQueries } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { useTRPC } from "../../trpc/client.ts";

const pageSize = 100;

/** Every row that could not be read, however many: pages come as they scroll into view. */
export function RejectsTable({ importId, count }: { importId: string; count: number }) {
  const t = useTranslations("import");
  const locale = useLocale();
  const trpc = useTRPC();
  const [span, setSpan] = useState({ first: 0, last: 0 });
  const onVisibleRows = useCallback((from: number, to: number) => {
    const next = { first: Math.floor(from / pageSize), last: Math.floor(to / pageSize) };
    setSpan((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const pages = Array.from({ length: span.last - span.first + 1 }, (_, index) => span.first + index);
  const loaded = useQueries({
    queries: pages.map((page) =>
      trpc.imports.rejects.queryOptions({ importId, offset: page * pageSize, limit: pageSize }),
    ),
  });
  const rowAt = (index: number) => loaded[Math.floor(index / pageSize) - span.first]?.data?.rows[index % pageSize];
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
    <div className="flex" style={{ height: Math.min(count * 36 + 38, 420) }}>
      <DataTable
        label={t("rejectedRows")}
        columns={columns}
        rowCount={count}
        rowAt={rowAt}
        rowId={(row) => String(row.row)}
        onVisibleRows={onVisibleRows}
      />
    </div>
  );
}
