"use client";

import { formatCount, Section, StateChip, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { isOver } from "./import-states.ts";

export function RecentImports({ projectId }: { projectId: string }) {
  const t = useTranslations("import");
  const locale = useLocale();
  const pathname = usePathname();
  const trpc = useTRPC();
  const recent = useQuery(
    trpc.imports.list.queryOptions(
      { projectId, limit: 10 },
      { refetchInterval: (query) => (query.state.data?.rows.some((one) => !isOver(one.state)) ? 1_500 : false) },
    ),
  );
  if (recent.isError) return <FailureState error={recent.error} onRetry={() => recent.refetch()} />;
  if (recent.isPending || recent.data.rows.length === 0) return null;
  const count = (value: number) => formatCount(locale, value);
  return (
    <Section title={t("recent")}>
      <SimpleTable
        label={t("recent")}
        rows={recent.data.rows}
        rowId={(one) => one.id}
        columns={[
          {
            id: "file",
            name: t("file"),
            cell: (one) => (
              <Link
                href={`${pathname}?import=${one.id}`}
                className="font-medium text-ink hover:text-accent hover:underline"
              >
                {one.fileName ?? t("pasted")}
              </Link>
            ),
          },
          { id: "state", name: t("state"), cell: (one) => <StateChip state={one.state} /> },
          { id: "added", name: t("added"), align: "end", cell: (one) => count(one.counts.added) },
          { id: "existed", name: t("existed"), align: "end", cell: (one) => count(one.counts.existed) },
          { id: "rejected", name: t("rejected"), align: "end", cell: (one) => count(one.counts.rejected) },
          { id: "at", name: t("time"), cell: (one) => <Time at={one.createdAt} /> },
        ]}
      />
    </Section>
  );
}
