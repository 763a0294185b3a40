const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  few: 3,
  "couple of": 2,
  several: 4,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  半: 0.5,
};
const daysPer: Readonly<Record<string, number>> = {
  h: 1 / 24,
  d: 1,
  w: 7,
  m: 30.44,
  y: 365.25,
  时: 1 / 24,
  天: 1,
  日: 1,
  周: 7,
  月: 30.44,
  年: 365.25,
};
const amount =
  "(\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of)[- ](hour|day|week|month|year|yr)s?";
const elapsed = new RegExp(`\\b${amount}\\s*(?:ago|earlier|before|prior|previously|back|history)`, "i");
const lasting = new RegExp(
  `\\b(?:for|over|in|during|since|x)\\s+(?:the\\s+)?(?:past|last|previous|preceding)?\\s*${amount}\\b`,
  "i",
);
const atAge = /\b(?:at (?:the )?age(?: of)?|when (?:s?he|they) (?:was|were)|aged?)\s+(\d{1,2})\b/i;
const elapsedHan = /(\d+(?:\.\d+)?|[一两二三四五六半])\s*(?:余|多)?个?(小时|天|日|周|月|年)(?:前|余前|来|余)/;

/** Days that a number of units make. */
export const daysOf = (count: string, unit: string): number =>
  (words[count.toLowerCase()] ?? Number(count)) * (daysPer[unit[0]!.toLowerCase()] ?? daysPer[unit.at(-1)!] ?? 1);

/**
 * How long ago what a clause tells began, in days: "2 years earlier", "for the past 3 weeks", "at age 26" (with the age
 * now), "2年前". Null where it does not say.
 */
export function elapsedDays(clause: string, ageYears: number | null): number | null {
  const match = elapsed.exec(clause) ?? elapsedHan.exec(clause) ?? lasting.exec(clause);
  if (match !== null) return daysOf(match[1]!, match[2]!);
  const then = atAge.exec(clause);
  return then !== null && ageYears !== null && Number(then[1]) <= ageYears
    ? (ageYears - Number(then[1])) * 365.25
    : null;
}
