import type { Code, Fact, PartialDate } from "../schema.ts";

/** A FHIR R4 resource as JSON. */
export type FhirResource = { readonly resourceType: string; readonly id: string } & Readonly<Record<string, unknown>>;

export type Coding = { system?: string; code?: string; display?: string };
export type Concept = { coding?: Coding[]; text?: string };

/** Ids may hold letters, digits, `-` and `.`, 64 at most. */
export const fhirId = (id: string): string => id.replace(/[^A-Za-z0-9.-]/g, "-").slice(-64);

export const subjectOf = (patient: string): { reference: string } => ({ reference: `Patient/${fhirId(patient)}` });

const isUri = (system: string): boolean => /^(https?:\/\/|urn:)\S+$/.test(system);

/** A code whose system is no URI is kept as a system of this module's own. */
const coding = ({ system, code, display }: Code): Coding => ({
  system: isUri(system) ? system : `urn:qinghao:system:${encodeURIComponent(system)}`,
  code: code.trim(),
  ...(display === undefined || display === "" ? {} : { display }),
});

/** Codes as a CodeableConcept; the first display is its text. */
export function concept(codes: readonly Code[]): Concept {
  const text = codes.find(({ display }) => display !== undefined && display !== "")?.display;
  return { ...(codes.length === 0 ? {} : { coding: codes.map(coding) }), ...(text === undefined ? {} : { text }) };
}

/** One code of an HL7 code system. */
export const hl7 = (name: string, code: string): Concept => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }],
});

/** A date as FHIR allows it: a time of day only with seconds and an offset, else the date alone. */
export function fhirDate(date: PartialDate | null): string | undefined {
  if (date === null) return undefined;
  const isWholeInstant = /T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(date);
  return date.length <= 10 || isWholeInstant ? date : date.slice(0, 10);
}

/** `{ [name]: value }`, or nothing where there is no value. */
export const part = (name: string, value: unknown): Record<string, unknown> =>
  value === undefined ? {} : { [name]: value };

/**
 * Start and end as a Period; undefined without either. An end that may lie on either side of an imprecise start ("2025" to
 * "2025-03-02") is written as imprecisely, since FHIR asks that the order can be told.
 */
export function periodOf({ start, end }: Pick<Fact, "start" | "end">): { start?: string; end?: string } | undefined {
  const from = fhirDate(start);
  const to = fhirDate(end);
  if (from === undefined && to === undefined) return undefined;
  const until = from !== undefined && to?.startsWith(from) === true ? from : to;
  return { ...(from === undefined ? {} : { start: from }), ...(until === undefined ? {} : { end: until }) };
}
