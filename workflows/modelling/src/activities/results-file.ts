import type { ArtifactStore } from "@qinghao/artifacts";
import { csvRow } from "@qinghao/chemistry";
import type { EndpointOutcome } from "../predictor.ts";

type Row = { id: string; smiles: string; outcomes: Record<string, EndpointOutcome> };

/** Columns of a results file: `id,smiles`, then per endpoint value, bounds, domain, similarity, model version, reason. */
export function resultsHeader(endpoints: readonly string[]): string {
  const columns = endpoints.flatMap((id) => [
    id,
    `${id}_lo`,
    `${id}_hi`,
    `${id}_in_domain`,
    `${id}_similarity`,
    `${id}_model_version`,
    `${id}_reason`,
  ]);
  return csvRow(["id", "smiles", ...columns]);
}

/** The rows of one shard, without heading. */
export function resultsRows(endpoints: readonly string[], rows: readonly Row[]): Uint8Array {
  const lines = rows.map(({ id, smiles, outcomes }) =>
    csvRow([id, smiles, ...endpoints.flatMap((endpoint) => cells(outcomes[endpoint]))]),
  );
  return new TextEncoder().encode(lines.join(""));
}

/** The heading and the rows of all shards, in order, as a stream. */
export async function* mergedResults(
  artifacts: ArtifactStore,
  endpoints: readonly string[],
  keys: readonly string[],
): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(resultsHeader(endpoints));
  for (const key of keys) yield* artifacts.open(key);
}

function cells(outcome: EndpointOutcome | undefined): (string | number | boolean)[] {
  if (outcome === undefined) return ["", "", "", "", "", "", ""];
  if (!outcome.ok) return ["", "", "", "", "", "", outcome.reason.en];
  const { value, lo, hi, inDomain, similarity, modelVersion } = outcome;
  return [...[value, lo, hi].map(short), inDomain, short(similarity), modelVersion, ""];
}

/** Six significant digits: more than the models can tell. */
const short = (value: number): number => Number(value.toPrecision(6));
