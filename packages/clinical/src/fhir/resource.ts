import { z } from "zod";
import type { Code } from "../schema.ts";

/** The parts of FHIR R4 data types that the reader uses; anything else in a resource is let through unread. */
const coding = z.object({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() });
export const codeableConcept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
export type CodeableConcept = z.infer<typeof codeableConcept>;
export const reference = z.object({ reference: z.string().optional(), display: z.string().optional() });
export const period = z.object({ start: z.string().optional(), end: z.string().optional() });
export const quantity = z.object({
  value: z.number().optional(),
  comparator: z.enum(["<", "<=", ">", ">="]).optional(),
  unit: z.string().optional(),
  system: z.string().optional(),
  code: z.string().optional(),
});
export type FhirQuantity = z.infer<typeof quantity>;

export const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional() });
export type Resource = z.infer<typeof resource>;

/** Codings with a code; the text alone stands as a code of the system "text". */
export function codesOf(concept: CodeableConcept | undefined): Code[] {
  if (concept === undefined) return [];
  const codes = (concept.coding ?? []).flatMap(({ system, code, display }) => {
    const words = display ?? concept.text;
    return code === undefined && display === undefined
      ? []
      : [{ system: system ?? "", code: code ?? display!, ...(words === undefined ? {} : { display: words }) }];
  });
  return codes.length === 0 && concept.text !== undefined
    ? [{ system: "text", code: concept.text, display: concept.text }]
    : codes;
}

export const firstCode = (concept: CodeableConcept | undefined): string | undefined => concept?.coding?.[0]?.code;

/** `Patient/1`, `urn:uuid:1` and an absolute address all name the resource by its last part. */
export const idOfReference = (text: string | undefined): string | undefined => text?.split(/[/:]/).at(-1);
