import { execFileSync } from "node:child_process";
import { type PeerSource, trainEndpoint } from "@qinghao/properties/training";
import { checkEndpoints } from "../endpoints.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import type { TrainModelOptions } from "./models.command.ts";
import { maeText } from "./show-models.ts";

/** `qinghao models train`: minutes of one core. */
export async function trainModel(io: Io, id: string, options: TrainModelOptions): Promise<void> {
  const [endpoint] = checkEndpoints([id]);
  let shownStage = "";
  const manifest = await trainEndpoint({
    endpoint: endpoint!,
    dataDir: options.data,
    outDir: options.output,
    seeds: options.seeds,
    version: options.version,
    commit: commitOfCheckout(),
    peer: peerSource(io, options),
    signal: io.signal,
    onProgress: ({ stage, done, total }) => {
      if (io.stderr.isTTY) io.stderr.write(`\r\u001b[2K${stage} ${done} / ${total}`);
      else if (stage !== shownStage) io.stderr.write(`${stage}\n`);
      shownStage = stage;
    },
  });
  if (io.stderr.isTTY) io.stderr.write("\r\u001b[2K");
  if (options.json) return printJson(io, manifest);
  const { meanMae, perSeed } = manifest.test;
  const { peer } = manifest;
  const beside = peer === null ? "" : `; ${peer.name} ${peer.version} ${peer.meanMae.toFixed(3)}`;
  await writeFully(
    io.stdout,
    `${manifest.id} ${manifest.version}: test MAE ${meanMae.toFixed(3)} (mean of ${perSeed.length} seeds), shipped model ${maeText(manifest)}${beside}\n`,
  );
}

function peerSource(io: Io, { withPeer, peer }: TrainModelOptions): PeerSource | undefined {
  if (peer !== undefined) return { kind: "file", path: peer };
  return withPeer ? { kind: "run", python: io.env.QINGHAO_PYTHON ?? "python3" } : undefined;
}

/** The commit that the training code stands at, marked when files differ from it; undefined outside a checkout. */
function commitOfCheckout(): string | undefined {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"], {
      cwd: import.meta.dirname,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}
