import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ChemKit, MoleculeGraph } from "@qinghao/chemistry";
import type { QinghaoError, Result } from "@qinghao/kernel";
import type { ConformerKernel } from "../src/conformers/index.ts";
import { bondsByDistance } from "../src/formats/bonds-by-distance.ts";
import { readPdb, readPdbqtLigands, readPdbqtReceptor, writePdbqtReceptor } from "../src/formats/index.ts";
import type { Box, DockingLigand, DockingReceptor } from "../src/index.ts";
import { readPose, symmetricRmsd } from "../src/poses/index.ts";
import {
  boxAroundLigand,
  embedConformer,
  openReceptor,
  poseMolblock,
  prepareLigand,
  withRingConformers,
} from "../src/prepare/index.ts";
import { dockingData, molblocks, readShared } from "./shared-complexes.ts";

/** Atoms and connections, and where they are: what an RMSD looks at. */
export interface Skeleton {
  readonly graph: MoleculeGraph;
  readonly positions: Float64Array;
}

/** One complex with a known pose, and a start that does not tell it. */
export interface RedockingCase {
  readonly set: string;
  readonly id: string;
  readonly receptor: DockingReceptor;
  readonly receptorPdbqt: string;
  readonly start: DockingLigand;
  /** The start as it is docked with a seed: a macrocycle out of SMILES has shapes of its ring. */
  readonly startFor: (seed: number) => DockingLigand;
  /** The start with other shapes of its rings; null where there are none. */
  readonly shaped: DockingLigand | null;
  readonly crystal: Skeleton;
  readonly box: Box;
  /** What each atom of the start is called in its PDBQT file; null where its bond orders are known. */
  readonly types: readonly string[] | null;
  /** A pose with its bond orders; null where they are not known. */
  readonly molblock: ((positions: Float64Array) => string) | null;
  /** What `vina_dock.py` docks. */
  readonly peerFolder: string;
}

export const unwrap = <T>(result: Result<T, QinghaoError>): T => {
  if (!result.ok) throw result.error;
  return result.value;
};

const redocking = "redock_adgpu42";
/** Shapes of rings that ligands out of SMILES are docked in too, at most. */
export const ringConformers = 4;

/** Complexes of the shared sets that have no part here, and why. */
export const leftOut = {
  "vina_examples/1fpu_crossdock": "no crystal pose of this ligand in this receptor",
  "posebusters_examples/1MMV_3AR, 1Q1G_MTI, 6YR2_T1C": "no receptor",
};

/** The redocking set: bond lengths, angles and rings of the crystal; place, orientation and torsions are random. */
export function redockingCases(only?: string): RedockingCase[] {
  const names = readShared(redocking, "ligand_properties.csv")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",")[1]!)
    .filter((name) => only === undefined || name === only);
  return names.map((id) => {
    const receptorPdbqt = readShared(redocking, id, "protein.pdbqt.gz");
    const startText = readShared(redocking, id, "ligand_random_start.pdbqt");
    const crystal = pdbqtLigand(readShared(redocking, id, "ligand_xray.pdbqt"));
    const start = pdbqtLigand(startText);
    return {
      set: redocking,
      id,
      receptor: unwrap(readPdbqtReceptor(receptorPdbqt, id)),
      receptorPdbqt,
      start,
      startFor: () => start,
      shaped: null,
      crystal: skeletonOf(crystal),
      box: boxAroundLigand(crystal),
      types: startText
        .split(/\r?\n/)
        .filter((line) => /^(ATOM|HETATM)/.test(line))
        .map((line) => line.slice(77).trim().split(/\s+/)[0]!),
      molblock: null,
      peerFolder: path.join(dockingData, redocking, id),
    };
  });
}

type Source = {
  readonly set: string;
  readonly id: string;
  readonly folder: string;
  readonly receptor: string;
  /** An SDF of the crystal ligand, or a PDB or PDBQT file and the SMILES of what it holds. */
  readonly ligand: string;
  readonly smiles?: string;
};

const sources: readonly Source[] = [
  { set: "vina_examples", id: "1iep", folder: "1iep", receptor: "1iep_receptor.pdbqt", ligand: "1iep_ligand.sdf" },
  { set: "vina_examples", id: "1uw6", folder: "1uw6", receptor: "1uw6_receptor.pdbqt", ligand: "1uw6_ligand.sdf" },
  ...["p59", "p69"].map((which) => ({
    set: "vina_examples",
    id: `5x72_${which}`,
    folder: "5x72",
    receptor: "5x72_receptor.pdbqt",
    ligand: `5x72_ligand_${which}.sdf`,
  })),
  {
    set: "vina_examples",
    id: "bace1_macrocycle",
    folder: "bace1_macrocycle",
    receptor: "BACE_1_receptor.pdbqt",
    ligand: "BACE_1_ligand.pdbqt",
    smiles: "CCCCNC(=O)[C@H](C)C[C@H](O)[C@@H]1C[C@H](C)CCCCCN(CC)C(=O)c2cc(OCC)cc(c2)C(=O)N1",
  },
  { set: "gnina_test", id: "10gs", folder: "", receptor: "10gs_rec.pdb", ligand: "10gs_lig.sdf" },
  { set: "gnina_test", id: "184l", folder: "", receptor: "184l_rec.pdb", ligand: "184l_lig.sdf" },
  {
    set: "gnina_test",
    id: "3rod",
    folder: "",
    receptor: "3rod_rec.pdb",
    ligand: "3rod_lig.pdb",
    smiles: "[NH3+][C@@H](CCSC[C@H]1O[C@H]([C@H](O)[C@@H]1O)n1cnc2c(N)ncnc12)C(=O)[O-]",
  },
  ...(
    [
      ["1G9V_RQ3", "1G9V_RQ3_protein.pdb"],
      ["1IA1_TQ3", "1IA1_TQ3_no_ligand_no_solvent.pdb"],
      ["1s3v", "1s3v_protein_one_lig_removed.pdb"],
    ] as const
  ).map(([id, receptor]) => ({ set: "posebusters_examples", id, folder: id, receptor, ligand: `${id}_ligand.sdf` })),
];

