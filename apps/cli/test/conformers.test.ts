import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runHere } from "./run-here.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function conformers(text: string, args: string[] = [], name = "in.smi") {
  const [input, out] = [join(folder, name), join(folder, "out.sdf")];
  await writeFile(input, text);
  await rm(out, { force: true });
  const result = await runHere(["conformers", input, "-o", out, "--cpu", "1", ...args], {});
  return { ...result, sdf: await readFile(out, "utf8").catch(() => null) };
}

it("writes conformers in order and lists what failed with its row and reason", async () => {
  const { code, sdf, stderr } = await conformers("CC(=O)O acid\nC1CC broken\nN[C@@H](C)C(=O)O alanine\n", [
    "--count",
    "2",
  ]);
  expect(code).toBe(0);
  const records = sdf!.split("$$$$\n").slice(0, -1);
  expect(records.map((record) => [record.split("\n")[0], /> {2}<row>\n(\d+)/.exec(record)?.[1]])).toEqual([
    ["acid", "1"],
    ["acid", "1"],
    ["alanine", "3"],
    ["alanine", "3"],
  ]);
  // Acetic acid has 8 atoms with its hydrogens; those of the input come first.
  const lines = records[0]!.split("\n");
  expect(lines[3]!.slice(0, 6)).toBe("  8  7");
  expect(lines.slice(4, 12).map((line) => line.slice(31, 33).trim())).toEqual(["C", "C", "O", "O", "H", "H", "H", "H"]);
  expect(stderr).toMatch(/row 2: A ring closure is opened/);
  expect(stderr).toMatch(/3 molecules in .*, 1 failed/);
});

it("gives the same bytes for the same seed", async () => {
  const [first, second, other] = [
    await conformers("CCCCN(C)C(=O)c1ccccc1\n", ["--seed", "5"]),
    await conformers("CCCCN(C)C(=O)c1ccccc1\n", ["--seed", "5"]),
    await conformers("CCCCN(C)C(=O)c1ccccc1\n", ["--seed", "6"]),
  ];
  expect(first.sdf).not.toBeNull();
  expect(second.sdf).toBe(first.sdf);
  expect(other.sdf).not.toBe(first.sdf);
});

it("says in both languages that no row gave one", async () => {
  const { code, stderr } = await conformers("C1CC\n");
  expect(code).toBe(3);
  expect(stderr).toMatch(/No row of .*in\.smi gave a conformer/);
  const chinese = await conformers("C1CC\n", ["--lang", "zh"]);
  expect(chinese.stderr).toMatch(/第 1 行：/);
  expect(chinese.stderr).toMatch(/没有任何一行生成构象/);
});
