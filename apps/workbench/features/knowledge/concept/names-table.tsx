"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { Button } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Chip } from "../chip.tsx";
import { useRoleName } from "../role-name.ts";
import { SourceChips } from "../source-chip.tsx";
import { roleOrder } from "../vocabulary.ts";

type Name = ConceptView["names"][number];
type NameRow = Pick<Name, "text" | "language" | "role" | "usable"> & { sources: string[] };

const shownAtFirst = 10;

/** One row per name and role with all the sources that state it; preferred names and the reader's language first. */
function mergeNames(names: readonly Name[], locale: string): NameRow[] {
  const rows = new Map<string, NameRow>();
  for (const { text, language, role, usable, source } of names) {
    const key = `${language}\t${role}\t${text}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { text, language, role, usable, sources: [source] });
    else {
      row.usable ||= usable;
      if (!row.sources.includes(source)) row.sources.push(source);
    }
  }
  const languageRank = (language: string) => (language.startsWith(locale) ? 0 : 1);
  return [...rows.values()].sort(
    (a, b) =>
      Number(b.role === "preferred") - Number(a.role === "preferred") ||
      languageRank(a.language) - languageRank(b.language) ||
      a.language.localeCompare(b.language) ||
      roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role),
  );
}

export function NamesTable({ names }: { names: readonly Name[] }) {
  const t = useTranslations("knowledge");
  const locale = useLocale();
  const roleName = useRoleName();
  const [isAll, setAll] = useState(false);
  const rows = mergeNames(names, locale);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <div className="flex flex-col items-start gap-2">
      <SimpleTable
        label={t("concept.names")}
        className="w-full"
        rows={shown}
        rowId={(row) => `${row.language} ${row.role} ${row.text}`}
        empty={<p className="py-2 text-sm text-ink-3">{t("concept.noNames")}</p>}
        columns={[
          {
            id: "text",
            name: t("concept.name"),
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
                <span lang={row.language} className={row.role === "preferred" ? "font-medium" : undefined}>
                  {row.text}
                </span>
                {!row.usable && <Chip tone="warn">{t("concept.notUsable")}</Chip>}
              </span>
            ),
          },
          {
            id: "language",
            name: t("concept.language"),
            className: "whitespace-nowrap text-ink-2",
            cell: (row) => t(`language.${row.language}`),
          },
          {
            id: "role",
            name: t("concept.role"),
            className: "whitespace-nowrap",
            cell: (row) =>
              row.role === "preferred" ? (
                <Chip tone="accent">{roleName(row.role)}</Chip>
              ) : (
                <span className="text-ink-2">{roleName(row.role)}</span>
              ),
          },
          { id: "source", name: t("source.one"), cell: (row) => <SourceChips ids={row.sources} /> },
        ]}
      />
      {rows.length > shown.length && (
        <Button size="small" onPress={() => setAll(true)}>
          {t("showAll", { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
