// Test errors of the shipped weights, computed again, beside LightGBM on the same files. Writes bench/accuracy.results.json.
// The peer needs a Python with rdkit and lightgbm: `QINGHAO_PYTHON=/path/to/python`, else python3.
import { existsSync } from "node:fs";
import { writeBenchReport } from "@qinghao/testing";
import { endpoints, type Peer } from "../src/index.ts";
import { obtainPeer, readEndpointData, validateEndpoint } from "../src/training/index.ts";
import { dataDir, weightsDir } from "../test/weights.ts";

if (!existsSync(dataDir)) {
  console.log(`skipped: ${dataDir} is absent`);
  process.exit(0);
}
const python = process.env.QINGHAO_PYTHON ?? "python3";
const seeds = [1, 2, 3, 4, 5];

async function measurePeer(folder: string): Promise<Peer | null> {
  try {
    return await obtainPeer({ kind: "run", python }, await readEndpointData(dataDir, folder), seeds);
  } catch (thrown) {
    console.log(`peer skipped: ${thrown instanceof Error ? thrown.message.split("\n")[0] : String(thrown)}`);
    return null;
  }
}

const results = [];
for (const { id, evidence } of endpoints) {
  const { test, reproduced, commit } = await validateEndpoint({ endpoint: id, weightsDir, dataDir });
  const peer = await measurePeer(evidence.folder);
  const { mae, rmse, r2, spearman, coverage, meanWidth, inDomain, outOfDomain } = test.ensemble;
  console.log(
    `${id}: test MAE ${test.meanMae.toFixed(3)} +- ${test.sdMae.toFixed(3)} (5 seeds), ensemble ${mae.value.toFixed(3)} [${mae.lo.toFixed(3)}, ${mae.hi.toFixed(3)}]`,
  );
  console.log(
    `  RMSE ${rmse.toFixed(3)}  R2 ${r2.toFixed(3)}  Spearman ${spearman.toFixed(3)}  90 % interval covers ${(100 * coverage).toFixed(1)} %, mean width ${meanWidth.toFixed(2)}`,
  );
  console.log(
    `  in domain ${inDomain.n} MAE ${inDomain.mae.toFixed(3)}, outside ${outOfDomain.n} MAE ${outOfDomain.mae.toFixed(3)}; manifest reproduced: ${reproduced}`,
  );
  if (peer)
    console.log(
      `  ${peer.name} ${peer.version}: ${peer.meanMae.toFixed(3)} +- ${peer.sdMae.toFixed(3)} (${peer.features.en})`,
    );
  results.push({ endpoint: id, commit, reproduced, test, peer });
}
writeBenchReport(import.meta.dirname, { results }, "accuracy");
process.exit(0);
