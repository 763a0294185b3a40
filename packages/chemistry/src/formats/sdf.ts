import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";
import { chemErrors } from "../errors.ts";
import type { Line } from "./lines.ts";
import type { RawRecord, ReadLimits } from "./records.ts";

/** Records of an SDF file (V2000 or V3000), or of a single molfile. */
export async function* readSdf(
  source: AsyncIterable<Line[] | QinghaoError>,
  limits: ReadLimits,
): AsyncGenerator<RawRecord[] | QinghaoError> {
  let collector = new RecordCollector(limits);
  for await (const lines of source) {
    if (isQinghaoError(lines)) {
      yield lines;
      return;
    }
    const records: RawRecord[] = [];
    for (const line of lines) {
      if (!line.text.startsWith("$$$$")) collector.add(line);
      else {
        records.push(collector.finish(line.number));
        collector = new RecordCollector(limits);
      }
    }
    if (records.length > 0) yield records;
  }
  if (!collector.isBlank) yield [collector.finish(0)];
}

class RecordCollector {
  readonly #limits: ReadLimits;
  #lines: string[] = [];
  #firstLine = 0;
  #length = 0;
  #error: QinghaoError | null = null;
  isBlank = true;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  add({ number, text, tooLong }: Line): void {
    if (this.#firstLine === 0) this.#firstLine = number;
    if (text.trim() !== "") this.isBlank = false;
    this.#length += text.length + 1;
    if (tooLong) this.#error ??= chemErrors.create("row.too_long", { limit: this.#limits.lineLength });
    if (this.#length > this.#limits.recordLength) {
      this.#error ??= chemErrors.create("row.too_long", { limit: this.#limits.recordLength });
    }
    if (this.#error === null || this.#lines.length < 8) this.#lines.push(text);
  }

  finish(endLine: number): RawRecord {
    const line = this.#firstLine === 0 ? endLine : this.#firstLine;
    if (this.#error !== null) return { line, text: this.#lines.join("\n"), error: this.#error };
    const end = this.#lines.findIndex((text) => /^M\s+END\s*$/.test(text));
    if (end < 3) return { line, text: this.#lines.join("\n"), error: chemErrors.create("row.sdf_unfinished") };
    const molblock = `${this.#lines.slice(0, end).join("\n")}\nM  END\n`;
    const name = this.#lines[0]!.trim();
    return { line, text: molblock, name: name === "" ? null : name, fields: dataFields(this.#lines.slice(end + 1)) };
  }
}

/** `> <NAME>` data items; their lines up to the next blank one are the value. */
function dataFields(lines: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  let name: string | null = null;
  let value: string[] = [];
  const close = () => {
    if (name !== null) fields[name] = value.join("\n");
    name = null;
    value = [];
  };
  for (const text of lines) {
    const header = /^>.*<([^>]*)>/.exec(text);
    if (header !== null && (name === null || value.length === 0 || text.startsWith("> "))) {
      close();
      name = header[1]!.trim();
    } else if (name !== null && text.trim() === "") close();
    else if (name !== null) value.push(text);
  }
  close();
  return fields;
}
