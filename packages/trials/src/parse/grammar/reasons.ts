import type { Rule } from "../language.ts";
import { isMark, type Mark } from "../mark.ts";
import { asWord } from "./circumstances.ts";

/** Characters behind a name that are looked at. */
const reach = 40;

const drugsFor =
  /^\s(?:medications?|medicines?|drugs?|agents?|pharmacotherap(?:y|ies)|therap(?:y|ies)|treatments?|regimens?)\b(?!\s?-?(?:na[iï]ve|resistan|refractor|related|failure|experienced|emergent|induced))|^(?:的|治疗|相关)*药(?:物|品)(?!性|相关|所致|过敏)/;
const named = /allerg|hypersensitiv|intoleran|过敏|不耐受/;

/** "Asthma medication", "weight loss drugs", "哮喘药物": what is named is what the treatment is for, and nobody's diagnosis. */
export const keepReasons: Rule = (marks, { folded }) =>
  marks.map(
    (mark): Mark =>
      isMark(mark, "concept") &&
      (mark.kind === "disease" || mark.kind === "phenotype") &&
      !named.test(folded.slice(mark.start, mark.end)) &&
      drugsFor.test(folded.slice(mark.end, mark.end + reach))
        ? asWord(mark)
        : mark,
  );
