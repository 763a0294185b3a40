import type { UnmappedCounter } from "../read/unmapped-counter.ts";
import type { CodeResolver } from "../resolver.ts";
import {
  type Fact,
  type FactKind,
  type PartialDate,
  type Person,
  type Provenance,
  partialDateSchema,
} from "../schema.ts";
import { type CodeableConcept, codesOf, type Resource } from "./resource.ts";

/** What resource readers share: where facts go, how codes resolve, resources for references (`type/id`, else the id). */
export type Reading = {
  resolver: CodeResolver;
  unmapped: UnmappedCounter;
  byId: ReadonlyMap<string, Resource>;
  persons: Person[];
  facts: Fact[];
  /** Tumours of staging observations that a Condition names as what its stage was assessed by, by the observation's id. */
  tumours: Map<string, string>;
};

/** The resource that a reference names; `Condition/1` is never an Observation with the same id. */
export function referred(reading: Reading, text: string | undefined): Resource | undefined {
  const [id, type] = (text ?? "").split(/[/:]/).reverse();
  if (id === undefined || id === "") return undefined;
  return reading.byId.get(`${type}/${id}`) ?? (text?.includes("/") === true ? undefined : reading.byId.get(id));
}

export const sourceOf = (resource: Resource, field?: string): Provenance => ({
  table: resource.resourceType,
  row: resource.id ?? "",
  ...(field === undefined ? {} : { field }),
});

/** A date as the fact model keeps it; one that is no date is counted and left out. */
export function dateOf(reading: Reading, resource: Resource, ...written: (string | undefined)[]): PartialDate | null {
  const text = written.find((one) => one !== undefined && one !== "");
  if (text === undefined) return null;
  if (partialDateSchema.safeParse(text).success) return text;
  reading.unmapped.add("date", resource.resourceType, "date", "not a FHIR date");
  return null;
}

/** Resolves a coded fact and counts the code when nothing is found. */
export function resolved(
  reading: Reading,
  concept: CodeableConcept | undefined,
  kind: FactKind,
): Pick<Fact, "codes" | "concept" | "via"> {
  const codes = codesOf(concept);
  const found = reading.resolver.resolve(codes, kind);
  if (found === null) {
    const [code] = codes;
    reading.unmapped.add(
      "code",
      code?.system ?? "",
      code?.code ?? "",
      code === undefined ? "no code" : "no concept",
      code?.display,
    );
  }
  return { codes, concept: found?.concept ?? null, via: found?.via ?? "none" };
}
