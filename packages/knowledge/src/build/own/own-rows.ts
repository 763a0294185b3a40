import { type Sources, textOf } from "../source-tables.ts";

/** A row of a table of the project's own: cells by column, "" where the table has no such column. */
export type OwnRow = {
  cell: (column: string) => string;
  list: (column: string) => string[];
  /** Whether the row could be confirmed; others are shown, and no automatic decision rests on them. */
  confirmed: boolean;
  decided: string;
};

/** Rows of a checked table of the project's own; none when the table is not there yet. */
export function* ownRows(sources: Sources, source: string, file: string): Generator<OwnRow> {
  if (sources.get(source)?.texts.has(file) !== true) return;
  const [head = "", ...lines] = textOf(sources, source, file).replace(/\r/g, "").split("\n");
  const columns = new Map(head.split("\t").map((name, index) => [name, index]));
  for (const line of lines) {
    if (line.trim() === "") continue;
    const cells = line.split("\t");
    const cell = (column: string) => (cells[columns.get(column) ?? -1] ?? "").trim();
    yield {
      cell,
      list: (column) =>
        cell(column)
          .split("|")
          .map((part) => part.trim())
          .filter((part) => part !== ""),
      confirmed: cell("status") === "confirmed",
      decided: cell("decided"),
    };
  }
}

/** The local part of an own id: lower-case letters, digits and hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
