const digits = "一二三四五六七八九";

/** Han numerals from 1 to 99, with the words for two that stand before a counter. */
export const hanNumerals: readonly (readonly [string, number])[] = [
  ...Array.from({ length: 99 }, (_, at): readonly [string, number] => [hanNumeral(at + 1), at + 1]),
  ["两", 2],
];

/** A number from 1 to 99 in Han numerals. */
export function hanNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens - 1]}十`;
  return head + (ones === 0 ? "" : digits[ones - 1]);
}
