import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { chemErrors } from "../errors.ts";
import type { Line } from "./lines.ts";

export type TableRow =
  | { line: number; text: string; cells: string[] }
  | { line: number; text: string; error: QinghaoError };

/** Lines that one quoted cell may span. */
const MAX_SPAN = 5000;

/**
 * Rows of a delimited text (RFC 4180 quoting, any one-character delimiter). Blank lines are no rows. Where a quotation mark
 * is not closed properly, only the line it stands in is lost: reading resumes at the next one.
 */
export async function* readTable(
  source: AsyncIterable<Line[] | QinghaoError>,
  delimiter: string,
  limit: number,
): AsyncGenerator<TableRow[] | QinghaoError> {
  const parser = new TableParser(delimiter, limit);
  for await (const lines of source) {
    if (isQinghaoError(lines)) {
      yield lines;
      return;
    }
    const rows = parser.push(lines, false);
    if (rows.length > 0) yield rows;
  }
  yield parser.push([], true);
}

class TableParser {
  readonly #delimiter: string;
  readonly #limit: number;
  #pending: Line[] = [];

  constructor(delimiter: string, limit: number) {
    this.#delimiter = delimiter;
    this.#limit = limit;
  }

  push(lines: Line[], isEnd: boolean): TableRow[] {
    const queue = this.#pending.length === 0 ? lines : [...this.#pending, ...lines];
    this.#pending = [];
    const rows: TableRow[] = [];
    for (let at = 0; at < queue.length; ) {
      const first = queue[at]!;
      if (first.text.trim() === "" && !first.tooLong) {
        at++;
        continue;
      }
      const span = this.#rowAt(queue, at, isEnd);
      if (span === "more") {
        this.#pending = queue.slice(at);
        break;
      }
      rows.push(span.row);
      at += span.lines;
    }
    return rows;
  }

  #rowAt(queue: Line[], at: number, isEnd: boolean): "more" | { row: TableRow; lines: number } {
    const { number: line, text: firstText, tooLong } = queue[at]!;
    const rejected = (error: QinghaoError) => ({ row: { line, text: firstText, error }, lines: 1 });
    if (tooLong) return rejected(chemErrors.create("row.too_long", { limit: this.#limit }));
    if (!firstText.includes('"'))
      return { row: { line, text: firstText, cells: firstText.split(this.#delimiter) }, lines: 1 };
    let text = firstText;
    for (let lines = 1; ; lines++) {
      const cells = splitQuoted(text, this.#delimiter);
      if (cells === "malformed") return rejected(chemErrors.create("row.quote"));
      if (cells !== "open") return { row: { line, text, cells }, lines };
      const next = queue[at + lines];
      if (next === undefined && !isEnd && lines < MAX_SPAN) return "more";
      if (next === undefined || next.tooLong || lines >= MAX_SPAN || text.length + next.text.length > this.#limit) {
        return rejected(chemErrors.create("row.quote"));
      }
      text += `\n${next.text}`;
    }
  }
}

/** The cells of a row; "open" where a quoted cell goes on in the next line. */
function splitQuoted(text: string, delimiter: string): string[] | "open" | "malformed" {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let cell = "";
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) return "open";
        cell += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        cell += '"';
        from = quote + 2;
      }
      cells.push(cell);
      if (at === text.length) return cells;
      if (text[at] !== delimiter) return "malformed";
      at++;
    } else {
      const end = text.indexOf(delimiter, at);
      if (end < 0) {
        cells.push(text.slice(at));
        return cells;
      }
      cells.push(text.slice(at, end));
      at = end + 1;
    }
  }
}

/** Rows of the first lines of a file, for looking at it before reading it; malformed ones are left out. */
export function tableRows(lines: readonly string[], delimiter: string): string[][] {
  const parser = new TableParser(delimiter, 100_000);
  const numbered = lines.map((text, i) => ({ number: i + 1, text, tooLong: false }));
  return parser.push(numbered, true).flatMap((row) => ("cells" in row ? [row.cells] : []));
}
