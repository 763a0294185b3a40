import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { looksLikeStack, runCli } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-models-"));
  const rows = Array.from({ length: 5 }, (_, i) => `m${i},${"C".repeat(i + 1)}O,${i}`);
  for (const name of ["train_val.csv", "test.csv"]) {
    await writeFile(join(folder, name), `Drug_ID,Drug,Y\n${rows.join("\n")}\n`);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const train = (...more: string[]) => ["models", "train", "lipophilicity", "--data", folder, "-o", folder, ...more];

describe("qinghao models", () => {
  it("takes the version of a model for that, and says what the peer lacks before it trains", async () => {
    const env = { QINGHAO_PYTHON: join(folder, "no-python") };
    const result = await runCli(train("--version", "2", "--with-peer"), { env });
    expect(result.code).toBe(1);
    expect(result.stdout).toBe("");
    expect(result.stderr).toMatch(/The peer program does not run with .*no-python/);
    expect(result.stderr).not.toSatisfy(looksLikeStack);
  });

  it("refuses a peer's file that is none, and two sources of one figure", async () => {
    const bad = await runCli(train("--peer", join(folder, "test.csv")));
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/The peer's result .*test\.csv cannot be used/);
    expect((await runCli(train("--peer", "peer.json", "--with-peer"))).code).toBe(2);
  });

  it("shows how a model was made, in the reader's language", async () => {
    const english = await runCli(["models", "show", "lipophilicity"]);
    expect(english.stdout).toMatch(/Cross-conformal: residuals of 5-fold/);
    expect(english.stdout).toMatch(/LightGBM \d+\.\d+\.\d+: 0\.\d+ ± 0\.\d+/);
    const chinese = await runCli(["models", "show", "lipophilicity", "--lang", "zh"]);
    expect(chinese.stdout).toMatch(/交叉保形预测/);
    expect(chinese.stdout).not.toMatch(/Cross-conformal/);
  });
});
