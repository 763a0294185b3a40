import { elementSymbols, type MoleculeGraph } from "@qinghao/chemistry";
import { type Electrons, SP, SP2, SP3 } from "./hybridisation.ts";
import { typeOfElement, type UffParameters, uffParameters } from "./uff-parameters.ts";

/**
 * The atom type of each atom, by element, hybridisation and, for sulphur and phosphorus, valence. Null for an atom that the
 * force field has no type for (the unspecified atom `*`).
 */
export function uffTypes(graph: MoleculeGraph, electrons: Electrons): (UffParameters | null)[] {
  return Array.from({ length: graph.atomCount }, (_, atom) => {
    const symbol = elementSymbols[graph.atomicNumber[atom]!]!;
    const label = labelOf(graph, electrons, atom, symbol);
    return uffParameters.get(label) ?? typeOfElement.get(symbol) ?? null;
  });
}

function labelOf(graph: MoleculeGraph, electrons: Electrons, atom: number, symbol: string): string {
  const hybridisation = electrons.hybridisation[atom]!;
  const valence = electrons.valence[atom]!;
  const resonant = graph.aromatic[atom] === 1 || electrons.conjugated[atom] === 1;
  switch (symbol) {
    case "B":
      return hybridisation === SP3 ? "B_3" : "B_2";
    case "C":
    case "N":
    case "O":
      if (hybridisation === SP) return `${symbol}_1`;
      if (hybridisation === SP2) return resonant ? `${symbol}_R` : `${symbol}_2`;
      return `${symbol}_3`;
    case "S":
      if (hybridisation === SP2) return resonant ? "S_R" : "S_2";
      return valence <= 2 ? "S_3+2" : valence <= 4 ? "S_3+4" : "S_3+6";
    case "P":
      return valence === 3 ? "P_3+3" : "P_3+5";
    default:
      return symbol;
  }
}
