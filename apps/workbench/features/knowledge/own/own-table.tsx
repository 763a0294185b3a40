"use client";

import { EmptyState, formatTime, IconButton, Time } from "@qinghao/ui";
import { type DataColumn, DataTable } from "@qinghao/ui/data-table";
import { Pencil } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { conceptHref } from "../../../concepts/concept-name.ts";
import { Chip } from "../chip.tsx";
import { useRoleName } from "../role-name.ts";
import type { StoredEntry } from "./own-entry.ts";

export type OwnTableProps = {
  rows: readonly StoredEntry[];
  isLoading: boolean;
  listing: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onEdit: (entry: StoredEntry) => void;
};

/** Own concepts, names and codes in one table; Enter or a double click edits. */
export function OwnTable({ rows, isLoading, listing, selected, onSelect, onEdit }: OwnTableProps) {
  const t = useTranslations("knowledge.own");
  const tKnowledge = useTranslations("knowledge");
  const roleName = useRoleName();
  const columns = useMemo<DataColumn<StoredEntry>[]>(() => {
    const roleOf = ({ entry }: StoredEntry) =>
      entry.entry === "name"
        ? roleName(entry.role)
        : entry.entry === "code"
          ? tKnowledge(`codes.relationName.${entry.relation}`)
          : tKnowledge(`kind.${entry.kind}`);
    const codeOf = ({ entry }: StoredEntry) => (entry.entry === "code" ? `${entry.system} ${entry.code}` : "");
    return [
      {
        id: "text",
        name: t("text"),
        width: 260,
        cell: (row) => (
          <span className="flex min-w-0 flex-1 items-center gap-2">
            <span lang={row.entry.language} className="min-w-0 flex-1 truncate font-medium" title={row.entry.text}>
              {row.entry.text}
            </span>
            <IconButton
              size="small"
              excludeFromTabOrder
              label={t("edit", { text: row.entry.text })}
              icon={<Pencil aria-hidden size={12} />}
              onPress={() => onEdit(row)}
            />
          </span>
        ),
        text: (row) => row.entry.text,
      },
      {
        id: "entry",
        name: t("entry"),
        width: 110,
        cell: (row) => <span className="text-ink-2">{t(`entryName.${row.entry.entry}`)}</span>,
        text: (row) => t(`entryName.${row.entry.entry}`),
      },
      {
        id: "concept",
        name: t("concept"),
        width: 220,
        cell: (row) => (
          <span className="flex min-w-0 items-center gap-2">
            <Link
              href={conceptHref(row.entry.concept)}
              prefetch={false}
              tabIndex={-1}
              className="truncate font-mono text-xs underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
            >
              {row.entry.concept}
            </Link>
            {row.dangling && (
              <span title={t("danglingHelp")}>
                <Chip tone="warn">{t("dangling")}</Chip>
              </span>
            )}
          </span>
        ),
        text: (row) => row.entry.concept,
      },
      { id: "role", name: t("roleOrRelation"), width: 140, cell: (row) => <Chip>{roleOf(row)}</Chip>, text: roleOf },
      {
        id: "code",
        name: t("code"),
        width: 160,
        cell: (row) => <span className="truncate font-mono text-xs">{codeOf(row)}</span>,
        text: codeOf,
      },
      {
        id: "language",
        name: t("language"),
        width: 110,
        cell: (row) => <span className="truncate text-ink-2">{tKnowledge(`language.${row.entry.language}`)}</span>,
        text: (row) => row.entry.language,
      },
      {
        id: "note",
        name: t("note"),
        width: 200,
        cell: (row) => (
          <span className="truncate text-ink-2" title={row.entry.note ?? ""}>
            {row.entry.note}
          </span>
        ),
        text: (row) => row.entry.note ?? "",
      },
      {
        id: "added",
        name: t("added"),
        width: 150,
        cell: (row) => <Time at={row.createdAt} />,
        text: (row) => formatTime(row.createdAt),
      },
    ];
  }, [t, tKnowledge, roleName, onEdit]);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rowCount={isLoading ? 8 : rows.length}
      rowAt={(index) => rows[index]}
      rowId={({ id }) => id}
      listing={listing}
      selected={selected}
      onSelect={onSelect}
      onOpen={onEdit}
      empty={<EmptyState title={t("noneShown")}>{t("noneShownAdvice")}</EmptyState>}
    />
  );
}
