import { type Code, type FactKind, factKinds } from "../../schema.ts";

/** Something that a fact can be about, with the codes that the source writes for it. */
export type Term = { readonly kind: number; readonly concept: string | null; readonly codes: readonly Code[] };

/** The terms of a model; each concept and code pair stands once. */
export class TermTable {
  readonly rows: Term[] = [];
  readonly #places = new Map<string, number>();

  add(kind: FactKind, concept: string | null, codes: readonly Code[]): number {
    const key = `${kind} ${concept} ${codes.map((code) => `${code.system}|${code.code}|${code.display ?? ""}`).join(" ")}`;
    const found = this.#places.get(key);
    if (found !== undefined) return found;
    this.rows.push({ kind: factKinds.indexOf(kind), concept, codes });
    this.#places.set(key, this.rows.length - 1);
    return this.rows.length - 1;
  }
}

/** A weighted choice: `items[i]` is taken where the uniform number is below `cumulative[i]`. */
export type Weighted<T> = { readonly items: readonly T[]; readonly cumulative: Float64Array };

export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const cumulative = Float64Array.from(pairs, ([, weight]) => {
    sum += weight / total;
    return sum;
  });
  return { items: pairs.map(([item]) => item), cumulative };
}

export function choose<T>(from: Weighted<T>, uniform: number): T {
  let place = 0;
  while (place < from.items.length - 1 && uniform >= from.cumulative[place]!) place++;
  return from.items[place]!;
}
