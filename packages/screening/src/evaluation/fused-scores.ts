import { isSetAside, type ListScores } from "./evaluate-target.ts";

/**
 * Several scores as one: each is standardised by mean and standard deviation over the decoys that the list sets aside, then the
 * mean is taken. `methods` holds, per method, the scores list by list; all over the same molecules.
 */
export function fusedScores(methods: readonly (readonly ListScores[])[]): ListScores[] {
  const lists = methods[0]?.length ?? 0;
  return Array.from({ length: lists }, (_, list) => {
    const parts = methods.map((scores) => standardised(scores[list]!, list));
    return {
      actives: meanColumn(parts.map((part) => part.actives)),
      decoys: meanColumn(parts.map((part) => part.decoys)),
    };
  });
}

function standardised({ actives, decoys }: ListScores, list: number): ListScores {
  const background = decoys.filter((_, row) => isSetAside(row, list));
  const mean = background.reduce((sum, score) => sum + score, 0) / background.length;
  const variance = background.reduce((sum, score) => sum + (score - mean) ** 2, 0) / background.length;
  const scale = variance > 0 ? Math.sqrt(variance) : 1;
  const standard = (score: number) => (score - mean) / scale;
  return { actives: actives.map(standard), decoys: decoys.map(standard) };
}

const meanColumn = (columns: readonly Float64Array[]): Float64Array =>
  columns[0]!.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0) / columns.length);
