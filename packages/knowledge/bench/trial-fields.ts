import { stagedText } from "./open-packs.ts";

export type Trial = { nctId: string; conditions: string[]; interventions: string[] };

export const readTrials = (): Trial[] =>
  stagedText("trials/ctgov_eligibility_top.ndjson.gz")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Trial);

/** Which half a trial belongs to, by a hash of its number: 0 was developed on, 1 was only reported. */
export function halfOf(nctId: string): 0 | 1 {
  let hash = 0x811c9dc5;
  for (const char of nctId) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return ((hash >>> 0) % 2) as 0 | 1;
}

/**
 * Words that say an intervention is no drug: procedures, devices, behaviour, diagnostics, care as usual, placebo. Whatever
 * has none of them counts as naming a drug, unknown development codes and vaccines included.
 */
const noDrug =
  /\b(device|procedure|surgery|surgical|resection|radiotherapy|radiation|brachytherapy|behaviou?ral|exercise|counsell?ing|education|training|questionnaire|placebos?|vehicle|sham|acupuncture|electroacupuncture|catheter|stent|transplant(ation)?|laser|diet|massage|physiotherapy|rehabilitation|cbt|cognitive|psychotherapy|biopsy|imaging|mri|scan|tomography|ultrasound|laboratory|biomarker|assessment|monitoring|observation|usual care|standard of care|standard care|supportive care|no treatment|no intervention|chemotherapy|phototherapy|dressing|bandage|software|telephone|program)\b/;

export const namesDrug = (intervention: string): boolean => !noDrug.test(intervention);
