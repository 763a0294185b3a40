import type { Code } from "../schema.ts";

/** LOINC codes of scores, with the name under which criteria ask for them. */
const scores: Readonly<Record<string, string>> = {
  "89247-1": "SCORE:ecog",
  "89262-0": "SCORE:ecog",
  "89243-0": "SCORE:karnofsky",
  "88020-3": "SCORE:nyha",
  "75622-1": "SCORE:child-pugh",
  "72106-8": "SCORE:mmse",
  "9269-2": "SCORE:gcs",
  "70182-1": "SCORE:nihss",
  "75859-9": "SCORE:mrs",
  "35266-6": "SCORE:gleason",
  "97816-3": "SCORE:asa",
};

/** LOINC codes of stage groups and TNM categories, clinical and pathological. */
export const stageCodes: ReadonlySet<string> = new Set([
  "21908-9",
  "21902-2",
  "21914-7",
  "21905-5",
  "21899-0",
  "21906-3",
  "21900-6",
  "21907-1",
  "21901-4",
]);

/** Tissue markers by LOINC code or laboratory item, with the gene whose product they show. */
const markers: Readonly<Record<string, string>> = {
  "48676-1": "HGNC:3430",
  "85319-2": "HGNC:3430",
  "85318-4": "HGNC:3430",
  "18474-7": "HGNC:3430",
  "LAB:her2-ihc": "HGNC:3430",
  "16112-5": "HGNC:3467",
  "85337-4": "HGNC:3467",
  "40556-3": "HGNC:3467",
  "LAB:er-status": "HGNC:3467",
  "16113-3": "HGNC:8910",
  "85339-0": "HGNC:8910",
  "40557-1": "HGNC:8910",
  "LAB:pr-status": "HGNC:8910",
};

export function scoreOf(codes: readonly Code[]): string | null {
  for (const { code, system } of codes) {
    if (/^SCORE:/.test(code)) return code;
    if (/loinc|2\.16\.840\.1\.113883\.6\.1$/i.test(system) && scores[code] !== undefined) return scores[code];
  }
  return null;
}

export const isMarker = (codes: readonly Code[]): boolean => codes.some(({ code }) => markers[code] !== undefined);

export function markerGeneOf(codes: readonly Code[], concept: string | null): string | null {
  for (const { code } of codes) if (markers[code] !== undefined) return markers[code];
  return concept === null ? null : (markers[concept] ?? null);
}

/** Codes of the project's own for what no code system names: a status, or consent to research. */
export function ownStateOf(codes: readonly Code[]): { kind: "status" | "consent"; concept: string } | null {
  for (const { system, code } of codes) {
    if (system === "urn:qinghao:status") return { kind: "status", concept: `STATUS:${code}` };
    if (system === "http://terminology.hl7.org/CodeSystem/consentscope" && code === "research")
      return { kind: "consent", concept: "CONSENT:participate" };
  }
  return null;
}