/**
 * The other shared complexes: the start is a conformer made from the ligand's SMILES, so rings, lengths and angles are not
 * those of the crystal either. `folder` receives what Vina docks; its ligands are written by `redocking_files.py`.
 */
export function otherCases(kit: ChemKit, kernel: ConformerKernel, folder: string) {
  const ligandTasks: { folder: string; start: string; crystal: number[][] }[] = [];
  const cases = sources.map((source): RedockingCase => {
    const crystal = crystalLigand(kit, source);
    const startBlock = unwrap(embedConformer(kit, kernel, 1, source.id)(crystal.smiles)).replace(/\$\$\$\$\s*$/, "");
    const prepared = unwrap(prepareLigand(kit, startBlock, source.id));
    const inShapes = (count: number | null, seed: number) =>
      unwrap(withRingConformers(kit, kernel, prepared, { ringConformers: count, seed })).ligand;
    const shaped = inShapes(ringConformers, 1);
    const file = path.join(source.folder, `${source.receptor}.gz`);
    const opened = unwrap(openReceptor(readShared(source.set, file), source.receptor, {}, crystal.positions)).receptor;
    const receptorPdbqt = source.receptor.endsWith("pdbqt") ? readShared(source.set, file) : writePdbqtReceptor(opened);
    const peerFolder = path.join(folder, source.set, source.id);
    mkdirSync(peerFolder, { recursive: true });
    writeFileSync(path.join(peerFolder, "protein.pdbqt"), receptorPdbqt);
    const start = unwrap(readPose(kit, startBlock));
    const pairs = symmetricRmsd(start, crystal)?.pairs;
    if (pairs === undefined) throw new Error(`${source.id}: the start is another molecule`);
    const places: number[][] = [];
    for (let k = 0; k < pairs.length; k += 2)
      places[pairs[k]!] = [...crystal.positions.subarray(3 * pairs[k + 1]!, 3 * pairs[k + 1]! + 3)];
    ligandTasks.push({ folder: peerFolder, start: startBlock, crystal: places });
    return {
      set: source.set,
      id: source.id,
      receptor: opened,
      receptorPdbqt,
      start: prepared.ligand,
      startFor: (seed) => inShapes(null, seed),
      shaped: (shaped.ringConformers?.length ?? 0) > 0 ? shaped : null,
      crystal,
      box: boxAroundLigand({ elements: crystal.graph.atomicNumber, positions: crystal.positions }),
      types: null,
      molblock: (positions) => poseMolblock(prepared, positions),
      peerFolder,
    };
  });
  return { cases, ligandTasks };
}

function crystalLigand(kit: ChemKit, { set, folder, ligand, smiles }: Source): Skeleton & { readonly smiles: string } {
  const text = readShared(set, path.join(folder, ligand));
  if (smiles === undefined) return unwrap(readPose(kit, molblocks(`${text.trimEnd()}\n`)[0]!.text));
  if (ligand.endsWith(".pdbqt")) return { smiles, ...skeletonOf(pdbqtLigand(text)) };
  const { atoms } = unwrap(readPdb(text, ligand));
  const heavy = atoms.filter(({ atomicNumber }) => atomicNumber > 1);
  const positions = Float64Array.from(heavy.flatMap(({ position }) => [...position]));
  const radii = Float64Array.from(heavy, ({ atomicNumber }) => (atomicNumber === 16 ? 1.05 : 0.76));
  const elements = Uint8Array.from(heavy, ({ atomicNumber }) => atomicNumber);
  return { smiles, ...skeleton(elements, bondsByDistance(positions, radii), positions) };
}

function pdbqtLigand(text: string): DockingLigand {
  return unwrap(readPdbqtLigands(text, "ligand"))[0]!;
}

/** What the RMSD looks at of a ligand: elements and connections. */
export function skeletonOf({ elements, bonds, positions }: DockingLigand): Skeleton {
  const pairs: number[] = [];
  for (let bond = 0; bond < bonds.length; bond += 3) pairs.push(bonds[bond]!, bonds[bond + 1]!);
  return skeleton(elements, pairs, positions);
}

function skeleton(elements: Uint8Array, bonds: readonly number[], positions: Float64Array): Skeleton {
  const neighbours = Array.from(elements, () => [] as number[]);
  for (let bond = 0; bond < bonds.length; bond += 2) {
    neighbours[bonds[bond]!]!.push(bonds[bond + 1]!);
    neighbours[bonds[bond + 1]!]!.push(bonds[bond]!);
  }
  const offsets = new Uint16Array(elements.length + 1);
  for (const [atom, near] of neighbours.entries()) offsets[atom + 1] = offsets[atom]! + near.length;
  const graph = {
    atomCount: elements.length,
    atomicNumber: elements,
    offsets,
    neighbours: Uint16Array.from(neighbours.flat()),
  };
  return { graph: graph as MoleculeGraph, positions };
}
