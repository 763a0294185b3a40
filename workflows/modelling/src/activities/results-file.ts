import type { ArtifactStore } from "@qinghao/artifacts";
import { csvRow } from "@qinghao/chemistry";
import { resultsColumns } from "../contract.ts";
import type { EndpointOutcome } from "../predictor.ts";

type Row = { id: string; smiles: string; outcomes: Record<string, EndpointOutcome> };

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
  yield new TextEncoder().encode(csvRow(resultsColumns(endpoints)));
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
