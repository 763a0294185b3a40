import type { Assembly } from "../assembly.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";

const source = "icd10cm-2026";
const chinese = "icd10cm-zh-tw-2023";
const system = "ICD10CM";

/** ICD-10-CM: tree, titles and inclusion terms of 2026, Chinese titles of 2023, exclusions as relations between codes. */
export function addIcd10cm(assembly: Assembly, sources: Sources): void {
  const rows = [
    ...rowsOf(sources, source, "tabular.tsv", [
      "code",
      "title",
      "parent",
      "inclusion",
      "includes",
      "excludes1",
      "excludes2",
    ]),
  ];
  for (const { code, title, parent, inclusion, includes } of rows) {
    const id = `${system}:${code}`;
    assembly.addConcept(id, "code", source);
    assembly.addTerm(id, title.replace(/ \([A-Z]\d[\dA-Z]-[A-Z]\d[\dA-Z]\)$/, ""), source, { role: "preferred" });
    for (const term of [...listOf(inclusion), ...listOf(includes)])
      assembly.addTerm(id, term, source, { role: "inclusion-term" });
    if (parent !== "") assembly.addEdge(id, "is-a", `${system}:${parent}`, source);
  }
  for (const row of rowsOf(sources, chinese, "titles.tsv", ["code", "name_en", "name_zh_hant", "name_zh_hans"])) {
    const id = `${system}:${row.code}`;
    if (!assembly.has(id)) {
      const parent = parentOf(assembly, row.code);
      if (parent === undefined) {
        assembly.report(chinese, id, row.name_en, "no code above it in the tabular list of 2026");
        continue;
      }
      assembly.addConcept(id, "code", chinese);
      assembly.addTerm(id, row.name_en, chinese, { role: "preferred" });
      assembly.addEdge(id, "is-a", parent, chinese);
    }
    const simplified = row.name_zh_hans === "" ? row.name_zh_hant : row.name_zh_hans;
    const usable = !row.name_zh_hant.includes("?");
    assembly.addTerm(id, simplified, chinese, { language: "zh-Hans", role: "preferred", usable });
    if (simplified !== row.name_zh_hant)
      assembly.addTerm(id, row.name_zh_hant, chinese, { language: "zh-Hant", role: "preferred", usable });
  }
  for (const row of rows) {
    addExclusions(assembly, row.code, "excludes1", row.excludes1);
    addExclusions(assembly, row.code, "excludes2", row.excludes2);
  }
}

/** The code above one with seventh character, its place holders x left out. */
function parentOf(assembly: Assembly, code: string): string | undefined {
  for (let above = code.slice(0, -1); above.length >= 3; above = above.slice(0, -1)) {
    const trimmed = above.replace(/[.X]+$/i, "");
    if (trimmed.length >= 3 && assembly.has(`${system}:${trimmed}`)) return `${system}:${trimmed}`;
  }
  return undefined;
}

/**
 * The codes that an exclusion note names: `listeriosis (A32.-)` A32; `(A04.0-A04.4)` the block of that name or each code of
 * the range that there is; `(J09.X3, J10.2)` both. Codes that are not there are in the answer only when named one by one.
 */
export function codesOfNote(note: string, isCode: (code: string) => boolean): string[] {
  const codes: string[] = [];
  for (const [, inner] of note.matchAll(/\(([A-Z]\d[\dA-Z][^()]*)\)/g)) {
    for (const part of inner!.split(/[,;]| and | or /)) {
      const range = /^\s*([A-Z]\d[\dA-Z](?:\.[\dA-Z]+)?)-([A-Z]\d[\dA-Z](?:\.[\dA-Z]+)?)(?![\dA-Z])/.exec(part);
      if (range !== null) {
        const block = `${range[1]}-${range[2]}`;
        codes.push(...(isCode(block) ? [block] : codesOfRange(range[1]!, range[2]!).filter(isCode)));
      } else {
        const one = /^\s*([A-Z]\d[\dA-Z](?:\.[\dA-Z]+)?)(?![\dA-Z])/.exec(part);
        if (one !== null) codes.push(one[1]!);
      }
    }
  }
  return codes;
}

function codesOfRange(from: string, to: string): string[] {
  const digits = /^(.*?)(\d+)$/;
  const start = digits.exec(from);
  const end = digits.exec(to);
  if (start === null || end === null || start[1] !== end[1] || start[2]!.length !== end[2]!.length) return [from, to];
  const codes: string[] = [];
  for (let number = Number(start[2]); number <= Number(end[2]) && codes.length < 100; number++) {
    codes.push(`${start[1]}${String(number).padStart(start[2]!.length, "0")}`);
  }
  return codes;
}

function addExclusions(assembly: Assembly, code: string, kind: string, notes: string): void {
  for (const note of listOf(notes)) {
    for (const excluded of codesOfNote(note, (one) => assembly.has(`${system}:${one}`))) {
      const object = `${system}:${excluded}`;
      if (assembly.has(object))
        assembly.addEdge(
          `${system}:${code}`,
          "excludes",
          object,
          source,
          `kind=${kind};note=${note.replaceAll(";", ",")}`,
        );
      else assembly.report(source, object, note, "an exclusion names a code that is not in the list");
    }
  }
}
