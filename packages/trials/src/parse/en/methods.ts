import { fillWhere, phrasePattern } from "../grammar/fillers.ts";
import type { Rule } from "../language.ts";

/** Ways to measure and to see; of a value or diagnosis they tell how it is known, and ask for nothing more. */
const methods = [
  "(?:trans(?:thoracic|esophageal) )?echo(?:cardiogra(?:m|phy|phic))?",
  "muga",
  "multi(?:ple)?[- ]?gated acquisition",
  "radionuclide (?:ventriculography|angiography)",
  "(?:cardiac )?(?:mri?|magnetic resonance(?: imaging)?)",
  "(?:spiral )?(?:ct|computed tomography|computerized tomography)",
  "pet(?:[/-]ct)?",
  "positron emission tomography",
  "x-?rays?",
  "(?:chest )?radiograph(?:y|s)?",
  "(?:radionuclide )?bone scan",
  "ultraso(?:und|nography)",
  "mammogra(?:m|phy)",
  "imaging",
  "spirometry",
  "plethysmography",
  "elisa",
  "western blot",
  "pcr",
  "(?:the )?(?:cockcroft[- ]gault|mdrd|ckd-epi)(?: (?:formula|equation|method))?",
  "(?:a )?24[- ]h(?:our|r)? urine(?: collection)?",
];
const how =
  "(?:as )?(?:(?:measured|determined|assessed|documented|evaluated|calculated|estimated|demonstrated|evidenced|detected|shown|confirmed)(?: either)? )?(?:by|on|using|via)(?: either)? (?:an? )?";
const one = `(?:${methods.join("|")})(?: scans?| examinations?| imaging| tests?)?(?: ?\\((?:echo|muga|tte|mri|ct|pet)\\))?(?: scans?)?`;
const list = phrasePattern(
  `(?<=\\S\\s)${how}${one}(?:(?:, ?(?:or |and )?| or | and | and/or |/)(?:an? )?${one})+(?![\\w-])`,
);

/** "LVEF ≥ 50 % by echocardiogram or MUGA": the second way to measure it is no second thing to ask for. */
export const dropMethods: Rule = (marks, { folded }) => fillWhere(marks, folded, list);
