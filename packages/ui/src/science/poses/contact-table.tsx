"use client";

import { SimpleTable } from "../../data-table/simple-table.tsx";
import { formatDecimal } from "../../values/format.ts";
import { usePoseText } from "./pose-text.ts";
import type { ListedContact } from "./shown-analysis.ts";

/** Every contact of a pose. */
export function ContactTable({ contacts }: { contacts: readonly ListedContact[] }) {
  const text = usePoseText();
  if (contacts.length === 0) return <p className="text-sm text-ink-3">{text.noContacts}</p>;
  return (
    <SimpleTable
      label={text.contacts}
      rows={contacts}
      className="max-w-3xl"
      rowId={({ residue, kind, from, to }) => `${residue} ${kind} ${from.join()} ${to.join()}`}
      columns={[
        {
          id: "residue",
          name: text.residue,
          cell: ({ residue }) => <span className="font-mono text-xs">{residue}</span>,
        },
        { id: "kind", name: text.kind, cell: ({ kind }) => text.kinds[kind] },
        { id: "role", name: text.roleColumn, cell: ({ role }) => text.roles[role] ?? role },
        { id: "distance", name: text.distance, align: "end", cell: ({ distance }) => formatDecimal(distance, 1) },
        {
          id: "angle",
          name: text.angle,
          align: "end",
          cell: ({ angle }) => (angle === null ? "–" : formatDecimal(angle, 0)),
        },
      ]}
    />
  );
}
