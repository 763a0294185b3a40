import type { ArtifactStore } from "@qinghao/artifacts";
import { preparedKey } from "@qinghao/db";
import type { DockingBackend } from "@qinghao/docking";
import { loadReceptor } from "@qinghao/docking/formats";
import {
  dockForms,
  docking,
  type LigandOutcome,
  readSettings,
  rescoring,
  screeningMethod,
} from "@qinghao/screening/methods";
import { posesOf } from "./activities/ligand-shards.ts";
import { campaignErrors } from "./errors.ts";
import { OpenSites } from "./open-sites.ts";
import type { ShardLigand, StageScorer, StageTask } from "./scorer.ts";
import { openLigandPool } from "./threads/ligand-pool.ts";

export type ScorerParts = {
  /** Threads that read and score molecules. */
  threads: number;
  artifacts: ArtifactStore;
  backend: DockingBackend;
  /** What the backend runs on, for the record. */
  device: string;
};

/** The methods of `@qinghao/screening`: molecules on threads with an RDKit each, docking by the given backend. */
export function createMethodScorer({ threads, artifacts, backend, device }: ScorerParts): StageScorer {
  const pool = openLigandPool(threads);
  const sites = new OpenSites(backend, (id) => loadReceptor(artifacts, preparedKey(id)));
  const dock = async ({ settings, seed }: StageTask, ligands: string[], signal: AbortSignal) => {
    const wanted = readSettings(docking, settings);
    if (wanted.box === undefined) throw campaignErrors.create("docking.no_box");
    const forms = await pool.forms(wanted, seed, ligands, signal);
    return sites.use(wanted.receptor, wanted.box, (open) => dockForms(open, forms, wanted, seed, signal));
  };
  const rescore = async ({ settings }: StageTask, ligands: readonly ShardLigand[], signal: AbortSignal) => {
    const wanted = readSettings(rescoring, settings);
    const receptor = await loadReceptor(artifacts, preparedKey(wanted.receptor));
    return pool.rescore({ receptor, settings: wanted, ligands: await posesOf(artifacts, ligands) }, signal);
  };
  return {
    async traits({ method, settings }) {
      const found = screeningMethod(method);
      readSettings(found, settings);
      return found;
    },
    async score(task, ligands, signal): Promise<LigandOutcome[]> {
      const smiles = ligands.map((ligand) => ligand.smiles);
      if (task.method === docking.id) return dock(task, smiles, signal);
      if (task.method === rescoring.id) return rescore(task, ligands, signal);
      const isWhole = screeningMethod(task.method).shardSize === "all";
      return pool.score({ ...task, ligands: smiles }, isWhole, signal);
    },
    record: async ({ method }) => {
      const toolkits = pool.toolkits();
      return method === docking.id
        ? { backend: backend.name, device, toolkits }
        : { backend: "wasm", device: "CPU", toolkits };
    },
    triage: pool.triage,
    surrogate: pool.surrogate,
    close: async () => {
      await Promise.all([pool.close(), sites.close()]);
    },
  };
}
