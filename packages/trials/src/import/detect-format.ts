import type { ImportedTrial } from "./imported-trial.ts";

/** The format of a text file by what it holds, not by its name; null for JSON of no known kind. */
export function detectFormat(content: string): ImportedTrial["format"] | null {
  const head = content.trimStart().slice(0, 4_000);
  if (head.startsWith("<")) return /<clinical_study\b/.test(content.slice(0, 20_000)) ? "ctgov-xml" : "text";
  if (!head.startsWith("{") && !head.startsWith("["))
    return /^(treatment_list|protocol_no)\s*:/m.test(content) ? "ctml" : "text";
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch {
    return "text";
  }
  const one = (Array.isArray(read) ? read[0] : read) as Record<string, unknown> | null;
  if (one === null || typeof one !== "object") return null;
  if ("protocolSection" in one) return "ctgov";
  if ("treatment_list" in one) return "ctml";
  if ("PrimaryCriteria" in one || "ConceptSets" in one || "expression" in one) return "circe";
  if ("study" in one && typeof one.study === "object" && one.study !== null && "versions" in one.study) return "usdm";
  if (typeof one.resourceType === "string") return "fhir";
  return null;
}
