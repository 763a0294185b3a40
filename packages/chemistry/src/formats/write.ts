import type { MolView } from "../molecule.ts";

/** Put before the first row of a CSV file, it makes spreadsheet programs read the file as UTF-8. */
export const utf8ByteOrderMark = "\uFEFF";

export type CellValue = string | number | boolean | null | undefined;

/** One CSV row after RFC 4180, with its line end; null, undefined and NaN are empty cells. */
export const csvRow = (cells: readonly CellValue[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(value: CellValue): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a SMILES file. */
export const smilesRow = (smiles: string, name: string | null = null): string =>
  name === null ? `${smiles}\n` : `${smiles}\t${oneLine(name)}\n`;

/** One SDF record: V2000 molblock with 2D coordinates, title, data fields. */
export function sdfRecord(
  mol: Pick<MolView, "molblock">,
  name: string | null,
  fields: Readonly<Record<string, CellValue>> = {},
): string {
  const molblock = mol.molblock;
  const body = molblock.slice(molblock.indexOf("\n"));
  let record = `${oneLine(name ?? "")}${body.endsWith("\n") ? body : `${body}\n`}`;
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    // A blank line would end the value.
    const text = String(value)
      .replaceAll("\r\n", "\n")
      .replace(/\n(?=\s*\n)/g, "\n ")
      .replace(/^\$\$\$\$/gm, " $$$$$$$$");
    record += `>  <${oneLine(field).replace(/[<>]/g, "_")}>\n${text}\n\n`;
  }
  return `${record}$$$$\n`;
}

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, " ").slice(0, 200);
