import { csvLine } from "../csv-line.ts";
import type { Language, Sentence } from "../terminal/language.ts";
import type { PredictedValue } from "./row-task.ts";

/** A row of the output before it is text. */
export type OutputRow = {
  row: number;
  input: string;
  smiles: string;
  inchikey: string;
} & ({ status: "ok"; values: Readonly<Record<string, PredictedValue>> } | { status: "failed"; reason: Sentence });

const endings = ["", "_lo", "_hi", "_in_domain"] as const;

/** `row,input,smiles,inchikey,status,reason`, then four columns per endpoint. */
export const headerLine = (endpoints: readonly string[]): string =>
  csvLine([
    ...["row", "input", "smiles", "inchikey", "status", "reason"],
    ...endpoints.flatMap((id) => endings.map((ending) => id + ending)),
  ]);

/** One line; every row has one, the failed ones with their reason and without values. */
export function rowLine(row: OutputRow, endpoints: readonly string[], language: Language): string {
  const reason = row.status === "failed" ? row.reason[language] : "";
  const values = endpoints.flatMap((id) => {
    const found = row.status === "ok" ? row.values[id] : undefined;
    if (found === undefined) return ["", "", "", ""];
    return [shown(found.value), shown(found.lo), shown(found.hi), String(found.inDomain)];
  });
  return csvLine([String(row.row), shortened(row.input), row.smiles, row.inchikey, row.status, reason, ...values]);
}

/** Numbers keep 6 significant digits: far more than the models know. */
const shown = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : "");

const inputLimit = 20_000;
/** A row of a megabyte is not repeated in full. */
const shortened = (text: string): string => (text.length > inputLimit ? `${text.slice(0, inputLimit)}…` : text);
