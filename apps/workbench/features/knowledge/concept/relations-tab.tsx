"use client";

import type { ConceptView, RelationView } from "@qinghao/api/schema";
import { Button, EmptyState, formatCount, Select } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { type DataColumn, DataTable } from "@qinghao/ui/data-table";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { conceptHref, mainName } from "../../../concepts/concept-name.ts";
import { fileName, toCsv } from "../../../export/csv.ts";
import { useTRPCClient } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ConceptLink } from "../concept-link.tsx";
import { useDetailName, useDetailText, useDetailValue } from "../detail-text.ts";
import { useRelationPhrase } from "../relation-phrase.ts";
import { RequiredNotices } from "../required-notices.tsx";
import { SourceChip } from "../source-chip.tsx";
import { useAddress } from "../use-address.ts";
import { predicateOrder } from "../vocabulary.ts";
import { type RelationFilter, useRelationPages } from "./use-relation-pages.ts";

/** Rows that one request of the export takes. */
const exportPage = 500;

const filterKey = ({ predicate, direction }: NonNullable<RelationFilter>) => `${predicate}:${direction}`;

/** Every relation of the concept as one long table, narrowed by what it says. */
export function RelationsTab({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge.relations");
  const tKind = useTranslations("knowledge.kind");
  const locale = useLocale();
  const router = useRouter();
  const phrase = useRelationPhrase();
  const detailName = useDetailName();
  const detailText = useDetailText();
  const detailValue = useDetailValue();
  const [address, change] = useAddress();
  const wanted = address.get("predicate");
  const filter = useMemo<RelationFilter>(
    () => concept.relations.find((one) => filterKey(one) === wanted) ?? null,
    [concept.relations, wanted],
  );
  const list = useRelationPages(concept.id, filter);
  const all = concept.relations.reduce((sum, { count }) => sum + count, 0);
  const detailKeys = useMemo(
    () => (filter === null ? [] : [...new Set(list.firstRows.flatMap(({ detail }) => Object.keys(detail)))]),
    [filter, list.firstRows],
  );
  const columns = useMemo<DataColumn<RelationView>[]>(
    () => [
      {
        id: "concept",
        name: t("concept"),
        width: 380,
        cell: (row) => <ConceptLink concept={row.concept} showKind isOneLine />,
        text: (row) => mainName(row.concept, locale),
      },
      ...(filter === null
        ? [
            {
              id: "relation",
              name: t("relation"),
              width: 170,
              cell: (row: RelationView) => <span className="truncate">{phrase(row.predicate, row.direction)}</span>,
              text: (row: RelationView) => phrase(row.predicate, row.direction),
            },
          ]
        : []),
      {
        id: "kind",
        name: t("kind"),
        width: 120,
        cell: (row) => <span className="truncate text-ink-2">{tKind(row.concept.kind)}</span>,
        text: (row) => tKind(row.concept.kind),
      },
      ...(filter === null
        ? [
            {
              id: "detail",
              name: t("details"),
              width: 260,
              cell: (row: RelationView) => (
                <span className="truncate text-xs text-ink-2" title={detailText(row.detail)}>
                  {detailText(row.detail)}
                </span>
              ),
              text: (row: RelationView) => detailText(row.detail),
            },
          ]
        : detailKeys.map((key) => ({
            id: `detail-${key}`,
            name: detailName(key),
            width: 130,
            cell: (row: RelationView) => (
              <span className="truncate" title={row.detail[key]}>
                {row.detail[key] === undefined ? <span className="text-ink-3">–</span> : detailValue(row.detail[key])}
              </span>
            ),
            text: (row: RelationView) => row.detail[key] ?? "–",
          }))),
      {
        id: "source",
        name: t("source"),
        width: 150,
        cell: (row) => <SourceChip id={row.source} isInGrid />,
        text: (row) => row.source,
      },
      {
        id: "id",
        name: t("id"),
        width: 150,
        cell: (row) => <Id text={row.concept.id} />,
        text: (row) => row.concept.id,
      },
    ],
    [t, tKind, locale, filter, phrase, detailKeys, detailName, detailText, detailValue],
  );
  if (all === 0) return <EmptyState title={t("none")}>{t("noneAdvice")}</EmptyState>;
  const inOrder = [...concept.relations].sort(
    (a, b) => predicateOrder.indexOf(a.predicate) - predicateOrder.indexOf(b.predicate),
  );
  const count = (value: number) => formatCount(locale, value);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div data-print="hidden" className="flex flex-wrap items-end gap-3">
        <Select
          label={t("filter")}
          value={filter === null ? "all" : filterKey(filter)}
          onChange={(id) => change({ predicate: id === "all" ? null : id })}
          options={[
            { id: "all", label: t("allOf", { count: count(all) }) },
            ...inOrder.map((one) => ({
              id: filterKey(one),
              label: t("oneOf", { name: phrase(one.predicate, one.direction), count: count(one.count) }),
            })),
          ]}
          className="w-80 max-w-full"
        />
        <ExportButton concept={concept} list={list} />
      </div>
      {list.error !== null && <FailureState error={list.error} onRetry={list.retry} />}
      <DataTable
        label={t("table", { name: mainName(concept, locale) })}
        columns={columns}
        rowCount={list.isLoading ? 10 : list.total}
        rowAt={list.rowAt}
        rowId={(row) => `${row.predicate} ${row.direction} ${row.concept.id} ${row.source}`}
        listing={wanted ?? "all"}
        onVisibleRows={list.onVisibleRows}
        onOpen={(row) => router.push(conceptHref(row.concept.id))}
      />
      <RequiredNotices sources={list.firstRows.map(({ source }) => source)} />
    </div>
  );
}

function Id({ text }: { text: string }) {
  return <span className="truncate font-mono text-xs text-ink-3">{text}</span>;
}

function ExportButton({ concept, list }: { concept: ConceptView; list: ReturnType<typeof useRelationPages> }) {
  const t = useTranslations("knowledge.relations");
  const client = useTRPCClient();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows: RelationView[] = [];
      while (rows.length < list.total) {
        const page = await client.knowledge.neighbours.query({ ...list.input, offset: rows.length, limit: exportPage });
        if (page.rows.length === 0) break;
        rows.push(...page.rows);
      }
      const keys = [...new Set(rows.flatMap(({ detail }) => Object.keys(detail)))];
      const header = ["concept", "name_en", "name_zh", "predicate", "direction", "other", "other_kind"];
      const csv = toCsv(
        [...header, "other_name_en", "other_name_zh", "source", ...keys],
        rows.map((row) => [
          concept.id,
          concept.name.en,
          concept.name.zh,
          row.predicate,
          row.direction,
          row.concept.id,
          row.concept.kind,
          row.concept.name.en,
          row.concept.name.zh,
          row.source,
          ...keys.map((key) => row.detail[key] ?? null),
        ]),
      );
      saveFile(`${fileName(concept.name.en ?? concept.id, "relations")}.csv`, "text/csv", csv);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<Download aria-hidden size={16} />} isPending={isBusy} isDisabled={list.total === 0} onPress={save}>
      {t("export")}
    </Button>
  );
}
