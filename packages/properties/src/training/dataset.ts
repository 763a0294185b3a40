import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { propertiesErrors, reasonOf } from "../errors.ts";

export type LabelledRow = { readonly id: string; readonly smiles: string; readonly measured: number };
export type Dataset = {
  readonly trainVal: readonly LabelledRow[];
  readonly test: readonly LabelledRow[];
  readonly sha256: { readonly trainVal: string; readonly test: string };
};

/**
 * Reads a folder of the TDC benchmark group: train_val.csv and test.csv with the columns Drug_ID, Drug (SMILES), Y.
 * @throws `properties.dataset_missing`, `properties.dataset_invalid`
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const [trainVal, test] = await Promise.all(
    ["train_val.csv", "test.csv"].map((name) => readLabelledRows(join(folder, name))),
  );
  return { trainVal: trainVal!.rows, test: test!.rows, sha256: { trainVal: trainVal!.sha256, test: test!.sha256 } };
}

/**
 * One file of such a folder with its checksum.
 * @throws `properties.dataset_missing`, `properties.dataset_invalid`
 */
export async function readLabelledRows(path: string): Promise<{ rows: LabelledRow[]; sha256: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw propertiesErrors.create("dataset_missing", { path, reason: reasonOf(cause) }, cause);
  }
  const [header = [], ...records] = parseCsv(new TextDecoder().decode(bytes));
  const column = (name: string): number => {
    const at = header.indexOf(name);
    if (at < 0) throw propertiesErrors.create("dataset_invalid", { path, reason: `there is no column ${name}` });
    return at;
  };
  const [id, drug, y] = [column("Drug_ID"), column("Drug"), column("Y")];
  const rows = records.map((record, i) => {
    const measured = Number(record[y]);
    if (record[drug] === undefined || record[y] === "" || !Number.isFinite(measured))
      throw propertiesErrors.create("dataset_invalid", {
        path,
        reason: `record ${i + 1} has no structure or no number`,
      });
    return { id: record[id] ?? "", smiles: record[drug], measured };
  });
  return { rows, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** RFC 4180 records; quotes may hold commas, quotes and line ends. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  const endField = () => {
    record.push(field);
    field = "";
  };
  const endRecord = () => {
    endField();
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[i++]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") endField();
    else if (c === "\n") endRecord();
    else if (c !== "\r") field += c;
  }
  endRecord();
  return records;
}
