/** A number as written. `exponent`: "1.5 x 10^9" has 1.5 and 9. */
export type ReadNumber = { value: number; exponent?: number; end: number };

const grouped =
  /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.])(?=\s*(?:\/|cells|per|\u03bc?l\b|mm))/y;
const decimalComma = /\d+,\d{1,2}(?!\d)(?=\s*(?:%|x|×|times|m?g|ug|\u03bc|mmol|umol|u\/|iu|k|°|\u2103|g\/))/y;
const plain = /\d+(?:\.\d+)?|\.\d+/y;
const thousandsPoint = /^\d{1,3}(?:\.\d{3})+$/;
const power =
  /\s*(?:x|×|\*|·|✕|✖|\u03c7)\s*10\s*(?:\^|\*\*|\*|e|exp)?\s*(?:\(?(\d{1,2})\)?(?!\d|[.,]\d)|([⁰¹²³⁴-⁹]{1,2}))/y;
const barePower = /10\s*(?:\^|\*\*|\*|e)\s*(\d{1,2})(?!\d)|10([⁰¹²³⁴-⁹]{1,2})/y;
const countUnit = /\s*(?:\/|per\s|cells|platelets|个)/y;
/** "10万/mm3": powers of ten in Chinese. */
const hanPowers: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const exponentOf = (digits: string): number =>
  /^\d/.test(digits) ? Number(digits) : Number(Array.from(digits, (one) => superscripts.indexOf(one)).join(""));

const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * The number in digits that begins at `at` of folded text: thousands ("1,500", "100 000/mm3"), decimal points and commas,
 * powers of ten as they are typed ("x 10^9", "x109/L", "10⁹").
 */
export function readNumber(folded: string, at: number): ReadNumber | null {
  const bare = execAt(barePower, folded, at);
  if (bare !== null) return { value: 1, exponent: exponentOf(bare[1] ?? bare[2]!), end: barePower.lastIndex };
  const found = execAt(grouped, folded, at) ?? execAt(decimalComma, folded, at) ?? execAt(plain, folded, at);
  if (found === null) return null;
  const written = found[0];
  let end = at + written.length;
  let value: number;
  if (/^\d+,\d{1,2}$/.test(written)) value = Number(written.replace(",", "."));
  else if (
    thousandsPoint.test(written) &&
    Number(written.replace(/\./g, "")) >= 10_000 &&
    execAt(countUnit, folded, end)
  )
    value = Number(written.replace(/\./g, ""));
  else value = Number(written.replace(/[, ]/g, ""));
  const han = hanPowers[folded[end] ?? ""];
  if (han !== undefined) return { value: value * han, end: end + 1 };
  const raised = execAt(power, folded, end);
  if (raised !== null) {
    const exponent = exponentOf(raised[1] ?? raised[2]!);
    if (exponent >= 3 && exponent <= 12) {
      end = power.lastIndex;
      return { value, exponent, end };
    }
  }
  return { value, end };
}
