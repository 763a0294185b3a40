import { listOf, type Row } from "./sources.ts";

/** Names used by two rows: a preferred name twice, or a preferred name that is another row's alias. */
export function nameProblems(rows: readonly Row[], preferred: string, aliases: string): string[] {
  const problems: string[] = [];
  const owner = new Map<string, string>();
  for (const row of rows) {
    const name = row[preferred] ?? "";
    if (name === "") problems.push("a row has no name");
    if (owner.has(name)) problems.push(`${name}: two rows`);
    owner.set(name, name);
  }
  for (const row of rows) {
    for (const alias of listOf(row[aliases])) {
      const other = owner.get(alias);
      if (other !== undefined && other !== row[preferred])
        problems.push(`${alias}: alias of ${row[preferred]} and ${other}`);
      owner.set(alias, row[preferred] ?? "");
    }
  }
  return problems;
}

/** Ids given as exact by two rows. */
export function idProblems(rows: readonly Row[], column: string): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const row of rows) {
    const id = row[column] ?? "";
    if (id === "" || row.relation !== "exact") continue;
    const other = owner.get(id);
    if (other !== undefined) problems.push(`${id}: exact for ${other} and ${row.zh}`);
    owner.set(id, row.zh ?? "");
  }
  return problems;
}
