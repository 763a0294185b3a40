import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "./run-here.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-"));
  await writeFile(join(folder, "receptor.pdbqt"), cup());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A cup of carbons with an oxygen here and there, 7 Å around the origin and open at the top. */
function cup(): string {
  const lines: string[] = [];
  for (let step = 0; step < 90; step++) {
    const height = -1 + (1.5 * step) / 90;
    const across = Math.sqrt(1 - height * height);
    const turn = 2.399963 * step;
    const place = [7 * across * Math.cos(turn), 7 * across * Math.sin(turn), 7 * height];
    const type = step % 7 === 3 ? "OA" : "C ";
    const at = place.map((value) => value.toFixed(3).padStart(8)).join("");
    lines.push(
      `ATOM  ${String(step + 1).padStart(5)}  ${type[0]}   CUP A${String(step + 1).padStart(4)}    ${at}  1.00  0.00     0.000 ${type}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

const box = ["--center", "0,0,0", "--size", "16,16,16"];

async function dock(name: string, text: string, args: readonly string[]) {
  const [ligands, out] = [join(folder, name), join(folder, "out.sdf")];
  await writeFile(ligands, text);
  await rm(out, { force: true });
  const command = ["dock", "--receptor", join(folder, "receptor.pdbqt"), "--ligands", ligands, "-o", out];
  const result = await runHere([...command, "--exhaustiveness", "1", ...args], {});
  const sdf = await readFile(out, "utf8").catch(() => null);
  return { ...result, sdf, records: sdf?.split("$$$$\n").slice(0, -1) ?? [] };
}

const field = (record: string, name: string) => new RegExp(`> {2}<${name}>\\n(.*)`).exec(record)?.[1];
const place = (line: string) => [line.slice(0, 10), line.slice(10, 20), line.slice(20, 30)].map(Number);
const elementsOf = (record: string) =>
  record
    .split("\n")
    .slice(4, 4 + Number(record.split("\n")[3]!.slice(0, 3)))
    .map((line) => line.slice(31, 33).trim());

describe("dock", () => {
  it("writes ranked poses of each ligand and lists what failed with its row and reason", async () => {
    const { code, stderr, records } = await dock("in.smi", "OCCc1ccccc1 alcohol\nC1CC broken\nCC(=O)NC.Cl amide\n", [
      ...box,
      "--cpu",
      "1",
    ]);
    expect(stderr).toMatch(/row 2: A ring closure is opened/);
    expect(stderr).toMatch(/3 ligands in .*, 1 failed/);
    expect(code).toBe(0);
    expect(new Set(records.map((record) => [record.split("\n")[0], field(record, "ligand_row")].join()))).toEqual(
      new Set(["alcohol,1", "amide,3"]),
    );
    for (const row of ["1", "3"]) {
      const own = records.filter((record) => field(record, "ligand_row") === row);
      expect(own.map((record) => field(record, "pose_rank"))).toEqual(own.map((_, index) => String(index + 1)));
      const scores = own.map((record) => Number(field(record, "score_kcal_per_mol")));
      for (const score of scores) expect(score).toBeLessThan(-1);
    }
    // Atoms of the input first and in its order, all of them inside of the cup.
    const heavy = elementsOf(records[0]!).slice(0, 9);
    expect(heavy).toEqual(["O", "C", "C", "C", "C", "C", "C", "C", "C"]);
    for (const line of records[0]!.split("\n").slice(4, 13)) expect(Math.hypot(...place(line))).toBeLessThan(9);
  });

  it("docks a ligand in the forms of a pH and keeps the best of them", async () => {
    const text = "CC(=O)O acid\nCC(O)CN open\n";
    const forms = ["--ph", "7.4", "--stereoisomers", "2", "--tautomers", "2"];
    const { code, records } = await dock("in.smi", text, [...box, ...forms]);
    expect(code).toBe(0);
    const formOf = (row: string) =>
      new Set(records.filter((one) => field(one, "ligand_row") === row).map((one) => field(one, "docked_form")));
    expect(formOf("1")).toEqual(new Set(["CC(=O)[O-]"]));
    const [open, ...others] = formOf("2");
    expect(others).toEqual([]);
    expect(["C[C@H](O)C[NH3+]", "C[C@@H](O)C[NH3+]"]).toContain(open);
    const alone = await dock("in.smi", `${open} alone\n`, [...box, "--ph", "7.4"]);
    expect(field(alone.records[0]!, "score_kcal_per_mol")).toBe(
      field(records.find((one) => field(one, "ligand_row") === "2")!, "score_kcal_per_mol"),
    );
  });

  it("says why it cannot charge a ligand with atoms, and what options belong together", async () => {
    const made = await dock("in.smi", "OCCc1ccccc1\n", box);
    const charged = await dock("in.sdf", `${made.records[0]}$$$$\n`, [...box, "--ph", "7"]);
    expect(charged.stderr).toMatch(/row 1: It is given with its atoms and charges/);
    expect(charged.code).toBe(3);
    for (const wrong of [
      ["--tautomers", "2"],
      ["--ph", "7", "--score-only"],
    ]) {
      const { code, stderr } = await dock("in.smi", "CCO\n", [...box, ...wrong]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("ask for --ph as well")]);
    }
  });

  it("gives the same bytes on any number of threads", async () => {
    const text = "OCCc1ccccc1 a\nCC(=O)NC b\nNCCO c\n";
    const [one, two] = [
      await dock("in.smi", text, [...box, "--cpu", "1"]),
      await dock("in.smi", text, [...box, "--cpu", "2"]),
    ];
    expect(one.records.length).toBeGreaterThan(2);
    expect(two.sdf).toBe(one.sdf);
  });

  it("scores the poses of the input as they are, and puts a box around a ligand", async () => {
    const docked = await dock("in.smi", "CC(=O)NC amide\n", [...box, "--cpu", "1", "--poses", "2"]);
    const scored = await dock("in.sdf", docked.sdf!, ["--score-only"]);
    expect(scored.code).toBe(0);
    const score = (record: string) => Number(field(record, "score_kcal_per_mol"));
    // Places are written with four digits.
    expect(Math.abs(score(scored.records[0]!) - score(docked.records[0]!))).toBeLessThan(0.01);
    await writeFile(join(folder, "around.sdf"), docked.sdf!);
    const again = await dock("in.sdf", docked.sdf!, [
      "--autobox",
      join(folder, "around.sdf"),
      "--cpu",
      "1",
      "--poses",
      "1",
    ]);
    expect(again.records.map((record) => field(record, "ligand_row"))).toEqual(
      docked.records.map((_, index) => String(index + 1)),
    );
    expect(score(again.records[0]!)).toBeLessThan(score(docked.records[0]!) + 0.3);
  });

  it("says what is wrong with the command line", async () => {
    const noBox = await dock("in.smi", "CCO\n", []);
    expect([noBox.code, noBox.sdf]).toEqual([2, null]);
    expect(noBox.stderr).toMatch(/--autobox/);
    const noTriple = await dock("in.smi", "CCO\n", ["--center", "1,2", "--size", "16,16,16"]);
    expect(noTriple.code).toBe(2);
  });

  it("ends with 3 where nothing could be read", async () => {
    const { code, sdf } = await dock("in.smi", "C1CC broken\n", [...box, "--cpu", "1"]);
    expect([code, sdf]).toEqual([3, ""]);
    const missing = await runHere(
      [
        "dock",
        "--receptor",
        join(folder, "no.pdb"),
        "--ligands",
        join(folder, "in.smi"),
        ...box,
        "-o",
        join(folder, "x.sdf"),
      ],
      {},
    );
    expect([missing.code, missing.stderr.includes("no.pdb")]).toEqual([3, true]);
  });
});
