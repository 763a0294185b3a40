import type { DatasetFacts, Sources } from "../../src/build/index.ts";

/** Facts of an invented source. */
export const factsOf = (name: string, change: Partial<DatasetFacts> = {}): DatasetFacts => ({
  schema: 1,
  name,
  title: `Title of ${name}`,
  version: "1",
  date: "2026-11-22",
  licence: { id: "CC0-1.0", class: "G", attribution: `Makers of ${name}` },
  url: "https://example.org",
  origin: "written for a test",
  changes: "none",
  files: [],
  ...change,
});

const patterns = [
  "prefix\tpattern",
  "mondo\t^\\d{7}$",
  "doid\t^\\d+$",
  "umls\t^C\\d+$",
  "ncit\t^(C|R|P|A|NHC)\\d+$",
  "mesh\t^(C|D|Q)\\d+$",
].join("\n");

/** Sources from tables written as text; columns are separated by " ; " so that a test can be read. */
export function sourcesOf(tables: Record<string, Record<string, string>>): Sources {
  const all = { biomappings: { "mappings.tsv": "subject ; object" }, ...tables };
  const sources = new Map(
    Object.entries(all).map(([name, files]) => {
      const texts = Object.entries(files).map(([file, text]) => [file, tabs(text)] as const);
      return [name, { facts: factsOf(name), texts: new Map(texts) }] as const;
    }),
  );
  sources.set("bioregistry", { facts: factsOf("bioregistry"), texts: new Map([["prefixes.tsv", `${patterns}\n`]]) });
  return sources;
}

const tabs = (text: string): string =>
  `${text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/ *; */).join("\t"))
    .join("\n")}\n`;
