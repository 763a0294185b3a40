import type { Range } from "../../criteria/ranges.schema.ts";

const unit = "(years?|yrs?|y\\.?o\\.?|y|months?|mos?|weeks?|wks?|days?|周岁|岁|个月|月|周|天)?";
const number = "(\\d{1,3}(?:\\.\\d+)?)";
/** Words of age. */
export const saysAge =
  /\b(?:age[ds]?|years?[- ]old|years? of age|yrs? old|y\/?o|older|younger|adults?|child(?:ren)?(?!['’]|[- ]?(?:pugh|bear))|p(?:a)?ediatric|elderly|under \d+|over \d+)\b|years?\b.*\bold|\b(?:from|between) \d+ (?:to|and|-) \d+ years\b|^\W*\d+ ?(?:years?|months?)? ?(?:-|–|to) ?\d+ ?years\W*$|年龄|周岁|岁/i;
const perUnit = (written: string | undefined): number =>
  written === undefined
    ? 1
    : /^m|月/i.test(written)
      ? 1 / 12
      : /^w|周(?!岁)/i.test(written)
        ? 7 / 365.25
        : /^d|天/i.test(written)
          ? 1 / 365.25
          : 1;

const between = new RegExp(
  `${number}\\s*${unit}\\s*(?:old)?\\s*(?:-|–|—|to|and|through|~|至|到|<\\s*age\\s*<)\\s*(?:<|≤|less than|under)?\\s*${number}\\s*${unit}`,
  "i",
);
const least = new RegExp(
  `(?:≥|>=|=>|>/=|(?:greater|more|older) than or equal to|equal to or (?:greater|more|older) than|at least|minimum(?: age)?(?: of)?|not (?:younger|less) than|大于等于|不小于|满)\\s*(?:the )?(?:age of )?${number}\\s*${unit}`,
  "i",
);
const above = new RegExp(
  `(?:>|older than|over|above|greater than|more than|exceeding|大于|超过)\\s*(?:the )?(?:age of )?${number}\\s*${unit}`,
  "i",
);
const most = new RegExp(
  `(?:≤|<=|=<|</=|(?:less|younger) than or equal to|equal to or (?:less|younger) than|at most|up to|not (?:older|more) than|no older than|maximum(?: age)?(?: of)?|小于等于|不大于|不超过)\\s*(?:the )?(?:age of )?${number}\\s*${unit}`,
  "i",
);
const below = new RegExp(
  `(?:<|younger than|less than|under|below|小于|not yet|未满)\\s*(?:the )?(?:age of )?${number}\\s*${unit}`,
  "i",
);
const orOlder = new RegExp(
  `${number}\\s*${unit}(?:\\s*of age)?(?:\\s*old)?\\s*(?:\\+|(?:or|and|years and)\\s*(?:older|over|above|greater|more)(?!\\s+than)|以上|及以上)`,
  "i",
);
const orYounger = new RegExp(
  `${number}\\s*${unit}(?:\\s*of age)?(?:\\s*old)?\\s*(?:or|and)\\s*(?:younger|under|below|less)(?!\\s+than)|${number}\\s*${unit}以下`,
  "i",
);
const aged = new RegExp(
  `\\bage[ds]?\\s*(?::|of|is)?\\s*${number}\\s*(?:\\+|years? (?:and|or) (?:older|over|above)(?!\\s+than))`,
  "i",
);

/** Ages that a word stands for, in the usual bounds of paediatrics and geriatrics. */
const impliedAges: readonly (readonly [RegExp, Range])[] = [
  [/\b(?:neonates?|newborns?|preterm infants?|premature infants?)\b|新生儿/i, { max: 28 / 365.25, maxExclusive: true }],
  [/\binfants\b|婴儿/i, { max: 2, maxExclusive: true }],
  [/\badolescents\b(?! (?:and|or) adults)|青少年/i, { min: 10, max: 19 }],
  [/\belderly\b|老年/i, { min: 60 }],
];

/** Longer texts that say "adults" or "children" somewhere are about something else. */
const mostImplied = 60;

const inWords: Readonly<Record<string, number>> = {
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
};
const numberWord = new RegExp(`\\b(?:${Object.keys(inWords).join("|")})\\b(?=[ -]?(?:years?|yrs?|and|to)\\b)`, "gi");

/** Years of age that a criterion asks for (or excludes), null where it speaks of no age. Years are completed years. */
export function ageRangeOf(written: string): Range | null {
  const text = written.replace(numberWord, (word) => String(inWords[word.toLowerCase()]));
  if (!saysAge.test(text) && !impliedAges.some(([words]) => words.test(text))) return null;
  const range: { -readonly [K in keyof Range]: Range[K] } = {};
  const pair = ofAge(between, text, 4);
  if (pair !== null) {
    const high = perUnit(pair[4]);
    range.min = Number(pair[1]) * (pair[2] === undefined ? high : perUnit(pair[2]));
    range.max = Number(pair[3]) * high;
    if (/<|less than|under/i.test(pair[0].slice(pair[0].search(/-|–|—|to|and|through|~|至|到/))))
      range.maxExclusive = true;
    return range;
  }
  const low = ofAge(least, text, 2) ?? orOlder.exec(text) ?? aged.exec(text);
  const overLow = ofAge(above, text, 2);
  if (low !== null) range.min = Number(low[1]) * perUnit(low[2]);
  else if (overLow !== null) {
    range.min = Number(overLow[1]) * perUnit(overLow[2]);
    range.minExclusive = true;
  }
  const high = ofAge(most, text, 2) ?? orYounger.exec(text);
  const underHigh = ofAge(below, text, 2);
  if (high !== null) range.max = Number(high[1] ?? high[3]) * perUnit(high[2] ?? high[4]);
  else if (underHigh !== null) {
    range.max = Number(underHigh[1]) * perUnit(underHigh[2]);
    range.maxExclusive = true;
  }
  if (range.min !== undefined || range.max !== undefined) return range;
  if (text.length > mostImplied) return null;
  for (const [words, implied] of impliedAges) if (words.test(text)) return implied;
  if (/\badults?\b|成人|成年/i.test(text) && !/\bchild|儿童/i.test(text)) return { min: 18 };
  return /\b(?:child(?:ren)?(?!['’]|[- ]?(?:pugh|bear))|p(?:a)?ediatric patients?)\b|儿童|未成年/i.test(text) &&
    !/\badults?\b|成人/i.test(text)
    ? { max: 18, maxExclusive: true }
    : null;
}

/** The first match that is of an age: a time unit follows that no other event owns, or "age" stands just before. */
function ofAge(pattern: RegExp, text: string, unitGroup: number): RegExpExecArray | null {
  const all = new RegExp(pattern.source, "gi");
  for (let match = all.exec(text); match !== null; match = all.exec(text)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index + match[0].length);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16);
    const isYears = /^(?:y|岁|周岁)/i.test(match[unitGroup] ?? "") || /^\s*(?:years?|yrs?)\b/i.test(after);
    const isOfAge =
      /\bage|\baged\b|\bold|年龄|older|younger/i.test(before) ||
      /^\s*(?:of age|old)|^\s*(?:years?|months?|weeks?|days?) (?:of age|old)/i.test(after);
    const isElapsed =
      /^\s*(?:years?|yrs?)?\s*(?:prior|before|ago|after|history|since|of (?:disease|treatment|follow|diagnosis))/i.test(
        after,
      ) || /\b(?:for|within|during|past|last) (?:the )?(?:past |last )?[^a-z]*$/i.test(text.slice(0, match.index));
    if (!isElapsed && (isOfAge || (isYears && text.length < 80))) return match;
  }
  return null;
}

/**
 * Whether an age lies in a range; "younger than 14 or older than 25" has its least above its most and means both ends.
 * "Over 18" is taken as the trials use it: 18 and some days is over.
 */
export function isInRange(value: number, { min, max, minExclusive, maxExclusive }: Range): boolean {
  if (min !== undefined && max !== undefined && min > max) return value < max || value > min;
  if (min !== undefined && (minExclusive === true ? value <= min : value < min)) return false;
  return max === undefined || (maxExclusive === true ? value < max : value < max + 1 || value === max);
}

const ofWomen = /\b(?:females?|wom[ae]n|girls?)\b|女性|妇女|女/i;
const ofMen = /\b(?:males?|m[ae]n|boys?)\b|男性|男/i;

/** A partner's sex is not the patient's. */
const ofPartner =
  /\b(?:fe)?male (?:sexual )?partners?\b|\bpartners? (?:who|that) (?:is|are) (?:a )?(?:wom[ae]n|m[ae]n|females?|males?)\b/gi;

/** The sex that a criterion asks for, "both" where it names both, null where it names none. */
export function sexOf(written: string): "female" | "male" | "both" | null {
  const text = written.replace(ofPartner, "");
  if (/\b(?:both|either|any) (?:sex|gender)|(?:sex|gender)e?s? ?: ?(?:both|all)|性别不限|男女/i.test(text))
    return "both";
  const [women, men] = [ofWomen.test(text), ofMen.test(text)];
  return women && men ? "both" : women ? "female" : men ? "male" : null;
}

const ofWomenOnly =
  /\b(?:pregnan\w*|lactat\w*|breast-?\s?feeding|nursing(?! (?:facilit|home|staff|care|note|student))|child-?\s?bearing|menopaus\w*|menstru\w*|menarche|ovar(?:y|ian)|uter(?:us|ine)|cervi(?:x|cal cancer|cal dysplasia)|endometri\w*|hysterectom\w*|gravid\w*|post-?partum)\b|妊娠|怀孕|孕妇|哺乳|育龄|绝经|子宫|卵巢/i;
const ofMenOnly = /\b(?:prostat\w*|testic\w*|erectile|vasectom\w*|sperm\w*)\b|前列腺|睾丸/i;

/** The sex that alone can have what a criterion names. */
export function sexOfMatter(text: string): "female" | "male" | null {
  const [women, men] = [ofWomenOnly.test(text), ofMenOnly.test(text)];
  return women && !men ? "female" : men && !women ? "male" : null;
}
