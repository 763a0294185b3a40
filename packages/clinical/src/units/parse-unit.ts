import { err, ok, type Result } from "@qinghao/kernel";
import { readSymbol, type UnitSymbol } from "./atoms.ts";
import type { UnitFailure, UnitFailureCode } from "./unit-failure.ts";

/** A parsed unit expression; operators associate to the left, as UCUM asks. */
export type UnitNode =
  | { readonly kind: "symbol"; readonly symbol: UnitSymbol; readonly exponent: number; readonly annotation?: string }
  | { readonly kind: "number"; readonly digits: string; readonly annotation?: string }
  | { readonly kind: "annotation"; readonly annotation: string }
  | { readonly kind: "group"; readonly inner: UnitNode; readonly annotation?: string }
  | { readonly kind: "product" | "quotient"; readonly left: UnitNode; readonly right: UnitNode }
  | { readonly kind: "reciprocal"; readonly inner: UnitNode };

class Refusal extends Error {
  readonly code: UnitFailureCode;
  constructor(code: UnitFailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

const MAX_LENGTH = 250;
const MAX_EXPONENT = 99;

/** Parses a case-sensitive UCUM code. Source: UCUM section 2 (grammar); failures name the symbol and where it stands. */
export function parseUnit(code: string): Result<UnitNode, UnitFailure> {
  if (code === "") return err({ code: "units.empty", unit: code });
  if (code.length > MAX_LENGTH) {
    return err({
      code: "units.syntax",
      unit: code.slice(0, MAX_LENGTH),
      detail: `longer than ${MAX_LENGTH} characters`,
    });
  }
  try {
    return ok(new UnitParser(code).parse());
  } catch (failure) {
    if (failure instanceof Refusal) return err({ code: failure.code, unit: code, detail: failure.message });
    throw failure;
  }
}

class UnitParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    const foreign = /[^\x21-\x7e]/u.exec(text);
    if (foreign !== null) throw new Refusal("units.not_ascii", foreign[0] === " " ? "space" : foreign[0]);
    this.#text = text;
  }

  parse(): UnitNode {
    const node = this.#main();
    if (this.#at < this.#text.length) throw this.#syntax(`unexpected ${this.#text[this.#at]}`);
    return node;
  }

  #main(): UnitNode {
    if (this.#take("/")) return this.#continue({ kind: "reciprocal", inner: this.#component() });
    return this.#continue(this.#component());
  }

  #continue(first: UnitNode): UnitNode {
    let left = first;
    for (;;) {
      if (this.#take(".")) left = { kind: "product", left, right: this.#component() };
      else if (this.#take("/")) left = { kind: "quotient", left, right: this.#component() };
      else return left;
    }
  }

  #component(): UnitNode {
    const start = this.#at;
    const char = this.#text[start];
    if (char === undefined) throw this.#syntax("a term is missing at the end");
    if (char === "{") return { kind: "annotation", annotation: this.#annotation()! };
    if (char === "(") {
      this.#at += 1;
      const inner = this.#main();
      if (!this.#take(")")) throw this.#syntax("a closing bracket is missing");
      return { kind: "group", inner, ...this.#optionalAnnotation() };
    }
    const text = this.#word();
    if (text === "") throw this.#syntax(`unexpected ${char}`);
    if (/^\d+$/.test(text)) return { kind: "number", digits: text, ...this.#optionalAnnotation() };
    const parts = /^(.*?[^\d+-])([+-]?\d+)?$/.exec(text);
    const symbol = parts === null ? undefined : readSymbol(parts[1]!);
    if (symbol === undefined) throw new Refusal("units.unknown_symbol", text);
    const exponent = Number(parts?.[2] ?? 1);
    if (Math.abs(exponent) > MAX_EXPONENT) throw this.#syntax(`exponent above ${MAX_EXPONENT}`);
    return { kind: "symbol", symbol, exponent, ...this.#optionalAnnotation() };
  }

  // A word runs to the next operator; square brackets protect what they hold, as in B[10.nV].
  #word(): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === "[") depth += 1;
      else if (char === "]") depth -= 1;
      else if (depth === 0 && "./(){}".includes(char)) break;
    }
    return this.#text.slice(start, this.#at);
  }

  #annotation(): string | undefined {
    if (this.#text[this.#at] !== "{") return undefined;
    const end = this.#text.indexOf("}", this.#at);
    if (end < 0) throw this.#syntax("a closing brace is missing");
    const text = this.#text.slice(this.#at + 1, end);
    if (text.includes("{")) throw this.#syntax("braces are nested");
    this.#at = end + 1;
    return text;
  }

  #optionalAnnotation(): { annotation?: string } {
    const annotation = this.#annotation();
    return annotation === undefined ? {} : { annotation };
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #syntax(detail: string): Refusal {
    return new Refusal("units.syntax", `${detail}, at ${this.#at + 1}`);
  }
}
