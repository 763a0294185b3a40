import { type ChemKit, spatialGraph, withMolecule } from "@qinghao/chemistry";
import { err } from "@qinghao/kernel";
import { type ConformerKernel, conformerRecord, generateConformers } from "../../conformers/index.ts";
import { dockingErrors } from "../../errors.ts";
import type { Embed } from "./prepare-smiles.ts";

/** Embeds a SMILES as the first conformer of the seed. Errors: those of parsing and of `generateConformers`. */
export const embedConformer =
  (kit: ChemKit, kernel: ConformerKernel, seed: number, name = ""): Embed =>
  (smiles) => {
    const graph = withMolecule(kit, smiles, spatialGraph);
    if (!graph.ok) return graph;
    if (graph.value === null) return err(dockingErrors.create("conformer.no_parameters"));
    const made = generateConformers(kernel, graph.value, { count: 1, seed });
    if (!made.ok) return made;
    return { ok: true, value: conformerRecord(graph.value, made.value[0]!.positions, name, {}) };
  };
