"use client";

import type { RelationView } from "@qinghao/api/schema";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useTranslations } from "next-intl";
import { ConceptLink } from "../concept-link.tsx";
import { useDetailName, useDetailValue } from "../detail-text.ts";
import { SourceChip } from "../source-chip.tsx";
import { ShortList } from "./short-list.tsx";

/** Columns that come first, and the date last, whichever detail the first row happens to have. */
const leading = ["action", "kind", "phase", "approved", "category", "severity"];
const placeOf = (key: string): number => {
  const at = leading.indexOf(key);
  return key === "date" ? leading.length + 1 : at < 0 ? leading.length : at;
};
const byPlace = (a: string, b: string): number => placeOf(a) - placeOf(b);

/** Relations of one kind with their details as columns. */
export function RelationTable({
  label,
  relations,
  empty,
  first = 10,
}: {
  label: string;
  relations: readonly RelationView[];
  empty: string;
  first?: number;
}) {
  const t = useTranslations("knowledge.relations");
  const detailName = useDetailName();
  const keys = [...new Set(relations.flatMap(({ detail }) => Object.keys(detail)))].sort(byPlace);
  return (
    <ShortList items={relations.map((row, at) => ({ ...row, key: `${at}` }))} first={first} empty={empty}>
      {(shown) => (
        <SimpleTable
          label={label}
          rows={shown}
          rowId={({ key }) => key}
          columns={[
            {
              id: "concept",
              name: t("concept"),
              className: "min-w-52",
              cell: ({ concept }) => <ConceptLink concept={concept} showKind />,
            },
            ...keys.map((key) => ({
              id: key,
              name: detailName(key),
              className: "max-w-72",
              cell: ({ detail }: RelationView) => <DetailCell value={detail[key]} />,
            })),
            { id: "source", name: t("source"), cell: ({ source }) => <SourceChip id={source} /> },
          ]}
        />
      )}
    </ShortList>
  );
}

function DetailCell({ value }: { value: string | undefined }) {
  const show = useDetailValue();
  return value === undefined || value === "" ? <span className="text-ink-3">–</span> : show(value);
}
