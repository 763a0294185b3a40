import type { Knowledge } from "@qinghao/knowledge";
import { indexBm25, type Ranked, rankTrialsForNote, type TrialAsText, type TrialForMatching } from "@qinghao/trials";

/** Whether a patient is given as running text rather than as records. */
export const isNote = (path: string): boolean => /\.(?:txt|md)(?:\.gz)?$/i.test(path);

/** Trials in the order of how well they suit a patient who is known by a note alone, English or Chinese. */
export function rankForNote(note: string, trials: readonly TrialForMatching[], knowledge: Knowledge): Ranked[] {
  const texts = trials.map(asText);
  const lexical = indexBm25(
    texts.map(({ conditions, criteria }) => [...conditions, ...criteria.map(({ text }) => text)].join("\n")),
  );
  const places = new Map(texts.map(({ id }, place) => [id, place]));
  return rankTrialsForNote(note, texts, { knowledge, lexical, places });
}

function asText({ id, document, conditions }: TrialForMatching): TrialAsText {
  return {
    id,
    conditions: [...new Set(conditions.flatMap(({ en }) => (en === undefined ? [] : [en])))],
    criteria: document.criteria.map(({ text, type }) => ({ text, type })),
    ...ageAndSexOf(document),
  };
}

/** Ages in years and sex, where a criterion of its own asks for them, as the registry's fields are read. */
function ageAndSexOf({
  criteria,
}: TrialForMatching["document"]): Pick<TrialAsText, "minimumAge" | "maximumAge" | "sex"> {
  const trees = criteria.flatMap(({ type, tree }) => (type === "inclusion" ? [tree] : []));
  const ages = trees.flatMap((tree) => (tree.kind === "age" && tree.unit === "year" ? [tree.range] : []));
  const least = ages.flatMap(({ min }) => (min === undefined ? [] : [min]));
  const most = ages.flatMap(({ max, maxExclusive }) => (max === undefined ? [] : [maxExclusive ? max - 1 : max]));
  const [sex] = trees.flatMap((tree) => (tree.kind === "sex" && tree.is.length === 1 ? tree.is : []));
  return {
    minimumAge: least.length === 0 ? null : Math.max(...least),
    maximumAge: most.length === 0 ? null : Math.min(...most),
    sex: sex === "female" || sex === "male" ? sex : "all",
  };
}
