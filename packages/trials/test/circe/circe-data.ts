import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@qinghao/kernel";
import { type CohortDefinition, readCirce, toDefinition } from "../../src/circe/index.ts";

const shared = path.resolve(import.meta.dirname, "../../../../../shared/datasets");
/** OHDSI's own cases (circe-be, Apache-2.0). */
export const circeBe = path.join(shared, "peer_tests/circe_be");
export const phenotypeLibrary = path.join(shared, "peer_tests/ohdsi_phenotype_library");
export const omopSample = path.join(shared, "patients/omop_synthea27nj_5.4");

/** True when the data is there; prints why the tests are skipped when it is not. */
export function hasData(folder: string): boolean {
  const found = existsSync(folder);
  if (!found) console.log(`skipped: ${path.relative(shared, folder)} is not among the shared datasets`);
  return found;
}

export type Rows = Record<string, string | number | null>[];
export type TableFile = Record<string, Rows>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** A PREP or VERIFY file: table name to rows. */
export const readTables = (name: string): TableFile => readJson(path.join(circeBe, name)) as TableFile;

/** Rows of a PREP file by table name without its schema. */
export const cdmTables = (file: TableFile): TableFile =>
  Object.fromEntries(Object.entries(file).map(([name, rows]) => [name.replace(/^cdm\./, ""), rows]));

export type Json = { [key: string]: Json } & Json[];

export const readExpression = (name: string): Json => readJson(path.join(circeBe, name)) as Json;

export const definitionOf = (json: unknown): CohortDefinition => unwrap(toDefinition(unwrap(readCirce(json))));

const notDefinitions =
  /_PREP|_VERIFY|codesets\.json|vocabulary\.json|conceptset|buildOptions|conceptSetList|DuplicateItems/;

/** Every cohort definition among OHDSI's cases and in the phenotype library: name and JSON. */
export const allDefinitions = (): { name: string; json: unknown }[] =>
  [
    ...globSync("**/*.json", { cwd: circeBe })
      .filter((name) => !notDefinitions.test(name))
      .map((name) => path.join(circeBe, name)),
    ...globSync("*.json", { cwd: phenotypeLibrary }).map((name) => path.join(phenotypeLibrary, name)),
  ].map((file) => ({ name: path.relative(shared, file), json: readJson(file) }));
