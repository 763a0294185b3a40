import { type CalendarUnit, dateOf, PRECISIONS, type Precision } from "../../src/time/index.ts";
import { callMomentFunction, isMomentFunction, readMoment } from "./moments.ts";
import {
  addOrSubtract,
  applyLogic,
  applyNot,
  boundOf,
  buildInterval,
  compareValues,
  equalValues,
  intersectValues,
  measureBetween,
  multiplyOrDivide,
  type RelationName,
  relate,
} from "./operators.ts";
import { type Token, tokenise } from "./tokens.ts";
import { Invalid, NotApplied, type Value } from "./values.ts";

const UNITS: readonly CalendarUnit[] = [...PRECISIONS, "week"];

/** Reads and computes an expression of CQL: the part of the language that the product's functions answer. */
export function evaluateCql(text: string): Value {
  const reader = new CqlReader(tokenise(text));
  const value = reader.expression();
  reader.expectEnd();
  return value;
}

class CqlReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  expectEnd(): void {
    const token = this.#tokens[this.#at];
    if (token !== undefined) throw new NotApplied(`the operator ${token.text}`);
  }

  expression(): Value {
    let left = this.#or();
    while (this.#take("implies")) left = applyLogic("implies", left, this.#or());
    return left;
  }

  #or(): Value {
    let left = this.#and();
    for (;;) {
      if (this.#take("or")) left = applyLogic("or", left, this.#and());
      else if (this.#take("xor")) left = applyLogic("xor", left, this.#and());
      else return left;
    }
  }

  #and(): Value {
    let left = this.#equality();
    while (this.#take("and")) left = applyLogic("and", left, this.#equality());
    return left;
  }

  #equality(): Value {
    let left = this.#inequality();
    for (;;) {
      if (this.#take("=")) left = equalValues(left, this.#inequality());
      else if (this.#take("!=")) {
        const isEqual = equalValues(left, this.#inequality());
        left = isEqual === null ? null : !isEqual;
      } else return left;
    }
  }

  #inequality(): Value {
    const left = this.#timing();
    for (const operator of ["<=", ">=", "<", ">"] as const) {
      if (this.#take(operator)) return compareValues(operator, left, this.#timing());
    }
    return left;
  }

  #timing(): Value {
    const left = this.#sum();
    if (this.#take("between")) {
      const low = this.#sum();
      this.#expect("and");
      return applyLogic("and", compareValues(">=", left, low), compareValues("<=", left, this.#sum()));
    }
    if (this.#take("is", "null")) return left === null;
    if (this.#take("intersect")) return intersectValues(left, this.#sum());
    if (this.#take("contains")) {
      const point = this.#sum();
      return left === null && point !== null ? false : relate("includes", left, point);
    }
    if (this.#take("in") || this.#take("included", "in") || this.#take("during"))
      return this.#swapped("includes", left);
    if (this.#take("properly", "included", "in")) return this.#swapped("properlyIncludes", left);
    const name = this.#relation();
    if (name === undefined) return left;
    const precision = typeof name === "object" ? name.precision : this.#precisionOf();
    return relate(typeof name === "object" ? name.name : name, left, this.#sum(), precision);
  }

  #swapped(name: RelationName, left: Value): Value {
    const precision = this.#precisionOf();
    return relate(name, this.#sum(), left, precision);
  }

  #relation(): RelationName | { name: RelationName; precision: Precision | undefined } | undefined {
    if (this.#take("same")) {
      const precision = this.#precision();
      if (this.#take("or", "before")) return { name: "onOrBefore", precision };
      if (this.#take("or", "after")) return { name: "onOrAfter", precision };
      this.#take("as");
      return { name: "same", precision };
    }
    const PHRASES: readonly (readonly [readonly string[], RelationName])[] = [
      [["on", "or", "before"], "onOrBefore"],
      [["on", "or", "after"], "onOrAfter"],
      [["properly", "includes"], "properlyIncludes"],
      [["overlaps", "before"], "overlapsBefore"],
      [["overlaps", "after"], "overlapsAfter"],
      [["meets", "before"], "meetsBefore"],
      [["meets", "after"], "meetsAfter"],
      [["before"], "before"],
      [["after"], "after"],
      [["includes"], "includes"],
      [["overlaps"], "overlaps"],
      [["meets"], "meets"],
      [["starts"], "starts"],
      [["ends"], "ends"],
    ];
    return PHRASES.find(([words]) => this.#take(...words))?.[1];
  }

  #sum(): Value {
    let left = this.#product();
    for (;;) {
      if (this.#take("+")) left = addOrSubtract("+", left, this.#product());
      else if (this.#take("-")) left = addOrSubtract("-", left, this.#product());
      else return left;
    }
  }

  #product(): Value {
    let left = this.#unary();
    for (;;) {
      if (this.#take("*")) left = multiplyOrDivide("*", left, this.#unary());
      else if (this.#take("/")) left = multiplyOrDivide("/", left, this.#unary());
      else return left;
    }
  }

  #unary(): Value {
    if (this.#take("not")) return applyNot(this.#unary());
    if (this.#take("-")) {
      const value = this.#unary();
      if (typeof value === "object" && (value?.is === "number" || value?.is === "quantity")) {
        return { ...value, value: -value.value };
      }
      throw new NotApplied("the negative of what is no number");
    }
    if (this.#take("start", "of")) return boundOf("start", this.#unary());
    if (this.#take("end", "of")) return boundOf("end", this.#unary());
    return this.#measured() ?? this.#component() ?? this.#cast(this.#term());
  }

  // `days between A and B`, `difference in days between A and B`; undefined when the phrase does not begin here.
  #measured(): Value | undefined {
    const isDifference = this.#take("difference", "in");
    const unit = unitOf(this.#peek()?.text);
    if (!isDifference && this.#tokens[this.#at + 1]?.text !== "between") return undefined;
    if (unit === undefined) return undefined;
    this.#at += 1;
    this.#expect("between");
    const from = this.#sum();
    this.#expect("and");
    return measureBetween(isDifference ? "difference" : "duration", unit, from, this.#sum());
  }

  // `year from X`, `date from X`.
  #component(): Value | undefined {
    if (this.#tokens[this.#at + 1]?.text !== "from") return undefined;
    const name = this.#tokens[this.#at]!.text;
    this.#at += 2;
    const value = this.#unary();
    if (typeof value !== "object" || value?.is !== "moment") throw new NotApplied("a component of what is no moment");
    const { moment } = value;
    if (name === "date") return { is: "moment", moment: dateOf(moment)! };
    if (name === "timezoneoffset") {
      const { offsetMinutes } = moment;
      return offsetMinutes === undefined ? null : { is: "number", value: offsetMinutes / 60, isDecimal: true };
    }
    const place = PRECISIONS.indexOf(name as Precision) - (moment.kind === "time" ? 3 : 0);
    if (!PRECISIONS.includes(name as Precision)) throw new NotApplied(`the component ${name}`);
    const field = moment.fields[place];
    return field === undefined ? null : { is: "number", value: field, isDecimal: false };
  }

  #cast(value: Value): Value {
    if (!this.#take("as")) return value;
    this.#at += 1;
    if (this.#take("<")) {
      this.#at += 1;
      this.#expect(">");
    }
    return value;
  }

  #term(): Value {
    const token = this.#peek();
    if (token === undefined) throw new Invalid("an operand is missing");
    this.#at += 1;
    if (token.kind === "moment") return readMoment(token.text);
    if (token.kind === "number") return this.#number(token.text);
    if (token.kind === "string") return { is: "string", value: token.text };
    if (token.text === "(") {
      const value = this.expression();
      this.#expect(")");
      return value;
    }
    if (token.text === "true" || token.text === "false") return token.text === "true";
    if (token.text === "null") return null;
    if (token.text === "Interval") return this.#interval();
    return this.#call(token.text);
  }

  #number(text: string): Value {
    const value = Number(text.replace(/L$/, ""));
    const next = this.#peek();
    if (next?.kind === "string") {
      this.#at += 1;
      if (this.#peek()?.text === ":") throw new NotApplied("ratios");
      return { is: "quantity", value, unit: next.text, isCalendar: false };
    }
    const unit = next?.kind === "word" ? unitOf(next.text) : undefined;
    if (unit !== undefined && this.#tokens[this.#at + 1]?.text !== "between") {
      this.#at += 1;
      return { is: "quantity", value, unit, isCalendar: true };
    }
    return { is: "number", value, isDecimal: text.includes(".") };
  }

  #interval(): Value {
    const opening = this.#peek()?.text;
    if (opening !== "[" && opening !== "(") throw new Invalid("an interval without brackets");
    this.#at += 1;
    const start = this.#at;
    const low = this.expression();
    this.#expect(",");
    const high = this.expression();
    const isTyped = this.#tokens.slice(start, this.#at).some((token) => token.text === "as");
    const closing = this.#peek()?.text;
    if (closing !== "]" && closing !== ")") throw new Invalid("an interval without brackets");
    this.#at += 1;
    if (low === null && high === null && !isTyped && opening === "[") {
      throw new NotApplied("an interval without type and bounds, which the suite reads in three ways");
    }
    return buildInterval(low, high, opening === "[", closing === "]");
  }

  #call(name: string): Value {
    if (this.#peek()?.text !== "(") throw new NotApplied(`the term ${name}`);
    if (!isMomentFunction(name)) throw new NotApplied(`the function ${name}`);
    this.#at += 1;
    const fields: Value[] = [];
    while (!this.#take(")")) {
      fields.push(this.#sum());
      this.#take(",");
    }
    return callMomentFunction(name, fields);
  }

  #precisionOf(): Precision | undefined {
    const next = this.#tokens[this.#at + 1]?.text;
    const token = this.#peek()?.text as Precision;
    if (next !== "of" || !PRECISIONS.includes(token)) return undefined;
    this.#at += 2;
    return token;
  }

  #precision(): Precision | undefined {
    const token = this.#peek()?.text as Precision;
    if (!PRECISIONS.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #take(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.#isPlain(this.#at + index, word))) return false;
    this.#at += words.length;
    return true;
  }

  #isPlain(at: number, text: string): boolean {
    const token = this.#tokens[at];
    return token !== undefined && token.kind !== "string" && token.text === text;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new NotApplied(`a phrase with ${this.#peek()?.text ?? "nothing"} for ${text}`);
  }
}

const unitOf = (word: string | undefined): CalendarUnit | undefined =>
  UNITS.find((unit) => word === unit || word === `${unit}s`);
