import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createRng } from "@qinghao/kernel";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPatientBatches, readPatientPath } from "../../src/node.ts";
import { type CsvRow, readOmop, writeOmop } from "../../src/omop/index.ts";
import { generatePatients } from "../../src/synthetic/index.ts";
import { resolverOf } from "../synthetic/model-resolver.ts";

const resolver = resolverOf("us");
const records = [
  ...generatePatients({ seed: 12, count: 600, flavour: "us", asOf: "2026-01-31", setting: "hospital", dirt: 2 }),
];
const source = { name: "Test", holder: "Test", description: "of a test", release: "2026-01-31" };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-omop-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const subfolder = (name: string): string => mkdtempSync(path.join(folder, name));

/** Lines of each table, header first, the rest in no order. */
function shuffledTables(): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const { table, line } of writeOmop(records, source)) {
    const lines = tables.get(table) ?? [];
    lines.push(line.trimEnd());
    tables.set(table, lines);
  }
  const rng = createRng(3);
  for (const lines of tables.values()) {
    for (let at = lines.length - 1; at > 1; at--) {
      const other = 1 + rng.int(at);
      [lines[at], lines[other]] = [lines[other]!, lines[at]!];
    }
  }
  return tables;
}

const whole = (tables: Map<string, string[]>) =>
  readOmop((name) => parse((tables.get(name) ?? []).join("\n"), { columns: true }) as CsvRow[], resolver);

describe("a folder of OMOP tables", () => {
  it("is read some patients at a time, to what reading the tables whole comes to", () => {
    const own = subfolder("mixed");
    const tables = shuffledTables();
    const stranger = tables.get("condition_occurrence")![1]!.replace(/^([^,]*),[^,]*/, "$1,nobody");
    tables.get("condition_occurrence")!.push(stranger);
    const ends = ["\n", "\r\n", "\r\n\r\n"];
    let at = 0;
    for (const [table, lines] of tables) {
      const text = `${at === 0 ? "\uFEFF" : ""}${lines.join(ends[at % 3])}${ends[at++ % 3]}`;
      if (table === "measurement") writeFileSync(path.join(own, "measurement.csv.gz"), gzipSync(text));
      else writeFileSync(path.join(own, `${table.toUpperCase()}.csv`), text);
    }
    expect(readPatientPath(own, resolver)).toEqual(whole(tables));
    const batches = [...readPatientBatches(own, resolver)];
    expect(batches.length).toBeGreaterThan(2);
    expect(Math.max(...batches.map((batch) => batch.records.length))).toBeLessThan(records.length / 2);
  });

  const person = "person_id,gender_concept_id,year_of_birth\n1,8507,1960\n";
  const conditions = (rows: string) =>
    `condition_occurrence_id,person_id,condition_concept_id,condition_source_value,condition_start_date\n${rows}`;
  const anyCode = {
    ...resolver,
    resolve: ([code]: readonly { code: string }[]) => ({ concept: code!.code, via: "code" as const }),
  };

  it("takes a vocabulary separated by tabs, in which a quote is a letter", () => {
    const own = subfolder("tabs");
    writeFileSync(path.join(own, "PERSON.csv"), person);
    writeFileSync(path.join(own, "CONDITION_OCCURRENCE.csv"), conditions("1,1,77,x,2020-02-03\n"));
    const concept =
      'concept_id\tconcept_name\tvocabulary_id\tconcept_code\n5\t5" nail\tV\tnail\n77\tGout, "so called\tV\tgout\n';
    writeFileSync(path.join(own, "CONCEPT.csv"), concept);
    const [read] = readPatientPath(own, anyCode).records;
    expect(read?.facts.map(({ codes }) => codes)).toEqual([
      [{ system: "V", code: "gout", display: 'Gout, "so called' }],
    ]);
  });

  it("takes quoted cells with commas, quotes and lines in them, and a table without a line", () => {
    const own = subfolder("quoted");
    writeFileSync(path.join(own, "PERSON.csv"), person);
    writeFileSync(path.join(own, "DEATH.csv"), "");
    const rows = '1,1,0,"a ""b"",\n\nc",2020-02-03\n2,1,0,"d",2020-02-04\n';
    writeFileSync(path.join(own, "CONDITION_OCCURRENCE.csv"), conditions(rows));
    const [read] = readPatientPath(own, anyCode).records;
    expect(read?.facts.map(({ codes, start }) => [codes[0]!.code, start])).toEqual([
      ['a "b",\n\nc', "2020-02-03"],
      ["d", "2020-02-04"],
    ]);
  });

  it.each([
    [
      "a quote without its partner",
      conditions('1,1,0,ok,2020-02-03\n2,1,0,"Secret,2020-02-04\n3,1,0,x,2020-02-05\n'),
      3,
    ],
    ["a quote amid a cell", conditions('1,1,0,5" or 6" Secret,2020-02-03\n'), 2],
  ])("names file and line of %s, and nothing of what stands there", (_what, text, line) => {
    const own = subfolder("broken");
    writeFileSync(path.join(own, "PERSON.csv"), person);
    writeFileSync(path.join(own, "CONDITION_OCCURRENCE.csv"), text);
    const details = { file: "CONDITION_OCCURRENCE.csv", line };
    expect(() => readPatientPath(own, resolver)).toThrowError(
      expect.objectContaining({ code: "clinical.patients.unreadable_table", details }),
    );
  });

  it("says which table does not tell whose its rows are", () => {
    const own = subfolder("headless");
    writeFileSync(path.join(own, "PERSON.csv"), "1,8507,1960\n");
    expect(() => readPatientPath(own, resolver)).toThrowError(
      expect.objectContaining({ code: "clinical.patients.no_person_column", details: { file: "PERSON.csv" } }),
    );
  });
});
