import { readFile } from "node:fs/promises";
import { readTsv } from "../tables.ts";
import { partsOf } from "./english-evidence.ts";
import { chineseNames, type DrugRow, englishNames, foldChinese, foldEnglish } from "./hand-table.ts";
import type { Sources } from "./staged-sources.ts";

/** An INN stem and the Chinese stems by which it is rendered. */
type Stem = { stem: string; place: "suffix" | "prefix" | "inside"; zh: string[] };

/** The project's tables of systematic naming. */
export type NamingRules = {
  stems: Stem[];
  /** Letters of an English name that a Chinese sign renders, by sound or by meaning (甲 m, me, meth). */
  signs: Map<string, string[]>;
};

export async function readNamingRules(stems: URL, signs: URL): Promise<NamingRules> {
  return {
    stems: readTsv(await readFile(stems, "utf8"))
      .map((row) => ({ stem: row.stem!, place: row.place as Stem["place"], zh: row.stem_zh!.split("|") }))
      .sort((a, b) => b.stem.length - a.stem.length),
    signs: new Map(readTsv(await readFile(signs, "utf8")).map((row) => [row.sign!, row.letters!.split("|")])),
  };
}

/** Codes of the free Chinese sources that know the row's approved name, or know one of its names for the same English drug. */
export function sourceEvidence(row: DrugRow, sources: Sources): string[] {
  const english = englishNames(row).map(foldEnglish);
  const chinese = chineseNames(row).map(foldChinese);
  const zh = chinese[0]!;
  const found: string[] = [];
  if (english.some((name) => chinese.some((other) => sources.pairs.has(`${name}=${other}`)))) found.push("zh:faker");
  if (sources.words.has(zh)) found.push("zh:thuocl");
  if (zh.length < 3) return found;
  const longer = sources.words.has(zh) ? null : lineWith(sources.wordText, zh);
  if (longer !== null) found.push(`zh:thuocl-in=${longer}`);
  for (const { source, zh: titles, en } of sources.titles)
    if (
      linesWith(titles, zh).some(
        (line) => en === null || english.some((name) => name.length > 3 && en[line]!.includes(name)),
      )
    )
      found.push(`zh:${source}`);
  return found;
}

/** The first line of a text that holds a piece. */
function lineWith(text: string, piece: string): string | null {
  const at = text.indexOf(piece);
  return at < 0 ? null : text.slice(text.lastIndexOf("\n", at) + 1, text.indexOf("\n", at));
}

const linesWith = (lines: string[], piece: string): number[] =>
  lines.flatMap((line, index) => (line.includes(piece) ? [index] : []));

/**
 * Codes of the systematic rules that the row obeys. `stem:tinib=替尼`: the Chinese stem renders the INN stem. `onset:奥=o`:
 * the first sign renders the beginning of a word of the INN. `sound:4`: every one of the four signs renders letters of the
 * INN, in their order. A stem with an onset, or a sound with an onset, supports a name.
 */
export function ruleEvidence(row: DrugRow, rules: NamingRules): string[] {
  const zh = row.zh.replace(/（.*?）/g, "");
  const stem = rules.stems.find(({ stem, place }) => isAt(row.inn, stem, place));
  const rendered = stem?.zh.find((piece) => (stem.place === "prefix" ? zh.startsWith(piece) : zh.includes(piece)));
  const found: string[] = [];
  if (stem) found.push(rendered === undefined ? `stem-differs:${stem.stem}` : `stem:${stem.stem}=${rendered}`);
  const letters = rules.signs.get(zh[0]!) ?? [];
  const piece = row.inn.split(/[\s,-]+/).flatMap((word) => letters.filter((letter) => word.startsWith(letter)))[0];
  if (piece !== undefined) found.push(`onset:${zh[0]}=${piece}`);
  const spoken = [...zh.replace(/单抗$/, "")];
  if (spoken.length >= 3 && isSpokenAs(spoken, row.inn.replace(/[^a-z]/g, ""), rules))
    found.push(`sound:${spoken.length}`);
  return found;
}

/** Whether the signs render letters of the name in their order, with at most five letters unspoken between two signs. */
function isSpokenAs(signs: string[], name: string, { signs: letters }: NamingRules): boolean {
  let ends = new Set([0]);
  for (const sign of signs) {
    const next = new Set<number>();
    for (const end of ends)
      for (const piece of letters.get(sign) ?? []) {
        const at = name.indexOf(piece, end);
        if (at >= 0 && at - end <= 5) next.add(at + piece.length);
      }
    ends = next;
  }
  return ends.size > 0;
}

function isAt(inn: string, stem: string, place: Stem["place"]): boolean {
  if (place === "inside") return inn.includes(stem);
  if (place === "prefix") return inn.startsWith(stem);
  return inn.split(/[\s,]+/).some((word) => word.endsWith(stem));
}

/** `zh:parts` when a fixed combination's Chinese name holds the confirmed Chinese name of each of its parts. */
export function partEvidence(row: DrugRow, confirmed: ReadonlyMap<string, DrugRow>): string[] {
  const parts = partsOf(row);
  if (parts.length < 2) return [];
  const held = parts.every((part) => {
    const name = confirmed.get(foldEnglish(part))?.zh;
    return name !== undefined && row.zh.includes(name);
  });
  return held ? ["zh:parts"] : [];
}
