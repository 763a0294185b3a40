import type { Assembly } from "../assembly.ts";
import { rowsOf, type Sources } from "../source-tables.ts";

const source = "icd10-zh-mainland";
const system = "ICD10CN";

/** The parts of a mainland code: `A17.000x001+G05.0*` is dagger `A17.000x001`, asterisk `G05.0`. */
export function partsOfCode(code: string): { main: string; asterisk: string | null } {
  const [main, rest] = code.split("+");
  return { main: main!, asterisk: rest?.replace(/\*$/, "") ?? null };
}

/** The code above in the mainland shape: `C34.900x001` -> `C34.900` -> `C34.9` -> `C34`; `I10.x00` -> `I10`. */
export function codeAbove(code: string): string | null {
  const extension = /^(.+?)x\d{3}$/.exec(code);
  if (extension !== null && extension[1]!.length > 5) return extension[1]!;
  if (/^[A-Z]\d{2}\.x\d\d$/.test(code)) return code.endsWith("x00") ? code.slice(0, 3) : `${code.slice(0, 4)}x00`;
  if (/^[A-Z]\d{2}\.\d{3}$/.test(code)) return code.endsWith("00") ? code.slice(0, 5) : `${code.slice(0, 5)}00`;
  if (/^[A-Z]\d{2}\.\d$/.test(code)) return code.slice(0, 3);
  return null;
}

/**
 * Mainland ICD-10 with its extension codes, a hierarchy by the shape of the codes. Four-character categories without a row
 * of their own show the title of their `00` code; three-character ones the English title of ICD-10-CM: neither is a name
 * to decide by. A combination of dagger and asterisk stands below both halves.
 */
export function addIcd10cn(assembly: Assembly, sources: Sources): void {
  const titles = new Map<string, string>();
  for (const { code, name } of rowsOf(sources, source, "diagnoses.tsv", ["code", "name"])) {
    if (!/^[A-Z]\d{2}/.test(code)) {
      assembly.report(source, code, name, "not a code");
      continue;
    }
    titles.set(code, name);
  }
  for (const [code, title] of titles) {
    const id = `${system}:${code}`;
    assembly.addConcept(id, "code", source);
    const isDamaged = title.includes("?");
    if (isDamaged) assembly.report(source, id, title, "title is damaged in the source: shown as it is, not used");
    assembly.addTerm(id, title, source, { language: "zh-Hans", role: "preferred", usable: !isDamaged });
    const { main, asterisk } = partsOfCode(code);
    if (asterisk === null) linkUp(assembly, main, titles);
    else {
      assembly.addEdge(
        id,
        "is-a",
        ensure(assembly, titles.has(main) ? main : nearest(main, titles), titles),
        source,
        "half=dagger",
      );
      assembly.addEdge(
        id,
        "is-a",
        ensure(assembly, asterisk.length > 3 ? asterisk : asterisk.slice(0, 3), titles),
        source,
        "half=asterisk",
      );
    }
  }
  for (const { from, to } of rowsOf(sources, source, "diagnosis-map.tsv", ["from", "to"])) {
    if (titles.has(from)) continue;
    if (!titles.has(to)) assembly.report(source, from, to, "mapped to a code that is not in the table");
    else assembly.addXref(`${system}:${to}`, "ICD10CNFormer", from, source);
  }
}

/** The nearest code above an absent one that is there, or its four-character category. */
function nearest(code: string, titles: ReadonlyMap<string, string>): string {
  let above = codeAbove(code);
  while (above !== null && above.length > 5 && !titles.has(above)) above = codeAbove(above);
  return above ?? code.slice(0, 3);
}

function linkUp(assembly: Assembly, code: string, titles: ReadonlyMap<string, string>): void {
  if (codeAbove(code) === null) return;
  assembly.addEdge(`${system}:${code}`, "is-a", ensure(assembly, nearest(code, titles), titles), source);
}

/** The concept of a code or category, made with everything above it when the table has no row for it. */
function ensure(assembly: Assembly, code: string, titles: ReadonlyMap<string, string>): string {
  const id = `${system}:${code}`;
  if (assembly.has(id) || titles.has(code)) return id;
  assembly.addConcept(id, "code", source);
  const title = titles.get(code.length === 3 ? `${code}.x00` : `${code}00`);
  if (title !== undefined)
    assembly.addTerm(id, title, source, { language: "zh-Hans", role: "code-title", usable: false });
  if (code.length > 3) linkUp(assembly, code, titles);
  return id;
}

/** English titles for three-character categories of the mainland table, from ICD-10-CM: to be read, not to decide by. */
export function addCategoryTitles(assembly: Assembly): void {
  for (const id of [...assembly.concepts.keys()]) {
    if (!/^ICD10CN:[A-Z]\d{2}$/.test(id)) continue;
    const title = assembly.preferredName(`ICD10CM:${id.slice(8)}`);
    if (title !== undefined) assembly.addTerm(id, title, "icd10cm-2026", { role: "related", usable: false });
  }
}
