import path from "node:path";
import { parse } from "csv-parse/sync";
import { clinicalErrors } from "../errors.ts";
import type { CsvRow } from "../omop/index.ts";
import { type LineFile, openLines, type Place } from "./bulk-lines.ts";

const QUOTE = 34;

/**
 * A CSV table that is read through once, and again at places. A header with tabs and no comma tells a table as OHDSI's
 * vocabulary downloads are: separated by tabs, quotes without meaning.
 * Errors: `clinical.patients.unreadable_table` with file and line.
 */
export class CsvTable {
  /** Lower-case names; none of a file without a line. */
  readonly columns: readonly string[];
  readonly #file: LineFile;
  readonly #name: string;
  readonly #format: { readonly delimiter: string; readonly quote: string | null };

  constructor(file: string) {
    this.#file = openLines(file);
    this.#name = path.basename(file);
    const [head] = this.#file.lines();
    const text = head === undefined ? "" : head.bytes.toString("utf8").replace(/^\uFEFF/, "");
    const hasTabs = text.includes("\t") && !text.includes(",");
    this.#format = hasTabs ? { delimiter: "\t", quote: null } : { delimiter: ",", quote: '"' };
    this.columns = head === undefined ? [] : this.#cells(text, 1).map((name) => name.trim().toLowerCase());
  }

  /** Every row in turn; a quoted cell may go over several lines. */
  *records(): Generator<{ cells: readonly string[]; number: number } & Place> {
    let isHead = true;
    for (const { text, ...place } of this.#joined()) {
      if (!isHead) yield { cells: this.#cells(text, place.number), ...place };
      isHead = false;
    }
  }

  /** Rows at places in rising order. */
  rowsAt(places: readonly (Place & { readonly number: number })[]): CsvRow[] {
    const texts = [...this.#file.readAt(places)].map((bytes) => bytes.toString("utf8"));
    return texts.map((text, at) => this.row(this.#cells(text, places[at]!.number)));
  }

  /** Cells by the name of their column; cells beyond the last column have none. */
  row(cells: readonly string[]): CsvRow {
    const row: Record<string, string> = {};
    const count = Math.min(cells.length, this.columns.length);
    for (let at = 0; at < count; at++) row[this.columns[at]!] = cells[at]!;
    return row;
  }

  close(): void {
    this.#file.close();
  }

  *#joined(): Generator<{ text: string; number: number } & Place> {
    let open: { text: string; number: number; start: number } | null = null;
    for (const { bytes, number, start, length } of this.#file.lines()) {
      const text: string = open === null ? bytes.toString("utf8") : `${open.text}\n${bytes.toString("utf8")}`;
      const first: { number: number; start: number } = open ?? { number, start };
      const turns = this.#format.quote !== null && isOdd(bytes);
      if (turns === (open === null)) open = { text, ...first };
      else {
        yield { text, number: first.number, start: first.start, length: start + length - first.start };
        open = null;
      }
    }
    if (open !== null) throw this.#unreadable(open.number);
  }

  #cells(text: string, line: number): string[] {
    const { delimiter, quote } = this.#format;
    const record = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (quote === null || !record.includes(quote)) return record.split(delimiter);
    try {
      const [cells = [], ...more] = parse(record, { delimiter, quote, relax_column_count: true }) as string[][];
      if (more.length === 0) return cells;
    } catch {
      // The parser's message quotes the text, which holds a patient's values: only the place is told.
    }
    throw this.#unreadable(line);
  }

  #unreadable = (line: number) => clinicalErrors.create("patients.unreadable_table", { file: this.#name, line });
}

/** An odd number of quotes: a cell begins or ends in this line that goes over several. */
function isOdd(bytes: Buffer): boolean {
  let is = false;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) is = !is;
  return is;
}
