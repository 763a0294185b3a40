import { setTimeout as sleep } from "node:timers/promises";
import type { EndpointOutcome, ShardPredictor } from "../src/predictor.ts";

/**
 * A predictor whose results are known in advance: `aqueous-solubility` is minus the length of the SMILES,
 * `lipophilicity` its tenth; a SMILES that begins with `[Xx]` has no result. For tests of the orchestration alone.
 */
export function createTablePredictor(options: { msPerShard: number; device?: string }): ShardPredictor {
  const version = "1";
  return {
    async predict(molecules, endpoints, signal) {
      await sleep(options.msPerShard, undefined, { signal });
      return molecules.map(({ smiles }) =>
        Object.fromEntries(endpoints.map((endpoint) => [endpoint, outcomeOf(smiles, endpoint, version)])),
      );
    },
    models: async () => ({ "aqueous-solubility": version, lipophilicity: version }),
    record: async () => ({ backend: "table", device: options.device ?? "CPU", toolkits: { table: "1" } }),
    close: async () => {},
  };
}

function outcomeOf(smiles: string, endpoint: string, modelVersion: string): EndpointOutcome {
  if (smiles.startsWith("[Xx]")) {
    return { ok: false, code: "table.unknown", reason: { en: "No, such element.", zh: "没有该元素。" } };
  }
  const value = endpoint === "aqueous-solubility" ? -smiles.length : smiles.length / 10;
  const nearest = [{ smiles: "C", similarity: 0.5, measured: value }];
  return {
    ok: true,
    modelVersion,
    value,
    lo: value - 1,
    hi: value + 1,
    level: 0.9,
    inDomain: true,
    similarity: 0.5,
    nearest,
  };
}
