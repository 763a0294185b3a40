import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { createRng, type Rng } from "@qinghao/kernel";
import { domainNames, domainOf } from "../src/circe/domains.ts";
import { type Pool, randomDefinition } from "../test/circe/random-definition.ts";

export type NamedDefinition = { readonly name: string; readonly definition: unknown };

/** The published OHDSI phenotypes of a folder. */
export const publishedPhenotypes = (folder: string): NamedDefinition[] =>
  globSync("*.json", { cwd: folder })
    .sort()
    .map((file) => ({
      name: path.basename(file, ".json"),
      definition: JSON.parse(readFileSync(path.join(folder, file), "utf8")),
    }));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Concept set id to the first criterion type that selects by it. */
function usesOf(value: unknown, uses = new Map<number, (typeof domainNames)[number]>()) {
  if (!isObject(value)) return uses;
  for (const [key, inner] of Object.entries(value)) {
    const name = domainNames.find((known) => known === key);
    if (name !== undefined && isObject(inner) && typeof inner.CodesetId === "number" && !uses.has(inner.CodesetId)) {
      uses.set(inner.CodesetId, name);
    }
    usesOf(inner, uses);
  }
  return uses;
}

/**
 * The same logic over concepts that the data holds: each concept set is refilled with concepts that are frequent in the
 * table of the criterion that uses it, so that the rules have events to judge.
 */
export function refillConceptSets(definition: unknown, pool: Pool, rng: Rng): unknown {
  const copy: unknown = structuredClone(definition);
  const uses = usesOf(copy);
  if (!isObject(copy) || !Array.isArray(copy.ConceptSets)) return copy;
  for (const set of copy.ConceptSets) {
    const name = uses.get(set.id);
    const column = name === undefined ? null : domainOf(name).concept;
    const values = name === undefined || column === null ? [] : pool.numbers(name, { from: "event", column });
    if (values.length === 0) continue;
    const items = Array.from({ length: 3 + rng.int(15) }, () => values[rng.int(values.length)]);
    set.expression = { items: items.map((CONCEPT_ID) => ({ concept: { CONCEPT_ID } })) };
  }
  return copy;
}

/**
 * Where Circe's own SQL, and with it both peers, departs from what the format says; ours does as the format says. Random
 * definitions use none of these.
 */
export const departures = {
  "DrugExposure.OccurrenceEndDate": "Circe's SQL compares the start date of the exposure with it",
  "Specimen.DateAdjustment": "Circe's SQL does not read it",
  "Death.DateAdjustment":
    "Circe's SQL takes StartWith for the start date and EndWith for the end date, whatever they say",
  "numbers with more than four decimals": "Circe's SQL rounds them to four",
  "% and _ in texts": "Circe's SQL takes them as wildcards; a filter without a text looks for the word null",
};

export function randomDefinitions(count: number, seed: number, pool: Pool): NamedDefinition[] {
  const rng = createRng(seed);
  return Array.from({ length: count }, (_, at) => ({
    name: `random ${at}`,
    definition: randomDefinition(rng, pool, Object.keys(departures)),
  }));
}
