import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { formatJson } from "./tables.ts";

// node datasets/knowledge/describe-own.ts: writes dataset.json of the project's own tables from the checked tables beside it.
const titles: Readonly<Record<string, string>> = {
  "own-abbreviations": "Qinghao: clinical abbreviations, English and Chinese",
  "own-diseases": "Qinghao: Chinese names of tumours, common and rare diseases",
  "own-drugs": "Qinghao: Chinese names, brands, codes and classes of drugs",
  "own-labs": "Qinghao: laboratory items with LOINC codes and units",
};
const meanings: Readonly<Record<string, string>> = {
  id: "id of the item",
  abbr: "short forms, | between",
  zh: "Chinese name",
  en: "English name",
  inn: "international nonproprietary name",
  aliases_zh: "other Chinese names, | between",
  aliases_en: "other English names, | between",
  brands_zh: "Chinese brands, | between",
  brands_en: "English brands, | between",
  codes: "development codes, | between",
  atc: "ATC codes, | between",
  class_en: "class of drugs in English",
  class_zh: "class of drugs in Chinese",
  oncotree: "OncoTree code",
  mondo: "Mondo disease",
  orphanet: "Orphanet id",
  relation: "exact: the Mondo disease is the same; broader: it covers more; narrower: less",
  icd10cn: "mainland ICD-10 codes, | between",
  icd10cn_relation: "what the mainland code is to the row: exact, broader or narrower",
  hp: "HPO term of the same name",
  ambiguous_with: "other meanings of the same letters, | between",
  context: "words that speak for this meaning, | between",
  concept: "id of the concept that the full form names; in name-limits, the concept that the name does not stand for",
  name: "a name that is shown and decides nothing; * for all that the source brought",
  source: "the source whose names are meant, any when empty",
  concept_name: "preferred name of the concept",
  reason: "what the name means in clinical text instead",
  list: "national list: 1 (2018) or 2 (2023)",
  number: "number in the list",
  icd10cm: "ICD-10-CM codes, | between",
  loinc: "LOINC codes, | between",
  specimen: "specimen",
  property: "kind of quantity",
  unit_conventional: "usual conventional unit, UCUM",
  unit_si: "usual SI unit, UCUM",
  factor: "SI value = factor x conventional value",
  molar_mass_g_per_mol: "molar mass the factor rests on, g/mol",
  low: "lower end of the usual adult interval, in the conventional unit",
  high: "upper end of the usual adult interval, in the conventional unit",
  basis: "what the row was written from",
  status: "confirmed or unconfirmed by the staged tables",
  decided: "how the status was decided",
  note: "remark",
};

const here = path.dirname(fileURLToPath(import.meta.url));
for (const [name, title] of Object.entries(titles)) {
  const folder = path.join(here, name);
  const present = new Set(await readdir(folder).catch(() => []));
  const tables = [...present].filter((file) => file.endsWith(".checked.tsv")).sort();
  if (tables.length === 0) {
    console.log(`${name}: no checked table yet`);
    continue;
  }
  const files = [];
  for (const file of tables) {
    const bytes = await readFile(path.join(folder, file));
    const [header = "", ...lines] = bytes.toString("utf8").trimEnd().split("\n");
    const columns = header
      .split("\t")
      .map((column) => ({ name: column, meaning: meanings[column] ?? column.replaceAll("_", " ") }));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    files.push({
      path: file,
      from: present.has(file.replace(".checked", "")) ? file.replace(".checked", "") : file,
      rows: lines.length,
      bytes: bytes.length,
      sha256,
      columns,
    });
    console.log(`${name}/${file}: ${lines.length} rows`);
  }
  const description = {
    schema: 1,
    name,
    title,
    version: "1",
    date: "2026-11-22",
    licence: { id: "Apache-2.0", class: "own", attribution: "Qinghao contributors" },
    url: "https://www.apache.org/licenses/LICENSE-2.0",
    origin: "written by hand for this project",
    changes: "checked against the other tables: status and decided say with what result",
    known: ["A row that could not be confirmed is shown and decides nothing."],
    files,
  };
  if (name === "own-labs") {
    Object.assign(description.licence, {
      attribution: "Qinghao contributors; LOINC codes: Regenstrief Institute, Inc.",
      notice:
        "This material contains content from LOINC (http://loinc.org). LOINC is copyright (c) Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license.",
    });
  }
  await writeFile(path.join(folder, "dataset.json"), formatJson(description));
}
