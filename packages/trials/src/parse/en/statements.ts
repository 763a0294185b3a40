import { fillWhere, phrasePattern } from "../grammar/fillers.ts";
import type { Rule } from "../language.ts";

/** What protocols tell beside a rule, and ask of nobody who takes part. */
const statements = [
  // "The effects of X on the developing human fetus are unknown."
  "the effects? of [^.;]*? (?:fetus|foetus|embryo)[^.;]*? (?:is|are) (?:unknown|not known)",
  "for th(?:is|ese) reasons?,?",
  // "Should a woman become pregnant or suspect that she is, she should inform her physician."
  "should (?:a|any) (?:woman|female|patient|participant|subject)[^.;]*? become pregnant[^.;]*? (?:inform|notify)[^.;]*",
  // "Because no data are available on the use of X in children, ..."
  "(?<=(?:^|[.;])\\s*)because [^.;,]*,",
  // Where a treatment may have been given at any time.
  "in (?:the |an? )?(?:(?:neo-?adjuvant|adjuvant)(?:, ?(?:or |and )?| or | and | and/or |/))+(?:the )?(?:metastatic|advanced|recurrent)(?: disease)? settings?",
];
const list = phrasePattern(`\\b(?:${statements.join("|")})`);

/** "Attributed to compounds of similar chemical or biologic composition to X": its "or" joins no two reasons. */
const wholes = phrasePattern(
  "\\b(?:attributed to )?(?:compounds|drugs|agents) (?:of|with) (?:a )?similar chemical (?:or|and|and/or) biologic(?:al)? composition\\b",
);

/** "Breastfeeding should be discontinued if the mother is treated with X": among reasons to exclude, nursing is one. */
const nursing = phrasePattern(
  "\\b(?:should|must) be discontinued (?:if|while|when) the mother is (?:being )?treated with [^.;,]*",
);

export const dropStatements: Rule = (marks, { folded, type }) => {
  const kept = fillWhere(fillWhere(marks, folded, list), folded, wholes, "word");
  return type === "exclusion" ? fillWhere(kept, folded, nursing) : kept;
};
