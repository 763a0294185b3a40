import { knowledgeErrors } from "../errors.ts";
import type { ConceptKind } from "../schema.ts";
import type { Assembly } from "./assembly.ts";
import { sharedNames } from "./disambiguate.ts";

/**
 * Kinds that may rightly carry one identifier: a symptom is a disease elsewhere, a gene's family bears its name, a hormone
 * is a family of proteins and a medicine under one MeSH heading, HPO has diseases of the mother under medical history.
 */
const together: readonly (readonly [ConceptKind, ConceptKind])[] = [
  ["disease", "phenotype"],
  ["gene", "family"],
  ["family", "drug"],
  ["disease", "other"],
  ["disease", "procedure"],
  ["phenotype", "procedure"],
];
/** Notes of former ids and groups of several things; they identify nothing across kinds. */
const looseSystems = new Set(["InterPro", "HP"]);

export type Gate = (assembly: Assembly) => string[];

/** Each source must have brought at least so many names, relations and identifiers. */
export const minimumCounts =
  (minimum: Readonly<Record<string, number>>): Gate =>
  (assembly) => {
    const counts = contributionsOf(assembly);
    return Object.entries(minimum)
      .filter(([source, least]) => (counts.get(source) ?? 0) < least)
      .map(([source, least]) => `${source} brought ${counts.get(source) ?? 0} rows, at least ${least} are expected`);
  };

/** Ids and identifiers must have the form of their system. */
export const idPatterns =
  (patterns: ReadonlyMap<string, RegExp>): Gate =>
  (assembly) => {
    const bad: string[] = [];
    const check = (system: string, value: string, where: string) => {
      if (patterns.get(system)?.test(value) === false)
        bad.push(`${system}:${value} (${where}) has not the form of its system`);
    };
    for (const { id } of assembly.concepts.values()) {
      const split = id.indexOf(":");
      check(id.slice(0, split), id.slice(split + 1), "concept");
    }
    for (const { concept, system, value } of assembly.xrefRows()) check(system, value, concept);
    return bad;
  };

/** One id is one kind, and one identifier does not stand on concepts of kinds that cannot be the same thing. */
export const noMergeAcrossKinds: Gate = (assembly) => {
  const bad = assembly.kindConflicts.map((conflict) => `one id, two kinds: ${conflict}`);
  const first = new Map<string, { concept: string; kind: ConceptKind }>();
  for (const { concept, system, value } of assembly.xrefRows()) {
    const kind = assembly.kindOf(concept);
    if (kind === undefined || looseSystems.has(system)) continue;
    const key = `${system}:${value}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, { concept, kind });
    else if (
      known.kind !== kind &&
      !together.some(([a, b]) => (a === kind && b === known.kind) || (b === kind && a === known.kind))
    ) {
      bad.push(`${key} is ${known.kind} ${known.concept} and ${kind} ${concept}`);
    }
  }
  return bad;
};

/** No concept is above itself. Each finding prints the whole circle. */
export const noCycle: Gate = (assembly) => {
  const parents = new Map<string, string[]>();
  for (const { subject, predicate, object } of assembly.edgeRows()) {
    if (predicate !== "is-a") continue;
    const list = parents.get(subject);
    if (list === undefined) parents.set(subject, [object]);
    else list.push(object);
  }
  const state = new Map<string, "open" | "done">();
  const bad: string[] = [];
  for (const start of parents.keys()) {
    if (state.has(start)) continue;
    const trail: { id: string; next: number }[] = [{ id: start, next: 0 }];
    state.set(start, "open");
    while (trail.length > 0) {
      const top = trail[trail.length - 1]!;
      const parent = parents.get(top.id)?.[top.next++];
      if (parent === undefined) {
        state.set(top.id, "done");
        trail.pop();
      } else if (state.get(parent) === "open") {
        const from = trail.findIndex((step) => step.id === parent);
        bad.push(`is-a runs in a circle: ${[...trail.slice(from).map((step) => step.id), parent].join(" > ")}`);
      } else if (!state.has(parent)) {
        state.set(parent, "open");
        trail.push({ id: parent, next: 0 });
      }
    }
  }
  return bad;
};

/** A preferred name belongs to one concept of its kind, in each language. */
export const noSharedName: Gate = (assembly) =>
  sharedNames(assembly).map(
    (group) =>
      `"${group[0]!.text}" (${group[0]!.language}) is the preferred name of ${group.map((term) => term.concept).join(" and ")}`,
  );

/** Every source of a row has a licence line. */
export const licensedSources =
  (licensed: ReadonlySet<string>): Gate =>
  (assembly) =>
    [...contributionsOf(assembly).keys()]
      .filter((source) => !licensed.has(source))
      .map((source) => `${source} has no licence line`);

/** Rows by source, all kinds of rows together. */
export function contributionsOf(assembly: Assembly): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (source: string) => counts.set(source, (counts.get(source) ?? 0) + 1);
  for (const concept of assembly.concepts.values()) count(concept.source);
  for (const term of assembly.termRows()) count(term.source);
  for (const edge of assembly.edgeRows()) count(edge.source);
  for (const xref of assembly.xrefRows()) count(xref.source);
  return counts;
}

/** Runs every gate. Errors: `knowledge.build.refused` with all findings, at most 50 of them spelled out. */
export function passGates(assembly: Assembly, gates: readonly Gate[]): void {
  const findings = gates.flatMap((gate) => gate(assembly));
  if (findings.length === 0) return;
  throw knowledgeErrors.create("build.refused", { count: findings.length, findings: findings.slice(0, 50).join("\n") });
}
