import { type MolView, spatialGraph } from "@qinghao/chemistry";
import { conformerRecord, generateConformers } from "@qinghao/docking/conformers";
import { unwrap } from "@qinghao/kernel";
import { z } from "zod";
import { screeningErrors } from "../errors.ts";
import { applyTransform, bestOverlay } from "../shape/overlay.ts";
import { placeShape, shapePlan } from "../shape/placed-shape.ts";
import { readShapeQuery } from "../shape/shape-query.ts";
import { failed, forEachMolecule } from "./for-each-molecule.ts";
import { defineMethod, type LigandOutcome } from "./method.ts";

const settings = z.object({
  /** A known active: a molblock in space, as it is bound for example, or a SMILES of which conformers are made. */
  query: z.string().min(1).max(200_000),
  /** Conformers of the query where it comes without coordinates in space. */
  queryConformers: z.number().int().min(1).max(50).default(5),
  /** Conformers of each ligand. */
  conformers: z.number().int().min(1).max(100).default(10),
  /** Share of colour (hydrogen bonds, charges, rings, hydrophobes) beside volume. */
  colourWeight: z.number().min(0).max(1).default(0.5),
  /** Score from which a ligand passes. */
  atLeast: z.number().min(0).max(1).default(0),
});
export type ShapeSettings = z.infer<typeof settings>;

/**
 * Lays conformers of each ligand over a query by Gaussian volume and colour. The pose is the best conformer as it lies over the
 * query's, which `readShapeQuery` gives for the same seed.
 */
export const shape = defineMethod<ShapeSettings>({
  id: "shape",
  name: { en: "Shape and pharmacophore overlay", zh: "三维形状与药效团叠合" },
  score: { en: "mean Tanimoto coefficient of volume and colour", zh: "体积与药效团 Tanimoto 系数的均值" },
  better: "higher",
  shardSize: 100,
  accelerated: false,
  settings: settings as z.ZodType<ShapeSettings>,
  async open(kit, { query, queryConformers, conformers, colourWeight, atLeast }, seed) {
    // Only here, so that the list of methods can be read where there are no kernels.
    const [{ loadShapeKernel }, { loadConformerKernel }] = await Promise.all([
      import("../node/load-shape-kernel.ts"),
      import("@qinghao/docking/conformers/node"),
    ]);
    const [shapes, embedding] = await Promise.all([loadShapeKernel(), loadConformerKernel()]);
    const known = unwrap(readShapeQuery(kit, embedding, query, { count: queryConformers, seed }));
    const score = (mol: MolView): LigandOutcome => {
      const graph = spatialGraph(mol);
      if (graph === null) return failed(screeningErrors.create("row.failed"));
      const made = generateConformers(embedding, graph, { count: conformers, seed });
      if (!made.ok) return failed(made.error);
      const plan = shapePlan(graph);
      const placed = made.value.map(({ positions }) => placeShape(plan, positions));
      const best = bestOverlay(shapes, known.shapes, placed, { colourWeight });
      const positions = applyTransform(best.transform, made.value[best.conformer]!.positions);
      const poses = conformerRecord(graph, positions, "", {
        shape_tanimoto: best.shape.toFixed(4),
        colour_tanimoto: best.colour.toFixed(4),
        query_conformer: best.query + 1,
      });
      return { ok: true, score: best.score, passes: best.score >= atLeast, poses };
    };
    return (ligands) => forEachMolecule(kit, ligands, score);
  },
});
