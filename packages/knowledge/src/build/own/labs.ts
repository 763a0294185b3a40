import type { Assembly } from "../assembly.ts";
import type { Sources } from "../source-tables.ts";
import { ownRows } from "./own-rows.ts";

const source = "own-labs";

/**
 * The project's own catalogue of laboratory items: names, LOINC codes, the usual unit in conventional and in SI units (UCUM)
 * and the factor from the first to the second. The units stand as identifiers `UnitConventional`, `UnitSI`, `UnitFactor`.
 */
export function addOwnLabs(assembly: Assembly, sources: Sources): void {
  for (const row of ownRows(sources, source, "labs.checked.tsv")) {
    const lab = `LAB:${row.cell("id")}`;
    const usable = row.confirmed;
    assembly.addConcept(lab, "lab", source);
    assembly.addTerm(lab, row.cell("en"), source, { role: "preferred", usable });
    assembly.addTerm(lab, row.cell("zh"), source, { language: "zh-Hans", role: "preferred", usable });
    for (const short of row.list("abbr"))
      assembly.addTerm(lab, short, source, { role: "abbreviation", usable: usable && short.length > 1 });
    for (const alias of row.list("aliases_en")) assembly.addTerm(lab, alias, source, { usable });
    for (const alias of row.list("aliases_zh")) assembly.addTerm(lab, alias, source, { language: "zh-Hans", usable });
    for (const code of row.list("loinc")) assembly.addXref(lab, "LOINC", code, source);
    const units = { UnitConventional: "unit_conventional", UnitSI: "unit_si", UnitFactor: "factor" };
    for (const [system, column] of Object.entries(units)) {
      if (row.cell(column) !== "") assembly.addXref(lab, system, row.cell(column), source);
    }
  }
}
