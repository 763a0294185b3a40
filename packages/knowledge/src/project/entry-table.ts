import { type ProjectEntry, projectEntrySchema } from "./entry.schema.ts";
import { type RefusalReason, reasonOf } from "./refusal.ts";

const columns = [
  "entry",
  "concept",
  "kind",
  "text",
  "language",
  "role",
  "parent",
  "system",
  "code",
  "relation",
  "note",
];

/** Entries as a table: tab separated, one header line, empty where a column does not apply. */
export function writeEntryTable(entries: readonly ProjectEntry[]): string {
  const lines = entries.map((entry) => {
    const values: Record<string, string | null | undefined> = { ...entry };
    return columns.map((column) => (values[column] ?? "").replace(/[\t\r\n]+/g, " ")).join("\t");
  });
  return `${[columns.join("\t"), ...lines].join("\n")}\n`;
}

/** A line of a table that cannot be taken in, with what is wrong with it. */
export type RefusedLine = { line: number; text: string; reason: RefusalReason };

/** Reads such a table, with columns in any order; every line is an entry or is listed with its number and the reason. */
export function readEntryTable(text: string): { entries: ProjectEntry[]; refused: RefusedLine[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const header = lines[0]!.split("\t").map((name) => name.trim().toLowerCase());
  const entries: ProjectEntry[] = [];
  const refused: RefusedLine[] = [];
  const unknown = header.filter((name) => !columns.includes(name));
  if (!header.includes("entry") || unknown.length > 0) {
    const reason =
      unknown.length > 0 && header.includes("entry")
        ? { en: `unknown columns: ${unknown.join(", ")}`, zh: `未知的列：${unknown.join("、")}` }
        : {
            en: `the first line must name the columns: ${columns.join(", ")}`,
            zh: `第一行必须是列名：${columns.join("、")}`,
          };
    return { entries, refused: [{ line: 1, text: lines[0]!, reason }] };
  }
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "") continue;
    const cells = line.split("\t");
    const filled = header.flatMap((name, column) => {
      const value = cells[column]?.trim() ?? "";
      return value === "" ? [] : [[name, value] as const];
    });
    const read = projectEntrySchema.safeParse(Object.fromEntries(filled));
    if (read.success) entries.push(read.data);
    else refused.push({ line: index + 1, text: line, reason: reasonOf(read.error.issues) });
  }
  return { entries, refused };
}
