import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type DiagramNames,
  diagramSvg,
  InteractionFinder,
  interactionDiagram,
  interactionKinds,
  readSurroundings,
} from "../../src/poses/index.ts";
import { hasSharedPoses, posesOf, readText } from "./shared-poses.ts";

let kit: ChemKit;
beforeAll(async () => {
  kit = await loadChemKit();
});

const names = Object.fromEntries(interactionKinds.map((kind) => [kind, `<${kind}>`])) as DiagramNames;

describe.skipIf(!hasSharedPoses).each([
  ["1iep", "1iep_ligand.sdf"],
  ["5x72", "5x72_ligand_p59.sdf"],
  ["1uw6", "1uw6_ligand.sdf"],
])("the diagram of %s", (folder, ligand) => {
  const draw = async () => {
    const [pose] = await posesOf(kit, readText("vina_examples", folder, ligand));
    const receptor = readText("vina_examples", folder, `${folder}_receptorH.pdb.gz`);
    const surroundings = unwrap(readSurroundings(receptor, "receptor.pdb"));
    const interactions = new InteractionFinder(surroundings).find(pose!);
    return { interactions, diagram: unwrap(interactionDiagram(kit, pose!, surroundings, interactions, "light")) };
  };

  test("shows every residue once, inside the picture, none on another or on the ligand's middle", async () => {
    const { diagram, interactions } = await draw();
    const { residues, width, height, ligand: part } = diagram;
    const touched = new Set(interactions.map(({ residue }) => `${residue.chain}:${residue.residue}${residue.number}`));
    expect(new Set(residues.map(({ key }) => key))).toEqual(touched);
    for (const [i, a] of residues.entries()) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
      expect(a.y + a.height / 2).toBeLessThanOrEqual(height);
      for (const b of residues.slice(0, i)) {
        const isApart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect(isApart, `${a.label} and ${b.label}`).toBe(true);
      }
    }
    expect(part.x + part.width).toBeLessThanOrEqual(width);
  });

  test("joins each residue to the ligand by a line that ends at its rim", async () => {
    const { diagram } = await draw();
    for (const { key, x, y, width, height } of diagram.residues) {
      const lines = diagram.lines.filter(({ residue }) => residue === key);
      expect(lines.length).toBeGreaterThan(0);
      for (const { to } of lines) {
        const [onSide, onTop] = [Math.abs(to[0] - x) - width / 2, Math.abs(to[1] - y) - height / 2];
        expect(Math.max(onSide, onTop)).toBeCloseTo(0, 0);
      }
    }
    expect(diagram.kinds).toEqual(interactionKinds.filter((kind) => diagram.lines.some((line) => line.kind === kind)));
  });

  test("is the same every time, and a whole SVG document with its names escaped", async () => {
    const [one, other] = [(await draw()).diagram, (await draw()).diagram];
    expect(other).toEqual(one);
    const svg = diagramSvg(one, names);
    expect(svg.match(/<svg/g)).toHaveLength(2);
    expect(svg).toContain(`&lt;${one.kinds[0]}&gt;`);
    expect(svg).not.toContain(`<${one.kinds[0]}>`);
    expect(svg).not.toContain("<ellipse");
  });
});
