import { z } from "zod";
import type { TreatmentIntent } from "../schema.ts";
import { codeableConcept, codesOf } from "./resource.ts";

/** mCODE's extension for what a treatment is given for. */
export const TREATMENT_INTENT = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-procedure-intent";
/** Its name in mCODE before version 3. */
const formerly = "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-treatment-intent";

/** SNOMED CT codes of intents, with the names that R4 resources carry beside them. */
export const intentCodes: Readonly<Record<TreatmentIntent, { readonly code: string; readonly display: string }>> = {
  neoadjuvant: { code: "373847000", display: "Neo-adjuvant - intent" },
  adjuvant: { code: "373846009", display: "Adjuvant - intent" },
  curative: { code: "373808002", display: "Curative - procedure intent" },
  palliative: { code: "363676003", display: "Palliative - procedure intent" },
};
const intentOfCode = new Map(
  Object.entries(intentCodes).map(([intent, { code }]) => [code, intent as TreatmentIntent]),
);

/** Parts of a resource that may say what the treatment is for. */
export const intentParts = {
  extension: z
    .array(
      z.looseObject({
        url: z.string(),
        valueInteger: z.number().int().optional(),
        valueCodeableConcept: codeableConcept.optional(),
      }),
    )
    .optional(),
  category: z.union([codeableConcept, z.array(codeableConcept)]).optional(),
};
export type IntentParts = z.infer<z.ZodObject<typeof intentParts>>;

/**
 * Intent by mCODE's extension, else by a category; `{}` where nothing says so. Of several codes the one that tells before
 * or after surgery counts, since adjuvant treatment is curative too.
 */
export function intentOf({ extension = [], category = [] }: IntentParts): { intent?: TreatmentIntent } {
  const said = extension.filter(({ url }) => url === TREATMENT_INTENT || url === formerly);
  const concepts = [...said.map(({ valueCodeableConcept }) => valueCodeableConcept), ...[category].flat()];
  const found = concepts.flatMap(codesOf).flatMap(({ code }) => intentOfCode.get(code) ?? []);
  const intent = found.find((one) => one === "neoadjuvant" || one === "adjuvant") ?? found[0];
  return intent === undefined ? {} : { intent };
}
