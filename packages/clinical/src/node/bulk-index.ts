import { idOfReference, type Resource, resource as resourceSchema } from "../fhir/resource.ts";
import type { LineFile } from "./bulk-lines.ts";
import { type LinePlace, LineTable } from "./line-table.ts";

/** Whose every line of some NDJSON files is; a few numbers a line are all that is held. */
export type BulkIndex = {
  /** How many patients there are; they are numbered in the order of their Patient resources, then as they came. */
  readonly patients: number;
  /** Lines of a patient in their order, or those that name nobody. */
  linesOf(patient: number | "nobody"): Iterable<LinePlace>;
  /** Medications, which resources of patients refer to, by `type/id`. */
  readonly shared: ReadonlyMap<string, Resource>;
  /** A line is a Bundle of several patients: lines cannot be told apart by patient. */
  readonly isMixed: boolean;
};

/** Group of the lines that name no patient. */
const NOBODY = 0;

/**
 * Reads files once and notes where the lines of each patient are.
 * @param parse the JSON of a line; throws where it is none
 */
export function indexLines(
  files: readonly LineFile[],
  parse: (line: Buffer, file: number, number: number) => unknown,
): BulkIndex {
  const table = new LineTable();
  const groups = new Map<string, number>();
  const withPatient = new Set<string>();
  const shared = new Map<string, Resource>();
  let isMixed = false;
  const groupOf = (patient: string | undefined): number => {
    if (patient === undefined) return NOBODY;
    const known = groups.get(patient) ?? groups.size + 1;
    groups.set(patient, known);
    return known;
  };
  for (const [file, opened] of files.entries()) {
    for (const { bytes, ...place } of opened.lines()) {
      const found = parse(bytes, file, place.number);
      const [patient, ...others] = new Set(patientsIn(found, withPatient));
      if (others.length > 0) isMixed = true;
      if (patient === undefined) addShared(shared, found);
      table.add(groupOf(patient), { file, ...place });
    }
  }
  const order = [...new Set([...withPatient, ...groups.keys()])].map((patient) => groups.get(patient)!);
  return {
    patients: order.length,
    linesOf: (patient) => table.linesOf(patient === "nobody" ? NOBODY : order[patient]!),
    shared,
    isMixed,
  };
}

/** Ids of the patients whom a resource, or those in a Bundle, belong to; Patient resources are noted. */
function* patientsIn(found: unknown, withPatient: Set<string>): Generator<string> {
  const { resourceType, id, subject, patient, entry } = (found ?? {}) as {
    resourceType?: unknown;
    id?: unknown;
    subject?: { reference?: unknown };
    patient?: { reference?: unknown };
    entry?: { resource?: unknown }[];
  };
  if (resourceType === "Bundle") {
    for (const { resource } of Array.isArray(entry) ? entry : []) yield* patientsIn(resource, withPatient);
  } else if (resourceType === "Patient" && typeof id === "string") {
    withPatient.add(id);
    yield id;
  } else {
    const reference = subject?.reference ?? patient?.reference;
    const named = typeof reference === "string" ? idOfReference(reference) : undefined;
    if (named !== undefined && named !== "") yield named;
  }
}

function addShared(shared: Map<string, Resource>, found: unknown): void {
  const parsed = resourceSchema.safeParse(found);
  if (!parsed.success || parsed.data.resourceType !== "Medication" || parsed.data.id === undefined) return;
  shared.set(`Medication/${parsed.data.id}`, parsed.data);
}
