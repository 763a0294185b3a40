import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { trialsErrors } from "../errors.ts";
import { addUnread, emptyTrial, type ImportedTrial } from "./imported-trial.ts";
import { addStructuredEligibility } from "./structured-eligibility.ts";

const text = z.union([z.string(), z.number()]).transform(String);
const texts = z.union([text, z.array(text)]).transform((value) => (Array.isArray(value) ? value : [value]));
const intervention = z.object({ intervention_name: text.optional() });

const studySchema = z.object({
  clinical_study: z.object({
    id_info: z.object({ nct_id: text }),
    brief_title: text.optional(),
    official_title: text.optional(),
    condition: texts.optional(),
    intervention: z.union([intervention, z.array(intervention)]).optional(),
    phase: text.optional(),
    sponsors: z.object({ lead_sponsor: z.object({ agency: text.optional() }).optional() }).optional(),
    eligibility: z
      .object({
        criteria: z.object({ textblock: text.optional() }).optional(),
        gender: text.optional(),
        minimum_age: text.optional(),
        maximum_age: text.optional(),
      })
      .optional(),
  }),
});

// Entities of the document type are not expanded: a record needs none, and expansion is how XML files attack readers.
const parser = new XMLParser({ ignoreAttributes: true, processEntities: true, htmlEntities: false, trimValues: false });

/**
 * Reads a record in the registry's former XML format.
 * Errors: `trials.import.invalid`.
 */
export function importCtgovXml(xml: string): ImportedTrial {
  if (/<!ENTITY/i.test(xml)) {
    throw trialsErrors.create("import.invalid", {
      format: "ClinicalTrials.gov XML",
      where: "DOCTYPE",
      problem: "declares entities",
    });
  }
  let read: unknown;
  try {
    read = parser.parse(xml);
  } catch {
    throw trialsErrors.create("import.invalid", {
      format: "ClinicalTrials.gov XML",
      where: "document",
      problem: "is not well-formed XML",
    });
  }
  const parsed = studySchema.safeParse(read);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw trialsErrors.create("import.invalid", {
      format: "ClinicalTrials.gov XML",
      where: issue?.path.join(".") || "document",
      problem: issue?.message ?? "",
    });
  }
  const study = parsed.data.clinical_study;
  const trial = emptyTrial("ctgov-xml");
  trial.id = study.id_info.nct_id.trim();
  trial.title = (study.brief_title ?? study.official_title)?.trim() ?? null;
  trial.conditions = (study.condition ?? []).map((one) => one.trim());
  trial.interventions = [study.intervention ?? []]
    .flat()
    .flatMap(({ intervention_name: name }) => (name ? [name.trim()] : []));
  trial.phases = study.phase === undefined ? [] : [study.phase.trim()];
  trial.sponsor = study.sponsors?.lead_sponsor?.agency?.trim() ?? null;
  addUnread(trial, withoutIndent(study.eligibility?.criteria?.textblock ?? ""));
  addStructuredEligibility(trial, {
    minimumAge: study.eligibility?.minimum_age,
    maximumAge: study.eligibility?.maximum_age,
    sex: study.eligibility?.gender,
  });
  return trial;
}

/** The text block is indented as a whole; its own indentation tells the lists apart. */
function withoutIndent(block: string): string {
  const lines = block
    .replace(/\r/g, "")
    .replace(/^\n+|\s+$/g, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents, 80);
  return lines.map((line) => line.slice(common)).join("\n");
}
