import type { Rule } from "../language.ts";
import type { Mark } from "../mark.ts";

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
const list = new RegExp(`\\b${how}${one}(?:(?:, ?(?:or |and )?| or | and | and/or |/)(?:an? )?${one})+(?![\\w-])`, "g");

/** "LVEF ≥ 50 % by echocardiogram or MUGA": the second way to measure it is no second thing to ask for. */
export const dropMethods: Rule = (marks, { folded }) => {
  if (marks.length === 0) return [...marks];
  const [from, to] = [marks[0]!.start, marks[marks.length - 1]!.end];
  return [...folded.slice(from, to).matchAll(list)].reduce<Mark[]>(
    (kept, found) => {
      const start = from + found.index;
      const end = start + found[0].length;
      const isCut = kept.some((mark) => mark.end > start && mark.start < end && (mark.start < start || mark.end > end));
      if (found.index === 0 || isCut) return kept;
      const around = kept.filter((mark) => mark.end <= start || mark.start >= end);
      return [...around, { start, end, type: "filler" } as const].sort((a, b) => a.start - b.start);
    },
    [...marks],
  );
};
