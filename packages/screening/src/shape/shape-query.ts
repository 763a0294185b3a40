import { type ChemKit, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { type ConformerKernel, conformerRecord, generateConformers } from "@qinghao/docking/conformers";
import { readPose } from "@qinghao/docking/poses";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { screeningErrors } from "../errors.ts";
import { type PlacedShape, placeShape, shapePlan } from "./placed-shape.ts";

export type ShapeQuery = {
  readonly shapes: readonly PlacedShape[];
  /** An SD record of each conformer: what overlaid molecules lie over. */
  readonly records: readonly string[];
};

/** How conformers of a query that has none are made. */
export type QueryConformers = { readonly count: number; readonly seed: number };

/**
 * A molblock in space is the query as it is, a bound ligand for example. Of a SMILES, or a molblock drawn flat, conformers are
 * made; the same seed gives the same. Errors: those of parsing, `docking.pose.coordinates`, those of `generateConformers`
 */
export function readShapeQuery(
  kit: ChemKit,
  kernel: ConformerKernel,
  text: string,
  options: QueryConformers,
): Result<ShapeQuery, QinghaoError> {
  if (text.includes("\n")) {
    const read = readPose(kit, text);
    if (!read.ok) return read;
    const { graph, positions } = read.value;
    if (positions.some((value, at) => at % 3 === 2 && value !== 0)) {
      const molblock = text.slice(0, text.indexOf("M  END"));
      return ok({ shapes: [placeShape(shapePlan(graph), positions)], records: [`${molblock}M  END\n$$$$\n`] });
    }
  }
  const parsed = withMolecule(kit, text, spatialGraph);
  if (!parsed.ok) return parsed;
  const graph = parsed.value;
  if (graph === null) return err(screeningErrors.create("row.failed"));
  const made = generateConformers(kernel, graph, options);
  if (!made.ok) return made;
  const plan = shapePlan(graph);
  return ok({
    shapes: made.value.map(({ positions }) => placeShape(plan, positions)),
    records: made.value.map(({ positions }, at) => conformerRecord(graph, positions, "", { query_conformer: at + 1 })),
  });
}
