import { type ChemKit, summarise, withStandardMolecule } from "@qinghao/chemistry";
import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { compoundsErrors } from "../errors.ts";
import { columnDescriptors } from "./column-descriptors.ts";
import type { RegisteredStructure, RowOutcome, RowRefusal, RowTask } from "./tasks.ts";

/** PostgreSQL indexes the beginning of a name; a longer one is cut. */
const longestName = 400;

/** Standardises each row; a row that fails in whatever way is refused, never the batch. */
export const standardiseRows = (kit: ChemKit, rows: readonly RowTask[]): RowOutcome[] =>
  rows.map((task) => {
    const { row, line, text } = task;
    try {
      const result = task.refused ?? standardiseRow(kit, task);
      return "code" in result
        ? { row, line, text, registered: null, refused: result }
        : { row, line, text, registered: result, refused: null };
    } catch (error) {
      return { row, line, text, registered: null, refused: refusalOf(error) };
    }
  });

function standardiseRow(kit: ChemKit, { text, name, fields }: RowTask): RegisteredStructure | RowRefusal {
  const result = withStandardMolecule(kit, text, (mol, origin) => {
    const summary = summarise(mol, origin);
    if (!summary.ok) return refusalOf(summary.error);
    const { inputSmiles: _given, ...standard } = summary.value;
    const shownName = name?.trim().slice(0, longestName).toWellFormed() ?? "";
    return { ...standard, ...columnDescriptors(mol), name: shownName === "" ? null : shownName, fields };
  });
  return result.ok ? result.value : refusalOf(result.error);
}

export function refusalOf(error: unknown): RowRefusal {
  const known: QinghaoError = isQinghaoError(error)
    ? error
    : compoundsErrors.create("row.failed", { kind: error instanceof Error ? error.name : typeof error });
  return { code: known.code, reason: { en: known.user.en, zh: known.user.zh } };
}
