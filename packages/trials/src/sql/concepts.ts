import type { ConceptSet } from "../criteria/ranges.schema.ts";
import type { CompileContext } from "./context.ts";
import { allOf, anyOf } from "./expression.ts";

/** Numbers of the codes that are meant, and of those that cover more than is meant; `null` asks for any concept. */
export type ConceptIds = { readonly certain: readonly number[]; readonly mayBe: readonly number[] };

const numbersOf = (codes: Iterable<string>, { dictionary }: CompileContext): number[] =>
  [...new Set([...codes].map((code) => dictionary.find(code)).filter((id) => id !== 0))].sort((a, b) => a - b);

/** A concept set as the numbers that occur in this population. */
export function conceptIds(set: ConceptSet, context: CompileContext): ConceptIds {
  const certain = numbersOf(context.terminology.members(set), context);
  const isCertain = new Set(certain);
  const mayBe = numbersOf(context.terminology.mayBeMembers(set), context).filter((id) => !isCertain.has(id));
  return { certain, mayBe };
}

/** The codes themselves, nothing below. */
export const exactIds = (codes: Iterable<string>, context: CompileContext): ConceptIds => ({
  certain: numbersOf(codes, context),
  mayBe: [],
});

/** `column` is one of `ids`. The outer range lets the columnar extract skip whole blocks. */
export function isOneOf(column: string, ids: readonly number[]): string {
  if (ids.length === 0) return "false";
  const sorted = [...ids].sort((a, b) => a - b);
  const runs = runsOf(sorted);
  if (runs.length === 1) return isInRun(column, runs[0]!);
  const single = runs.filter(([from, to]) => from === to).map(([from]) => from);
  const ranges = runs.filter(([from, to]) => from !== to).map((run) => isInRun(column, run));
  const listed = single.length === 0 ? "false" : `${column} in (${single.join(", ")})`;
  return allOf(`${column} between ${sorted[0]} and ${sorted.at(-1)}`, anyOf(listed, ...ranges));
}

const isInRun = (column: string, [from, to]: readonly [number, number]): string =>
  from === to ? `${column} = ${from}` : `${column} between ${from} and ${to}`;

function runsOf(sorted: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const id of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 >= id) last[1] = id;
    else runs.push([id, id]);
  }
  return runs;
}
