import { atomicWeights, elementSymbols } from "./elements.ts";
import type { MoleculeGraph } from "./graph.ts";

/** Molecular formula in Hill order, charge last: "C9H8O4", "C2H8N+". */
export function formulaOf(graph: MoleculeGraph): string {
  const counts = new Map<string, number>();
  const add = (symbol: string, count: number) => count > 0 && counts.set(symbol, (counts.get(symbol) ?? 0) + count);
  let charge = 0;
  for (let i = 0; i < graph.atomCount; i++) {
    add(elementSymbols[graph.atomicNumber[i]!] ?? "*", 1);
    add("H", graph.implicitH[i]!);
    charge += graph.charge[i]!;
  }
  const symbols = [...counts.keys()].sort();
  const first = counts.has("C") ? ["C", "H"].filter((symbol) => counts.has(symbol)) : [];
  let formula = "";
  for (const symbol of [...first, ...symbols.filter((symbol) => !first.includes(symbol))]) {
    const count = counts.get(symbol)!;
    formula += count === 1 ? symbol : `${symbol}${count}`;
  }
  if (charge === 0) return formula;
  const size = Math.abs(charge) === 1 ? "" : Math.abs(charge);
  return `${formula}${charge > 0 ? "+" : "-"}${size}`;
}

/** Mean molecular weight, g/mol. A labelled atom counts with its mass number. */
export function molecularWeightOf(graph: MoleculeGraph): number {
  let weight = 0;
  for (let i = 0; i < graph.atomCount; i++) {
    const isotope = graph.isotope[i]!;
    weight += isotope === 0 ? atomicWeights[graph.atomicNumber[i]!]! : isotope;
    weight += graph.implicitH[i]! * atomicWeights[1]!;
  }
  return weight;
}
