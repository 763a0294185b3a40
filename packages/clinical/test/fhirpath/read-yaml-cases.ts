import { readdirSync } from "node:fs";
import { parse } from "yaml";
import { readShared, sharedDataset } from "../shared-dataset.ts";
import { readInput } from "./read-cases.ts";

const FOLDER = "peer_tests/fhirpath/cases";

export type LibraryCase = {
  readonly name: string;
  readonly expression: string;
  readonly resource: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly result: readonly unknown[];
  readonly mustFail: boolean;
};

type Entry = {
  readonly desc?: string;
  readonly expression?: string | readonly string[];
  readonly inputfile?: string;
  readonly model?: string | readonly string[];
  readonly result?: unknown;
  readonly error?: unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly [group: `group${string}`]: readonly Entry[] | undefined;
};

/** The cases of the library's YAML files that are about FHIR R4; groups are walked, expressions taken one by one. */
export function readYamlCases(): readonly LibraryCase[] {
  const folder = sharedDataset(FOLDER);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const content = parse(joinHeadings(readShared(`${FOLDER}/${file}`))) as {
        tests: readonly Entry[];
        subject?: unknown;
      };
      return flatten(content.tests).flatMap((entry, index) => readEntry(file, index, entry, content.subject));
    });
}

// One heading runs on to a line that is indented too little for YAML.
const joinHeadings = (text: string): string => text.replace(/(- desc: '[^'\n]*)\n *([^'\n]*')/g, "$1 $2");

function flatten(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((entry) => {
    const groups = Object.entries(entry).filter(([key]) => key.startsWith("group"));
    return groups.length === 0 ? [entry] : groups.flatMap(([, inner]) => flatten(inner as readonly Entry[]));
  });
}

function readEntry(file: string, index: number, entry: Entry, subject: unknown): readonly LibraryCase[] {
  const models = typeof entry.model === "string" ? [entry.model] : (entry.model ?? []);
  if (entry.expression === undefined || !models.includes("r4")) return [];
  const expressions = typeof entry.expression === "string" ? [entry.expression] : entry.expression;
  // An object names a base inside the resource to start from, which the product does not offer.
  if (!Array.isArray(expressions)) return [];
  return expressions.map((expression) => ({
    name: `${file} ${index} ${entry.desc?.replace(/^\*+ */, "") ?? ""}`.trim(),
    expression,
    resource: entry.inputfile === undefined ? structuredClone(subject ?? {}) : readInput(entry.inputfile),
    variables: entry.variables ?? {},
    result: (entry.result ?? []) as readonly unknown[],
    mustFail: entry.error !== undefined && entry.error !== false,
  }));
}
