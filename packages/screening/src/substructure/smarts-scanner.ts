import { UnsupportedSmarts } from "./pattern.ts";

/** A text and a place in it. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? "";
  }

  /** Moves past `expected` where it stands here. */
  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** The digits here as a number; null where there are none. */
  number(): number | null {
    const from = this.at;
    while (this.peek() >= "0" && this.peek() <= "9") this.at++;
    return this.at === from ? null : Number(this.text.slice(from, this.at));
  }

  /** The text in parentheses that begin here, and past them. */
  parenthesised(): string {
    if (!this.take("(")) this.refuse();
    const from = this.at;
    for (let depth = 1; depth > 0; this.at++) {
      if (this.isAtEnd) this.refuse();
      if (this.peek() === "(") depth++;
      else if (this.peek() === ")") depth--;
    }
    return this.text.slice(from, this.at - 1);
  }

  refuse(): never {
    throw new UnsupportedSmarts(`${this.text} at ${this.at}`);
  }
}

/**
 * An expression of `!`, `&` (or nothing between), `,` and `;`, from the tightest to the loosest.
 * @param primitive reads one; null where none begins
 */
export function readLogic<Query>(
  scanner: Scanner,
  primitive: () => Query | null,
  combine: { not(of: Query): Query; and(of: Query[]): Query; or(of: Query[]): Query },
): Query | null {
  const negated = (): Query | null => {
    let isNegated = false;
    while (scanner.take("!")) isNegated = !isNegated;
    const query = primitive();
    if (query === null) return isNegated ? scanner.refuse() : null;
    return isNegated ? combine.not(query) : query;
  };
  const oneOrMore = (read: () => Query | null, separator: string, join: (of: Query[]) => Query): Query | null => {
    const first = read();
    if (first === null) return null;
    const all = [first];
    while (scanner.take(separator)) all.push(read() ?? scanner.refuse());
    return all.length === 1 ? first : join(all);
  };
  const tight = (): Query | null => {
    const all: Query[] = [];
    for (;;) {
      const hasAnd = all.length > 0 && scanner.take("&");
      const query = negated();
      if (query === null) {
        if (hasAnd) scanner.refuse();
        return all.length > 1 ? combine.and(all) : (all[0] ?? null);
      }
      all.push(query);
    }
  };
  const either = () => oneOrMore(tight, ",", combine.or);
  return oneOrMore(either, ";", combine.and);
}
