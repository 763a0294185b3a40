import type { Assembly } from "../assembly.ts";
import { groupPairs } from "../hierarchy.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "labs-tw-nhi";

/**
 * Names of Taiwan's laboratory items for items of the own catalogue that share a LOINC code with exactly one of them. One
 * item covers several specimens and methods, so that its names are shown, and used only when every code agrees.
 */
export function addTaiwanLabs(assembly: Assembly, sources: Sources): void {
  const english = new Map(
    [...rowsOf(sources, source, "items.tsv", ["code", "name_en"])].map((row) => [row.code, row.name_en]),
  );
  const rows = [...rowsOf(sources, source, "loinc.tsv", ["code", "name_zh_hant", "name_zh_hans", "loinc"])];
  for (const [code, same] of groupPairs(rows.map((row) => [row.code, row] as const))) {
    const owners = new Set(same.flatMap((row) => assembly.byXref("LOINC", row.loinc, "lab")));
    const [owner] = owners;
    const { name_zh_hant, name_zh_hans } = same[0]!;
    if (owner === undefined || owners.size > 1) {
      const reason =
        owner === undefined ? "no own item has one of its LOINC codes" : "its LOINC codes belong to several own items";
      assembly.report(source, code, name_zh_hans, reason);
      continue;
    }
    const usable = same.every((row) => assembly.byXref("LOINC", row.loinc, "lab").length === 1);
    assembly.addXref(owner, "NHI", code, source);
    assembly.addTerm(owner, name_zh_hans, source, { language: "zh-Hans", usable });
    assembly.addTerm(owner, name_zh_hant, source, { language: "zh-Hant", role: "preferred", usable });
    const name = english.get(code);
    if (name !== undefined) assembly.addTerm(owner, name, source, { usable: false });
  }
}
