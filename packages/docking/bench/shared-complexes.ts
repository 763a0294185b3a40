import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Folder of the shared docking data, beside the repository. */
export const dockingData = path.join(import.meta.dirname, "../../../../shared/datasets/docking");

export const hasDockingData = (): boolean => existsSync(dockingData);

/** One receptor with ligands in their crystal or modelled poses, as files hold them. */
export interface SharedSystem {
  readonly set: string;
  readonly id: string;
  readonly receptor: { readonly format: "pdb" | "pdbqt"; readonly text: string };
  readonly ligands: readonly { readonly id: string; readonly format: "sdf" | "pdbqt"; readonly text: string }[];
}

/** A file of the shared docking data, unpacked where it is packed. */
export function readShared(...parts: string[]): string {
  const file = path.join(dockingData, ...parts);
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** All shared systems that hold a receptor and a ligand with known bonds. */
export function* sharedSystems(): Generator<SharedSystem> {
  yield* redocking();
  yield* tutorials();
  yield* testCases();
  yield* affinitySeries();
}

function* redocking(): Generator<SharedSystem> {
  const set = "redock_adgpu42";
  for (const entry of readdirSync(path.join(dockingData, set), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    yield {
      set,
      id: entry.name,
      receptor: { format: "pdbqt", text: readShared(set, entry.name, "protein.pdbqt.gz") },
      ligands: [{ id: "crystal", format: "pdbqt", text: readShared(set, entry.name, "ligand_xray.pdbqt") }],
    };
  }
}

function* tutorials(): Generator<SharedSystem> {
  const set = "vina_examples";
  const systems: readonly (readonly [folder: string, receptor: string, ...ligands: string[]])[] = [
    ["1iep", "1iep_receptor", "1iep_ligand"],
    ["1fpu_crossdock", "1fpu_receptor_rigid", "1iep_ligand"],
    ["1uw6", "1uw6_receptor", "1uw6_ligand"],
    ["5x72", "5x72_receptor", "5x72_ligand_p59", "5x72_ligand_p69"],
    ["bace1_macrocycle", "BACE_1_receptor", "BACE_1_ligand"],
  ];
  for (const [folder, receptor, ...ligands] of systems) {
    yield {
      set,
      id: folder,
      receptor: { format: "pdbqt", text: readShared(set, folder, `${receptor}.pdbqt.gz`) },
      ligands: ligands.map((id) => ({ id, format: "pdbqt", text: readShared(set, folder, `${id}.pdbqt`) })),
    };
  }
}

function* testCases(): Generator<SharedSystem> {
  const systems: readonly (readonly [set: string, id: string, folder: string, receptor: string, ligand: string])[] = [
    ["gnina_test", "10gs", "", "10gs_rec", "10gs_lig"],
    ["gnina_test", "184l", "", "184l_rec", "184l_lig"],
    ["posebusters_examples", "1G9V_RQ3", "1G9V_RQ3", "1G9V_RQ3_protein", "1G9V_RQ3_ligand"],
    ["posebusters_examples", "1IA1_TQ3", "1IA1_TQ3", "1IA1_TQ3_no_ligand_no_solvent", "1IA1_TQ3_ligand"],
    ["posebusters_examples", "1s3v", "1s3v", "1s3v_protein_one_lig_removed", "1s3v_ligand"],
  ];
  for (const [set, id, folder, receptor, ligand] of systems) {
    yield {
      set,
      id,
      receptor: { format: "pdb", text: readShared(set, folder, `${receptor}.pdb.gz`) },
      ligands: molblocks(readShared(set, folder, `${ligand}.sdf`)),
    };
  }
}

function* affinitySeries(): Generator<SharedSystem> {
  const set = "affinity_series_jacs_set";
  for (const file of readdirSync(path.join(dockingData, set))) {
    const id = /^(.*)_protein\.pdb\.gz$/.exec(file)?.[1];
    if (id === undefined) continue;
    yield {
      set,
      id,
      receptor: { format: "pdb", text: readShared(set, file) },
      ligands: molblocks(readShared(set, `${id}_ligands.sdf.gz`)),
    };
  }
}

/** The molblocks of an SDF file. */
export function molblocks(sdf: string): { id: string; format: "sdf"; text: string }[] {
  return sdf
    .split(/^\$\$\$\$.*\r?\n?/m)
    .filter((record) => record.includes("M  END"))
    .map((record, index) => ({
      id: record.split(/\r?\n/, 1)[0]!.trim() || String(index + 1),
      format: "sdf" as const,
      text: `${record.slice(0, record.indexOf("M  END"))}M  END\n`,
    }));
}
