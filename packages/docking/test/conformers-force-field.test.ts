import { readFile } from "node:fs/promises";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedUff } from "../src/conformers/force-field.ts";
import { generateConformers } from "../src/conformers/index.ts";
import type { Stage } from "../src/conformers/kernel.ts";
import { loadConformerKernel } from "../src/conformers/node.ts";
import { topologyOf } from "../src/conformers/topology.ts";
import { knownTorsions } from "../src/conformers/torsion-rules.ts";
import { forceFieldInput, graphOf, withFourth } from "./conformers-open.ts";

type Golden = { source: string; molecules: { smiles: string; energyKcalPerMol: number; positions: number[] }[] };

const golden = JSON.parse(await readFile(new URL("./golden/conformers-uff.json", import.meta.url), "utf8")) as Golden;
const [kit, kernel] = await Promise.all([loadChemKit(), loadConformerKernel()]);

describe(`energies equal those of ${golden.source}`, () => {
  it.each(golden.molecules)("$smiles", ({ smiles, energyKcalPerMol, positions }) => {
    kernel.load(forceFieldInput(graphOf(kit, smiles), publishedUff));
    kernel.place(withFourth(positions));
    expect(kernel.measure("complete").value).toBeCloseTo(energyKcalPerMol, 3);
  });
});

describe("gradients are the slopes of their energies", () => {
  const molecules = ["CC(=O)Nc1ccccc1S(C)(=O)=O", "CC1CC=CC1OP(C)C", "OCC#CC[N+](C)(C)C"];
  const stages: Stage[] = ["embedded", "flattened", "relaxed", "cleaned", "complete"];
  it.each(stages.flatMap((stage) => molecules.map((smiles) => ({ stage, smiles }))))("$stage of $smiles", (given) => {
    const graph = graphOf(kit, given.smiles);
    const [conformer] = unwrap(generateConformers(kernel, graph, { count: 1, seed: 1 }));
    const start = withFourth(conformer!.positions);
    const topology = topologyOf(graph)!;
    kernel.load(forceFieldInput(graph, { ...publishedUff, knownTorsions: (bond) => knownTorsions(topology, bond) }));
    kernel.smooth();
    const size = start.length;
    const shift = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(fc.array(shift, { minLength: size, maxLength: size }), fc.nat(size - 1), (shifts, at) => {
        const position = start.map((value, i) => value + shifts[i]!);
        kernel.place(position);
        const slope = kernel.measure(given.stage).gradient[at]!;
        const step = 1e-5;
        const [ahead, behind] = [step, -step].map((move) => {
          kernel.place(position.map((value, i) => (i === at ? value + move : value)));
          return kernel.measure(given.stage).value;
        });
        // What rounding leaves of a difference of large energies.
        const noise = (1e-13 * Math.abs(ahead!)) / step;
        expect(Math.abs((ahead! - behind!) / (2 * step) - slope)).toBeLessThan(1e-3 + noise + 1e-4 * Math.abs(slope));
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });
});

it("minimising lowers the energy and ends where it is flat", () => {
  const { smiles, positions } = golden.molecules.find((molecule) => molecule.smiles === "CCO")!;
  kernel.load(forceFieldInput(graphOf(kit, smiles), publishedUff));
  kernel.place(withFourth(positions));
  const before = kernel.measure("complete").value;
  const after = kernel.minimise("complete", 1000);
  expect(after).toBeLessThan(before);
  expect(Math.max(...kernel.measure("complete").gradient.map(Math.abs))).toBeLessThan(0.05);
});
