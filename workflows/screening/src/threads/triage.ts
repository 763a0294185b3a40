import { type ChemKit, computeFingerprint, fingerprintBits, tanimoto, withMolecule } from "@qinghao/chemistry";
import { clusterFingerprints, packRows } from "@qinghao/screening";
import { loadSearchKernel } from "@qinghao/screening/node";

const kind = "morgan2";

const printOf = (kit: ChemKit, smiles: string): Uint8Array | null => {
  const print = withMolecule(kit, smiles, (mol) => computeFingerprint(mol, kind));
  return print.ok ? print.value : null;
};

/** Morgan fingerprints, and the largest Tanimoto similarity of each to the actives that can be read. */
export function printsOf(kit: ChemKit, ligands: readonly string[], actives: readonly string[]) {
  const known = actives.map((smiles) => printOf(kit, smiles)).filter((print) => print !== null);
  const prints = ligands.map((smiles) => printOf(kit, smiles));
  const nearest = prints.map((print) =>
    print === null || known.length === 0 ? null : Math.max(...known.map((active) => tanimoto(print, active))),
  );
  return { prints, nearest };
}

/** Taylor-Butina clusters, numbered from 1 in the order of their first members. */
export async function clustersOf(
  prints: readonly (Uint8Array | null)[],
  threshold: number,
): Promise<(number | null)[]> {
  const known = prints.filter((print) => print !== null);
  if (known.length === 0) return prints.map(() => null);
  const rows = packRows(known, fingerprintBits[kind]);
  const { clusterOf } = await clusterFingerprints(await loadSearchKernel(), rows, {
    method: { kind: "butina" },
    threshold,
  });
  const numbers = new Map<number, number>();
  let at = 0;
  return prints.map((print) => {
    if (print === null) return null;
    const cluster = clusterOf[at++]!;
    if (!numbers.has(cluster)) numbers.set(cluster, numbers.size + 1);
    return numbers.get(cluster)!;
  });
}
