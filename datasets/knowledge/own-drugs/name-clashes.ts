import { chineseNames, type DrugRow, englishNames, foldChinese, foldEnglish, listOf } from "./hand-table.ts";

/** One name that stands at two drugs. */
export type Clash = { kind: string; name: string; inns: string[]; explained: boolean };

/**
 * Names that two rows share: a Chinese generic name, a Chinese brand, an English brand, an English name, a code; and a
 * brand of one row that is a generic name of another. A clash is explained when a note of every row concerned says the name.
 */
export function nameClashes(rows: readonly DrugRow[]): Clash[] {
  const kinds: { kind: string; names: (row: DrugRow) => string[]; fold: (name: string) => string }[] = [
    { kind: "Chinese name", names: (row) => [...chineseNames(row), ...listOf(row.brands_zh)], fold: foldChinese },
    { kind: "English name", names: (row) => [...englishNames(row), ...listOf(row.brands_en)], fold: foldEnglish },
    { kind: "code", names: (row) => listOf(row.codes), fold: foldEnglish },
  ];
  return kinds.flatMap(({ kind, names, fold }) => {
    const owners = new Map<string, { name: string; rows: Set<DrugRow> }>();
    for (const row of rows)
      for (const name of names(row)) {
        const owner = owners.get(fold(name)) ?? { name, rows: new Set<DrugRow>() };
        owner.rows.add(row);
        owners.set(fold(name), owner);
      }
    return [...owners.values()]
      .filter((owner) => owner.rows.size > 1)
      .map((owner) => ({
        kind,
        name: owner.name,
        inns: [...owner.rows].map((row) => row.inn),
        explained: [...owner.rows].every((row) => row.note.includes(owner.name)),
      }));
  });
}
