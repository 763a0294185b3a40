import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { looksLikeStack, runCli } from "./run-cli.ts";

vi.setConfig({ testTimeout: 120_000 });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-pose-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ethanol above an alanine; the second record's coordinates are words. */
const ethanol = (shift: number, coordinate = "") =>
  [
    "ethanol",
    "  test                3D",
    "",
    "  3  2  0  0  0  0  0  0  0  0999 V2000",
    `${(shift + 0).toFixed(4).padStart(10)}    0.0000    4.0000 C   0  0`,
    `${coordinate || (shift + 1.52).toFixed(4).padStart(10)}    0.0000    4.0000 C   0  0`,
    `${(shift + 2).toFixed(4).padStart(10)}    1.3400    4.0000 O   0  0`,
    "  1  2  1  0",
    "  2  3  1  0",
    "M  END",
    "> <pose_rank>",
    "1",
    "",
    "$$$$",
    "",
  ].join("\n");
const alanine = ["N  ", "CA ", "C  ", "O  ", "CB "]
  .map((name, i) => {
    const place = [1.3 * i, i % 2, 0].map((value) => value.toFixed(3).padStart(8)).join("");
    return `ATOM  ${String(i + 1).padStart(5)}  ${name} ALA A   1    ${place}  1.00  0.00           ${name[0]}`;
  })
  .join("\n");

async function check(sdf: string, ...more: string[]) {
  const [poses, receptor, output] = ["poses.sdf", "receptor.pdb", "out.csv"].map((name) => join(folder, name));
  await writeFile(poses!, sdf);
  await writeFile(receptor!, `${alanine}\nEND\n`);
  const result = await runCli([
    "pose",
    "check",
    poses!,
    "--receptor",
    receptor!,
    "-o",
    output!,
    "--no-strain",
    ...more,
  ]);
  const rows: Record<string, string>[] =
    result.code === 0 ? parseCsv(await readFile(output!, "utf8"), { columns: true }) : [];
  return { ...result, rows };
}

it("gives each pose a row with every check, and says which record could not be read and why", async () => {
  const { code, rows, stderr } = await check(ethanol(2) + ethanol(0, " nonsense ") + ethanol(40));
  expect(code).toBe(0);
  expect(rows.map(({ row, valid }) => [row, valid])).toEqual([
    ["1", "pass"],
    ["2", "fail"],
    ["3", "fail"],
  ]);
  expect(rows[0]).toMatchObject({
    name: "ethanol",
    pose_rank: "1",
    bond_lengths: "pass",
    molecular_bonds: "",
    reason: "",
  });
  expect(Number(rows[0]!.protein_ligand_maximum_distance_value)).toBeCloseTo(4, 0);
  expect(rows[1]!.reason).not.toBe("");
  expect(stderr).toMatch(/^2: \S/m);
  expect(rows[2]!.protein_ligand_maximum_distance).toBe("fail");
  expect(looksLikeStack(stderr)).toBe(false);
});

it("compares with a reference: identity and RMSD", async () => {
  const reference = join(folder, "reference.sdf");
  await writeFile(reference, ethanol(2.5));
  const { rows } = await check(ethanol(2) + ethanol(40), "--reference", reference);
  expect(rows[0]).toMatchObject({ molecular_bonds: "pass", rmsd_within_2: "pass", rmsd_within_2_value: "0.5" });
  expect(rows[1]).toMatchObject({ rmsd_within_2: "fail", rmsd_within_2_value: "37.5", aligned_rmsd: "0" });
});

it("ends with 3 where receptor or poses cannot be read, and with 2 where the input would be overwritten", async () => {
  const missing = await runCli(["pose", "check", join(folder, "poses.sdf"), "--receptor", "nowhere.pdb", "-o", "-"]);
  expect([missing.code, missing.stderr]).toEqual([3, expect.stringContaining("nowhere.pdb")]);
  const poses = join(folder, "poses.sdf");
  const same = await runCli(["pose", "check", poses, "--receptor", join(folder, "receptor.pdb"), "-o", poses]);
  expect(same.code).toBe(2);
});

const shared = new URL("../../../../shared/datasets/docking/posebusters_examples/6YR2_T1C/", import.meta.url);
describe.skipIf(!existsSync(shared))("on a published wrong pose", () => {
  it("measures its strain", async () => {
    // PoseBusters 0.6.5 fails its internal energy: more than a hundred times that of relaxed conformers.
    const text = readFileSync(new URL("6YR2_T1C_tankbind.sdf", shared), "utf8");
    const [poses, receptor, output] = ["wrong.sdf", "receptor.pdb", "wrong.csv"].map((name) => join(folder, name));
    await writeFile(poses!, text);
    await writeFile(receptor!, `${alanine}\nEND\n`);
    const result = await runCli(["pose", "check", poses!, "--receptor", receptor!, "-o", output!]);
    expect(result.code, result.stderr).toBe(0);
    const [row] = parseCsv(await readFile(output!, "utf8"), { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ internal_energy: "fail", bond_lengths: "fail", double_bond_flatness: "fail" });
  });
});
