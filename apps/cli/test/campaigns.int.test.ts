import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeUpPocket } from "@qinghao/testing";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, startInstallation } from "./installation.ts";
import { looksLikeStack, runCli } from "./run-cli.ts";

let installation: Installation;
let folder: string;
const rows = (text: string): Record<string, string>[] => parse(text, { columns: true });
const run = (...args: string[]) => runCli([...args, "--server", installation.url]);
const json = async (...args: string[]) => {
  const result = await run(...args, "--json");
  expect([result.code, result.stderr.split("\n").filter((line) => line.startsWith("qinghao:"))]).toEqual([0, []]);
  return JSON.parse(result.stdout);
};
const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
const refused = async (...args: string[]) => {
  const { code, stderr } = await run(...args);
  expect(stderr).not.toSatisfy(looksLikeStack);
  return { code, stderr };
};

beforeAll(async () => {
  [installation, folder] = await Promise.all([startInstallation(), mkdtemp(join(tmpdir(), "qinghao-cli-campaigns-"))]);
  const list = await write("list.smi", "OC(=O)c1ccccc1 benzoic\nCC(C)O isopropanol\nCc1ccncc1 picoline\nCCO ethanol\n");
  await json("import", list, "--project", "pocket", "--create");
});
afterAll(async () => {
  await installation?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe("qinghao receptors and campaigns", () => {
  it("register a structure, screen a project against it, and bring the hits home", async () => {
    const file = await write("pocket.pdb", madeUpPocket());
    const known = ["--project", "pocket", "--ligand", "A:BEN900"];
    const added = await json("receptors", "add", file, ...known, "--name", "made up", "--ph", "7");
    expect(added).toMatchObject({ name: "made up", fileName: "pocket.pdb", hasReference: true, selection: { pH: 7 } });
    expect((await run("receptors", "list", "--project", "pocket")).stdout).toContain(`${added.id}  `);

    const settings = { receptor: added.id, exhaustiveness: 1, poses: 2 };
    const stages = [
      { method: "similarity", settings: { actives: ["OC(=O)c1ccccc1"] }, keep: { atMost: 2 } },
      { method: "docking", settings, keep: {} },
    ];
    const plan = await write("plan.json", JSON.stringify({ stages, seed: 7, name: "first" }));
    const poses = join(folder, "hits.sdf");
    const begun = await run("campaigns", "start", plan, "--project", "pocket", "-o", poses, "--lang", "zh");
    expect([begun.code, begun.stderr]).toEqual([0, expect.not.stringContaining("[")]);
    expect(begun.stdout).toContain("completed: 4 个配体，命中 2 个");
    const records = (await readFile(poses, "utf8")).split("$$$$\n").filter((record) => record !== "");
    expect(records).toHaveLength(2);
    for (const record of records) expect(record).toMatch(/<score_kcal_per_mol>\n-?\d/);

    const [campaign] = (await json("campaigns", "list", "--project", "pocket")).rows;
    expect(campaign).toMatchObject({ name: "first", seed: 7, state: "completed", hits: 2, total: 4 });
    const table = rows((await run("campaigns", "get", campaign.id, "-o", "-")).stdout);
    expect(table.map(({ rank }) => rank)).toEqual(["1", "2"]);
    expect(Number(table[0]!.score_2_docking)).toBeLessThanOrEqual(Number(table[1]!.score_2_docking));
    expect((await run("campaigns", "get", campaign.id)).stdout.split("\n")[3]).toMatch(
      /^2\s+docking\s+done\s+2\s+2\s+0\s+2/,
    );
    const failures = await run("campaigns", "failures", campaign.id, "-o", "-");
    expect(failures.stdout).toBe("stage,compound,name,smiles,code,reason\n");

    expect(await json("campaigns", "watch", campaign.id)).toMatchObject({ id: campaign.id, state: "completed" });
    expect(await refused("campaigns", "pause", campaign.id)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("already ended (completed)"),
    });
    expect(await refused("receptors", "remove", added.id)).toMatchObject({ code: 1 });
  });

  it("tells of a ligand without a result", async () => {
    await json(
      "import",
      await write("impossible.smi", "C1C[C@@H]2CC[C@@H]1C2 impossible\n"),
      "--project",
      "strained",
      "--create",
    );
    const added = await json(
      ...["receptors", "add", await write("box.pdb", madeUpPocket()), "--project", "strained"],
      ...["--center", "0,0,0", "--size", "12,12,12"],
    );
    const stages = [{ method: "docking", settings: { receptor: added.id, exhaustiveness: 1 }, keep: {} }];
    const plan = await write("strained.json", JSON.stringify({ stages }));
    const { id, name, stages: seen } = await json("campaigns", "start", plan, "--project", "strained", "--watch");
    expect([name, seen[0].progress.failed]).toEqual(["strained", 1]);
    const failures = rows((await run("campaigns", "failures", id, "-o", "-")).stdout);
    expect(failures).toMatchObject([
      { stage: "1", name: "impossible", reason: expect.stringContaining("stereochemistry") },
    ]);
  });

  it("says what is wrong with a plan, a box or a ligand", async () => {
    const broken = await write("broken.json", '{"stages": [');
    expect(await refused("campaigns", "start", broken, "--project", "pocket")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("holds no plan of a campaign"),
    });
    const list = await write("array.json", "[]");
    expect((await refused("campaigns", "start", list, "--project", "pocket")).stderr).toContain("not an object");
    const stageless = await write("stageless.json", '{"stages": [], "seed": -1}');
    const wrong = await refused("campaigns", "start", stageless, "--project", "pocket");
    expect(wrong.stderr).toContain("stages");
    expect(wrong.stderr).toContain("seed");
    const file = join(folder, "pocket.pdb");
    const half = await refused("receptors", "add", file, "--project", "pocket", "--center", "0,0,0");
    expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining("--size") });
    const boxless = await refused("receptors", "add", file, "--project", "pocket");
    expect(boxless.code).toBe(1);
    const twice = ["--ligand", "A:BEN900", "--autobox", file];
    expect(await refused("receptors", "add", file, "--project", "pocket", ...twice)).toMatchObject({ code: 2 });
    expect((await run("campaigns", "methods")).stdout).toMatch(/^docking\s+\S/m);
  });
});
