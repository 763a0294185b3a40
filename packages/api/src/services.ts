import { randomBytes } from "node:crypto";
import type { ArtifactStore } from "@qinghao/artifacts";
import { createFolderStore } from "@qinghao/artifacts/node";
import type { ChemKit } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { type Database, openDatabase } from "@qinghao/db";
import { type IdKind, newId } from "@qinghao/kernel";
import { type Logger, pino } from "pino";
import { type LayoutPool, openLayoutPool } from "./downloads/layout-pool.ts";
import type { ApiEnv } from "./env.ts";
import { connectJobServer, type JobServer } from "./jobs/job-server.ts";
import { type KnowledgeShelf, openKnowledgeShelf } from "./knowledge/knowledge-shelf.ts";
import { lazily } from "./lazily.ts";
import { type MoleculePredictor, openMoleculePredictor } from "./predictor/predictor.ts";
import { openBindingSite } from "./receptors/binding-site.ts";
import { openSiteShelf, type SiteShelf } from "./receptors/site-shelf.ts";
import { openStructureThreads, type StructureThreads } from "./receptors/structure-threads.ts";

/** What the procedures stand on. Each part is opened on first use and kept; what failed to open is tried again. */
export type Services = {
  env: ApiEnv;
  db: Database;
  artifacts: ArtifactStore;
  log: Logger;
  jobs(): Promise<JobServer>;
  kit(): Promise<ChemKit>;
  predictor(): Promise<MoleculePredictor>;
  knowledge: KnowledgeShelf;
  /** Receptors opened for judging poses. */
  sites: SiteShelf;
  /** Threads that prepare structures. */
  structures(): Promise<StructureThreads>;
  /** Threads that lay molecules out for exports. */
  layouts(): Promise<LayoutPool>;
  now(): number;
  newId<K extends IdKind>(kind: K): ReturnType<typeof newId<K>>;
  close(): Promise<void>;
};

export function openServices(env: ApiEnv): Services {
  const log = pino({ name: "api", level: env.logLevel }, pino.destination({ fd: 2, sync: true }));
  const db = openDatabase(env.databaseUrl, { applicationName: "qinghao-api" });
  const artifacts = createFolderStore(env.artifactsDir);
  const jobs = lazily(() => connectJobServer(env));
  const kit = lazily(loadChemKit);
  const predictor = lazily(async () => openMoleculePredictor(env));
  const layouts = lazily(async () => openLayoutPool());
  const structures = lazily(async () => openStructureThreads());
  return {
    env,
    db,
    artifacts,
    log,
    jobs,
    kit,
    predictor,
    knowledge: openKnowledgeShelf(db, env.knowledgeDir),
    sites: openSiteShelf(async (receptor) => openBindingSite({ artifacts, kit: await kit() }, receptor)),
    structures,
    layouts,
    now: () => Date.now(),
    newId: (kind) => newId(kind, Date.now(), (count) => randomBytes(count)),
    async close() {
      await Promise.allSettled([
        jobs.opened?.then((opened) => opened.close()),
        predictor.opened?.then((opened) => opened.close()),
        structures.opened?.then((opened) => opened.terminate()),
        layouts.opened?.then((opened) => opened.terminate()),
      ]);
      await db.close();
    },
  };
}
