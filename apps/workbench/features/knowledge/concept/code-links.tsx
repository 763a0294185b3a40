"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { Button } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { conceptHref } from "../../../concepts/concept-name.ts";
import { Chip } from "../chip.tsx";
import { useDetailText } from "../detail-text.ts";
import { SourceChips } from "../source-chip.tsx";
import { useSystemName } from "../system-name.ts";

type CodeLink = ConceptView["codes"][number];
type CodeRow = CodeLink & { sources: string[] };

const shownAtFirst = 16;
const relations = ["exact", "broader", "narrower", "candidate"] as const;

function mergeCodes(codes: readonly CodeLink[]): CodeRow[] {
  const rows = new Map<string, CodeRow>();
  for (const link of codes) {
    const key = `${link.system}\t${link.code}\t${link.relation}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { ...link, sources: [link.source] });
    else if (!row.sources.includes(link.source)) row.sources.push(link.source);
  }
  return [...rows.values()].sort(
    (a, b) =>
      a.system.localeCompare(b.system) ||
      relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
      a.code.localeCompare(b.code),
  );
}

/** Codes linked to the concept: exact, broader, narrower or candidate, never merged by equal characters. */
export function CodeLinks({ codes }: { codes: readonly CodeLink[] }) {
  const t = useTranslations("knowledge");
  const locale = useLocale();
  const systemName = useSystemName();
  const detailText = useDetailText();
  const [isAll, setAll] = useState(false);
  const rows = mergeCodes(codes);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  if (rows.length === 0) return <p className="text-sm text-ink-3">{t("concept.noCodes")}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <SimpleTable
        label={t("concept.codes")}
        className="w-full"
        rows={shown}
        rowId={(row) => `${row.system} ${row.code} ${row.relation}`}
        columns={[
          {
            id: "system",
            name: t("codes.system"),
            className: "whitespace-nowrap text-ink-2",
            cell: (row) => systemName(row.system),
          },
          { id: "code", name: t("codes.code"), cell: (row) => <CodeName id={row.id} code={row.code} /> },
          {
            id: "title",
            name: t("codes.title"),
            className: "min-w-40",
            cell: (row) => (locale === "zh" ? (row.title.zh ?? row.title.en) : (row.title.en ?? row.title.zh)),
          },
          { id: "relation", name: t("codes.relation"), cell: (row) => <RelationChip relation={row.relation} /> },
          {
            id: "source",
            name: t("source.one"),
            cell: (row) => (
              <span className="flex flex-col gap-0.5">
                <SourceChips ids={row.sources} />
                {Object.keys(row.detail).length > 0 && (
                  <span className="text-xs text-ink-3">{detailText(row.detail)}</span>
                )}
              </span>
            ),
          },
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

export function CodeName({ id, code }: { id: string; code: string }) {
  return (
    <Link
      href={conceptHref(id)}
      prefetch={false}
      className="font-mono text-xs whitespace-nowrap text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
    >
      {code}
    </Link>
  );
}

/** How a code stands to the concept; what that means is read on hover. */
export function RelationChip({ relation }: { relation: string }) {
  const t = useTranslations("knowledge.codes");
  const known = relations.find((one) => one === relation);
  if (known === undefined) return <Chip>{relation}</Chip>;
  const tone = known === "exact" ? "accent" : known === "candidate" ? "warn" : "plain";
  return (
    <span title={t(`relationHelp.${known}`)} className="whitespace-nowrap">
      <Chip tone={tone}>{t(`relationName.${known}`)}</Chip>
    </span>
  );
}
