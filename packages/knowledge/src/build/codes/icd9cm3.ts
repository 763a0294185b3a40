import type { Assembly } from "../assembly.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "icd10-zh-mainland";
const system = "ICD9CM3";

/** The code above: `00.5500x012` -> `00.5500` -> `00.55` -> `00.5` -> `00`; `01.6x01` -> `01.6x00` -> `01.6`; `17.91100` -> `17.91`. */
export function procedureAbove(code: string): string | null {
  if (/^\d\d\.\d[\dx]\d\dx\d{3}$/.test(code)) return code.slice(0, -4);
  const [, fraction] = code.split(".");
  if (fraction === undefined) return null;
  const first = code.slice(0, 5);
  if (fraction.length === 4 && !fraction.endsWith("00")) return `${first}00`;
  if (fraction.length > 2) return first.replace(/x$/, "");
  return fraction.length === 2 ? code.slice(0, 4) : code.slice(0, 2);
}

/** ICD-9-CM-3 procedures of the mainland table, a hierarchy by the shape of the codes. */
export function addIcd9cm3(assembly: Assembly, sources: Sources): void {
  const titles = new Map(
    [...rowsOf(sources, source, "procedures.tsv", ["code", "name"])].map(({ code, name }) => [code, name]),
  );
  for (const [code, title] of titles) {
    const id = `${system}:${code}`;
    assembly.addConcept(id, "code", source);
    const isDamaged = title.includes("?");
    if (isDamaged) assembly.report(source, id, title, "title is damaged in the source: shown as it is, not used");
    assembly.addTerm(id, title, source, { language: "zh-Hans", role: "preferred", usable: !isDamaged });
  }
  for (const code of titles.keys()) {
    for (let below = code, above = procedureAbove(code); above !== null; below = above, above = procedureAbove(above)) {
      const id = `${system}:${above}`;
      const isNew = !assembly.has(id);
      if (isNew) {
        assembly.addConcept(id, "code", source);
        const title = titles.get(`${above}00`) ?? titles.get(`${above}x00`);
        if (title !== undefined)
          assembly.addTerm(id, title, source, { language: "zh-Hans", role: "code-title", usable: false });
      }
      assembly.addEdge(`${system}:${below}`, "is-a", id, source);
      if (!isNew) break;
    }
  }
  for (const { from, to } of rowsOf(sources, source, "procedure-map.tsv", ["from", "to"])) {
    if (!titles.has(from) && titles.has(to)) assembly.addXref(`${system}:${to}`, "ICD9CM3Former", from, source);
  }
}
