import { knowledgeErrors } from "../errors.ts";

/** Code systems that a concept can be expanded into, with the prefix of their ids. */
export const codeSystems = {
  "icd10-cn": { prefix: "ICD10CN", xref: null },
  icd10cm: { prefix: "ICD10CM", xref: null },
  "icd9-cm3": { prefix: "ICD9CM3", xref: null },
  atc: { prefix: "ATC", xref: "ATC" },
  loinc: { prefix: "LOINC", xref: "LOINC" },
  mondo: { prefix: "MONDO", xref: "MONDO" },
  hpo: { prefix: "HP", xref: "HP" },
} as const;

/** A shipped system, or a site's own one that a project added: `local:his-lab`. */
export type CodeSystem = keyof typeof codeSystems | `local:${string}`;
export const codeSystemNames = Object.keys(codeSystems) as (keyof typeof codeSystems)[];

/** Which ids are codes of a system, and how a code is read off its id. */
export type TargetSystem = {
  prefix: string;
  /** Identifiers of this system that concepts carry; null where its codes are concepts of their own. */
  xref: string | null;
  holds(id: string): boolean;
  codeOf(id: string): string;
};

/** Errors: `knowledge.system.unknown`. */
export function readSystem(system: string): TargetSystem {
  const shipped = codeSystemNames.find((name) => name === system);
  const local = /^local:([a-z0-9][a-z0-9.-]*)$/.exec(system)?.[1];
  if (shipped === undefined && local === undefined) {
    const known = [...codeSystemNames, "local:NAME"].join(", ");
    throw knowledgeErrors.create("system.unknown", { system: system.slice(0, 60), known });
  }
  const { prefix, xref } = shipped === undefined ? { prefix: "LOCAL", xref: null } : codeSystems[shipped];
  const start = local === undefined ? `${prefix}:` : `LOCAL:${local}/`;
  return { prefix, xref, holds: (id) => id.startsWith(start), codeOf: (id) => id.slice(start.length) };
}
