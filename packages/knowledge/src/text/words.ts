const romans = new Map(
  Object.entries({
    i: "1",
    ii: "2",
    iii: "3",
    iv: "4",
    v: "5",
    vi: "6",
    vii: "7",
    viii: "8",
    ix: "9",
    x: "10",
    xi: "11",
    xii: "12",
    xiii: "13",
  }),
);

/** Spellings that differ by country or by custom, as [pattern, folded]. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ae|oe/g, "e"],
  [/our(s|ed|ing|al)?$/, "or$1"],
  [/is(e|es|ed|ing|ation)$/, "iz$1"],
  [/sulph/g, "sulf"],
  [/leuc/g, "leuk"],
  [/tre$/, "ter"],
  [/ogue$/, "og"],
  [/^aluminium/, "aluminum"],
  [/^ageing$/, "aging"],
  [/^alfa$/, "alpha"],
  [/^programme/, "program"],
  [/^neoplas(m|ms|ia|ias)$/, "tumor"],
  [/rrhage$/, "rrhag"],
];

/** Whether any of the spellings can apply; most words have none. */
const anySpelling = /ae|oe|our|is[ea]|ising|sulph|leuc|tre$|ogue$|^alumin|^ageing|^alfa|^programme|^neoplas|rrhage$/;
/** The last letters that endings are taken from. */
const anyEnding = /s$|omata$|ical$|ically$/;

/** Plurals and kindred endings, first that fits. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/omata$/, "oma"],
  [/itides$/, "itis"],
  [/([a-z]{2})ies$/, "$1y"],
  [/sses$/, "ss"],
  [/([a-z]{3})uses$/, "$1us"],
  [/(x|ch|sh)es$/, "$1"],
  [/sis$/, "se"],
  [/ically?$/, "ic"],
  [/([^sui])s$/, "$1"],
];

function foldOnce(word: string): string {
  let folded = word;
  if (anySpelling.test(word)) for (const [pattern, to] of spellings) folded = folded.replace(pattern, to);
  if (folded.length < 4 || !anyEnding.test(folded)) return folded;
  for (const [pattern, to] of endings) {
    if (pattern.test(folded)) return folded.replace(pattern, to);
  }
  return folded;
}

const known = new Map<string, string>();
const knownLimit = 40_000;

/**
 * An English word (lower case letters) in the form under which its spellings and simple inflections meet:
 * "tumours" and "tumor", "metastases" and "metastasis", "leucaemia" and "leukemia", "III" and "3". Folding twice changes
 * nothing more. The form need not be a word.
 */
export function foldWord(word: string): string {
  const roman = romans.get(word);
  if (roman !== undefined) return roman;
  if (word.length < 4) return word;
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  let folded = word;
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  if (known.size >= knownLimit) known.clear();
  known.set(word, folded);
  return folded;
}

/** "iiib" as roman numeral and letter; null when the word is no stage of that form. */
export function splitStage(word: string): readonly [roman: string, letter: string] | null {
  const found = /^(ii|iii|iv|vii|viii)([abc])$/.exec(word);
  return found === null ? null : [found[1]!, found[2]!];
}

/** Words that say how others relate; word order may change around them. */
export const joiningWords: ReadonlySet<string> = new Set([
  "of",
  "the",
  "a",
  "an",
  "in",
  "and",
  "or",
  "with",
  "to",
  "for",
  "by",
  "on",
  "at",
  "from",
  "due",
  "associated",
  "related",
  "type",
  "的",
  "之",
]);
