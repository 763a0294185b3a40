/** Stages in their order: numbers, each divided by letters, those by digits ("III", "IIIA", "IIIA1"). */
export type Ladder = {
  /** The numbers as they are written, lowest first. */
  readonly numbers: readonly string[];
  /** The letters that a number is divided by. */
  readonly letters: (number: string) => string;
  /** How often a letter is divided. */
  readonly digits: number;
};

/** One place: the place of its number, of its letter and its digit, where it has them. */
export type Rung = { readonly number: number; readonly letter?: number; readonly digit?: number };

export const rungName = ({ numbers, letters }: Ladder, { number, letter, digit }: Rung): string => {
  const name = numbers[number]!;
  return letter === undefined ? name : name + letters(name)[letter]! + (digit ?? "");
};

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** What lies behind a rung within its own number: "IIIA1" has IIIA2, IIIA3, IIIB, IIIC and IIID behind it. */
function behind(ladder: Ladder, { number, letter, digit }: Rung): Rung[] {
  if (letter === undefined) return [];
  const last = ladder.letters(ladder.numbers[number]!).length - 1;
  const digits =
    digit === undefined ? [] : steps(digit + 1, ladder.digits).map((one) => ({ number, letter, digit: one }));
  return [...digits, ...steps(letter + 1, last).map((one) => ({ number, letter: one }))];
}

/** What lies before a rung within its own number: "IIIB2" has IIIA and IIIB1 before it. */
function before({ number, letter, digit }: Rung): Rung[] {
  if (letter === undefined) return [];
  const digits = digit === undefined ? [] : steps(1, digit - 1).map((one) => ({ number, letter, digit: one }));
  return [...steps(0, letter - 1).map((one) => ({ number, letter: one })), ...digits];
}

function within(from: Rung, to: Rung): Rung[] {
  const { number } = from;
  if (from.letter === undefined || to.letter === undefined) return [];
  if (from.letter !== to.letter) return steps(from.letter + 1, to.letter - 1).map((letter) => ({ number, letter }));
  if (from.digit === undefined || to.digit === undefined) return [];
  return steps(from.digit + 1, to.digit - 1).map((digit) => ({ number, letter: from.letter!, digit }));
}

/** From one rung to another, both included: "IIA" to "IIIB" is IIA, IIB, IIC, IIIA and IIIB. */
export function rungsBetween(ladder: Ladder, from: Rung, to: Rung): Rung[] {
  if (from.number > to.number) return rungsBetween(ladder, to, from);
  if (from.number === to.number) return [from, ...within(from, to), to];
  const numbers = steps(from.number + 1, to.number - 1).map((number) => ({ number }));
  return [from, ...behind(ladder, from), ...numbers, ...before(to), to];
}

/** All from a rung upwards, or downwards; `isStrict` leaves the rung itself out. */
export function rungsBeyond(ladder: Ladder, from: Rung, way: "up" | "down", isStrict: boolean): Rung[] {
  const own = isStrict ? [] : [from];
  return way === "up"
    ? [
        ...own,
        ...behind(ladder, from),
        ...steps(from.number + 1, ladder.numbers.length - 1).map((number) => ({ number })),
      ]
    : [...steps(0, from.number - 1).map((number) => ({ number })), ...before(from), ...own];
}
