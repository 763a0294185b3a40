import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { modelOf } from "../../src/synthetic/model/compile.ts";
import { PREVALENCE_AGES } from "../../src/synthetic/model/module.ts";
import { diseaseModules } from "../../src/synthetic/tables/diseases/index.ts";
import { drugs } from "../../src/synthetic/tables/drugs.ts";
import { genes } from "../../src/synthetic/tables/genes.ts";
import { labs } from "../../src/synthetic/tables/labs.ts";

// The knowledge tables that the repository holds: an independent list of every id.
const tables = path.resolve(import.meta.dirname, "../../../../datasets/knowledge");
function rows(file: string): Record<string, string>[] {
  const bytes = readFileSync(path.join(tables, file));
  const [head = "", ...lines] = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

const conceptsOf = (prefix: string): string[] =>
  [
    ...new Set(
      ["cn", "us"].flatMap((flavour) =>
        modelOf(flavour as "cn", "community").terms.rows.map(({ concept }) => concept ?? ""),
      ),
    ),
  ]
    .filter((concept) => concept.startsWith(`${prefix}:`))
    .map((concept) => concept.slice(prefix.length + 1));

describe("ids in the tables", () => {
  it("of diagnoses are codes of mainland ICD-10 and of ICD-10-CM", () => {
    const cn = new Set(rows("icd10-zh-mainland/diagnoses.tsv.gz").map(({ code }) => code));
    const us = new Set(rows("icd10cm-2026/tabular.tsv.gz").map(({ code }) => code));
    expect(conceptsOf("ICD10CN").filter((code) => !cn.has(code))).toEqual([]);
    expect(conceptsOf("ICD10CM").filter((code) => !us.has(code))).toEqual([]);
    expect(conceptsOf("ICD10CN").length).toBeGreaterThan(60);
    expect(conceptsOf("ICD10CM").length).toBeGreaterThan(60);
  });

  it("of mainland diagnoses and procedures have the displays of the standard", () => {
    const names = new Map(
      [...rows("icd10-zh-mainland/diagnoses.tsv.gz"), ...rows("icd10-zh-mainland/procedures.tsv.gz")].map(
        ({ code, name }) => [code, name],
      ),
    );
    const own = modelOf("cn", "community").terms.rows.filter(({ concept }) => /^ICD(10CN|9CM3):/.test(concept ?? ""));
    const wrong = own.flatMap(({ codes }) => codes.filter(({ code, display }) => names.get(code) !== display));
    expect(wrong.map(({ code, display }) => `${code} ${display} | ${names.get(code)}`)).toEqual([]);
  });

  it("of procedures are codes of ICD-9-CM-3", () => {
    const codes = rows("icd10-zh-mainland/procedures.tsv.gz").map(({ code }) => code ?? "");
    const known = new Set([
      ...codes,
      ...codes.map((code) => code.slice(0, 5).replace(/[.x]+$/, "")),
      ...codes.map((code) => code.slice(0, 4)),
    ]);
    expect(conceptsOf("ICD9CM3").filter((code) => !known.has(code))).toEqual([]);
  });

  it("of drugs are ATC codes of the drug that is named, or DrugBank entries", () => {
    const own = rows("own-drugs/drugs-zh.tsv");
    const drugbank = rows("drugbank-vocabulary/drugs.tsv.gz").map((row) => Object.values(row).join("\t").toLowerCase());
    for (const { concept, en, zh } of drugs) {
      const [prefix, code = ""] = concept.split(":");
      if (prefix === "DRUGBANK")
        expect(drugbank.some((row) => row.includes(code.toLowerCase()) && row.includes(en))).toBe(true);
      const named = own.filter(({ zh: name, aliases_zh }) => name === zh || aliases_zh?.split("|").includes(zh));
      if (prefix === "ATC" && named.length > 0)
        expect(`${zh} ${named.flatMap(({ atc }) => atc?.split("|"))}`).toContain(code);
      if (prefix === "ATC")
        expect(own.some(({ atc }) => atc?.split("|").includes(code)) || named.length === 0).toBe(true);
    }
  });

  it("of genes are HGNC ids of the symbol", () => {
    const hgnc = new Map(rows("hgnc/genes.tsv.gz").map((row) => [row.symbol, row.hgnc_id ?? row.id]));
    for (const [symbol, id] of Object.entries(genes))
      expect(hgnc.get(symbol)?.replace(/^HGNC:/, "")).toBe(id.replace(/^HGNC:/, ""));
  });

  it("of laboratory items are items of the catalogue, with its LOINC code, canonical unit and factor", () => {
    const catalogue = new Map(rows("own-labs/labs.tsv").map((row) => [row.id, row]));
    for (const lab of labs) {
      const row = catalogue.get(lab.id);
      expect(row, lab.id).toBeDefined();
      if (lab.loinc !== null) expect(row?.loinc?.split("|"), lab.id).toContain(lab.loinc);
      expect(row?.unit_si?.replace("k[U]", "kU") || null, lab.id).toBe(lab.canonical);
      if (lab.conventional !== undefined) {
        expect([row?.unit_conventional, Number(row?.factor)], lab.id).toEqual([
          lab.conventional[0],
          lab.conventional[1],
        ]);
      }
    }
  });
});

describe("disease tables", () => {
  it("name a source, have a column per age band, and stand after what their risks name", () => {
    const seen = new Set(["smoking"]);
    for (const module of diseaseModules) {
      expect(module.source.length, module.id).toBeGreaterThan(30);
      for (const { of } of module.risks ?? []) expect(seen.has(of), `${module.id}: ${of}`).toBe(true);
      for (const table of Object.values(module.prevalence)) {
        expect(table.female).toHaveLength(PREVALENCE_AGES.length);
        expect(table.male).toHaveLength(PREVALENCE_AGES.length);
      }
      seen.add(module.id);
    }
    expect(seen.size).toBe(diseaseModules.length + 1);
  });

  it("compile for both flavours and settings", () => {
    for (const flavour of ["cn", "us"] as const) {
      for (const setting of ["community", "hospital"] as const)
        expect(modelOf(flavour, setting).terms.rows.length).toBeGreaterThan(250);
    }
  });
});
