import {
  type ChemKit,
  containsBits,
  matchesQuery,
  parseQuery,
  patternFingerprint,
  type QueryView,
  withMolecule,
} from "@qinghao/chemistry";
import { unwrap } from "@qinghao/kernel";
import type { MatchOutput, MatchTask } from "./tasks.ts";

type Candidate = MatchTask["candidates"][number];

/** Throws the chemistry error of a query that cannot be read. */
export function checkQuery(kit: ChemKit, text: string): void {
  unwrap(parseQuery(kit, text)).close();
}

/**
 * Compares compounds with a query. A compound with a stored fingerprint is parsed only where the fingerprint allows a
 * match; one without gets its fingerprint now.
 */
export function matchCandidates(kit: ChemKit, { query: text, candidates }: MatchTask): MatchOutput {
  using query = unwrap(parseQuery(kit, text));
  const hits: number[] = [];
  const fingerprints: MatchOutput["fingerprints"] = [];
  let failed = 0;
  for (const candidate of candidates) {
    if (candidate.pattern !== null && !containsBits(candidate.pattern, query.fingerprint)) continue;
    const compared = compare(kit, query, candidate);
    if (compared === null) failed++;
    else {
      if (compared.isHit) hits.push(candidate.seq);
      if (compared.made !== null) fingerprints.push({ seq: candidate.seq, pattern: compared.made });
    }
  }
  return {
    kind: "match",
    compared: candidates.length,
    lastSeq: candidates.at(-1)!.seq,
    hits,
    failed,
    fingerprints,
  };
}

/** Null where the toolkit cannot handle the compound. */
function compare(
  kit: ChemKit,
  query: QueryView,
  { smiles, pattern }: Candidate,
): { isHit: boolean; made: Uint8Array | null } | null {
  try {
    const result = withMolecule(kit, smiles, (mol) => {
      const made = pattern === null ? patternFingerprint(mol) : null;
      const isHit = containsBits(pattern ?? made!, query.fingerprint) && matchesQuery(mol, query) !== null;
      return { isHit, made };
    });
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
