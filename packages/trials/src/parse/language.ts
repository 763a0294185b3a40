import type { Mark, MarkValue } from "./mark.ts";
import type { Lexicon } from "./read/lexicon.ts";

/** What a rule may look at besides the marks. */
export type RuleContext = { text: string; folded: string; type: "inclusion" | "exclusion" };

/**
 * A step of the grammar: takes the marks of one item, left to right without overlap, and gives them back with some
 * joined to larger ones. A joined mark spans from the first to the last of what it was made of.
 */
export type Rule = (marks: Mark[], context: RuleContext) => Mark[];

/** One row: phrases joined by "|" (see `expandPhrases`) and what they say. */
export type LexiconRow = readonly [string, MarkValue];

/** `title`: a line that names the whole and changes nothing ("Eligibility criteria:"). */
export type HeadingSense = "inclusion" | "exclusion" | "title";

/**
 * Everything that the reader needs to know of a language. English is `en/english.ts`; a language is added with its own
 * tables and, where the shared grammar does not fit its order of words, rules that run before it.
 */
export type Language = {
  id: "en" | "zh";
  lexicon: Lexicon<MarkValue>;
  /** Phrases that make a line a heading when they stand at its start or are all of it. */
  headings: Lexicon<HeadingSense>;
  /** Run in order on the marks as the lexicon gave them, before the shared rules. */
  rulesBefore: readonly Rule[];
  /** Run after quantities, bounds and windows are joined and before leaves are made. */
  rulesBetween: readonly Rule[];
  /** Run after the shared leaf rules, before the tree is built. */
  rulesAfter: readonly Rule[];
};
