import type { Assembly } from "../assembly.ts";
import { labelKey } from "../label-key.ts";
import type { OwnCode } from "./diseases.ts";

const source = "own-diseases";

const stated = ["exact", "broader", "narrower"] as const;

/**
 * Mainland codes of the project's own diseases. The row says how the code stands to the disease; where it does not, the code is
 * exact when its title is a name of the disease, else broader: it is where the disease is coded, among others. Where the exact code is the unspecified one (`C34.900`) of a category of
 * primary sites (C00 to C75), the category (`C34`) is exact too; elsewhere the category is a candidate. A row that could not be
 * confirmed gives candidates only.
 */
export function addOwnCodes(assembly: Assembly, codes: readonly OwnCode[]): void {
  for (const { code: written, concept, confirmed, relation } of codes) {
    const code = `ICD10CN:${written}`;
    if (!assembly.has(code)) {
      assembly.report(source, code, concept, "code is not in the mainland table");
      continue;
    }
    const title = (assembly.terms.get(code) ?? []).find((term) => term.language === "zh-Hans")?.text;
    const names = new Set(
      (assembly.terms.get(concept) ?? [])
        .filter((term) => term.language === "zh-Hans")
        .map((term) => labelKey(term.text)),
    );
    const isEqual = title !== undefined && names.has(labelKey(title));
    const said = stated.find((one) => one === relation);
    const predicate = !confirmed ? "candidate" : (said ?? (isEqual ? "exact" : "broader"));
    const decided = said !== undefined ? "stated" : isEqual ? "equal-names" : "coded-here";
    assembly.addEdge(code, predicate, concept, source, `by=own-table;decided=${decided}`);
    const category = /^([A-Z]\d{2})\.(900|x00)$/.exec(written)?.[1];
    if (category === undefined || predicate !== "exact" || !assembly.has(`ICD10CN:${category}`)) continue;
    const isSite = /^C([0-6]\d|7[0-5])$/.test(category) || written.endsWith(".x00");
    assembly.addEdge(
      `ICD10CN:${category}`,
      isSite ? "exact" : "candidate",
      concept,
      source,
      "by=own-table;decided=unspecified-code-of-category",
    );
  }
}
