import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { beforeAll, describe, expect, test } from "vitest";
import { loadConformerKernel } from "../../src/conformers/node.ts";
import { checkPose, StrainGauge } from "../../src/poses/index.ts";
import { hasSharedPoses, posesOf, readText } from "./shared-poses.ts";

let kit: ChemKit;
let gauge: StrainGauge;
beforeAll(async () => {
  kit = await loadChemKit();
  gauge = new StrainGauge(kit, await loadConformerKernel());
});

/**
 * PoseBusters 0.6.5 with RDKit 2026.9.1: energy of the pose in UFF, and its multiple of the mean of 50 conformers. Where
 * the file has no hydrogens both programs find places for them, each its own.
 */
const golden: [string, readonly string[], number, number, number][] = [
  ["1iep, all hydrogens", ["vina_examples", "1iep", "1iep_ligand.sdf"], 161.42036484952146, 1.6364666932591112, 1e-9],
  ["5x72", ["vina_examples", "5x72", "5x72_ligand_p59.sdf"], 92.42863837783598, 1.772765173098976, 1e-3],
  ["1uw6", ["vina_examples", "1uw6", "1uw6_ligand.sdf"], 40.594459328874855, 1.2724574561741575, 1e-3],
  [
    "1MMV, wound up",
    ["posebusters_examples", "1MMV_3AR", "1MMV_3AR_tankbind.sdf"],
    565.1405213359849,
    30.443939752918293,
    1e-2,
  ],
];
describe.skipIf(!hasSharedPoses)("strain", () => {
  test.each(golden)("%s", async (_name, file, energy, ratio, tolerance) => {
    const [pose] = await posesOf(kit, readText(...file));
    const strain = gauge.measure(pose!)!;
    expect(Math.abs(strain.energy / energy - 1)).toBeLessThan(tolerance);
    expect(Math.abs(strain.ratio / ratio - 1)).toBeLessThan(0.1);
    expect(gauge.measure(pose!)).toEqual(strain);
  });

  test("more than a hundred times the relaxed energy fails, thirty times passes", async () => {
    const outcomeOf = async (folder: string, file: string) => {
      const [pose] = await posesOf(kit, readText("posebusters_examples", folder, file));
      const { outcomes } = checkPose({ pose: pose!, surroundings: null, references: [], strain: gauge });
      return outcomes.get("internal_energy")!.passes;
    };
    expect(await outcomeOf("6YR2_T1C", "6YR2_T1C_tankbind.sdf")).toBe(false);
    expect(await outcomeOf("1MMV_3AR", "1MMV_3AR_tankbind.sdf")).toBe(true);
  });
});
