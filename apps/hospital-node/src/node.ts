import { mkdirSync } from "node:fs";
import path from "node:path";
import { releasePolicySchema } from "@qinghao/data-space";
import { type Database, openDatabase } from "@qinghao/db";
import { migrateSite } from "@qinghao/db/site";
import type { SiteWork } from "@qinghao/workflow-trial-matching/site-worker";
import { openSiteExtract } from "./extract/site-extract.ts";
import { lazyKnowledge, type NodeKnowledge } from "./knowledge.ts";
import { type Rematching, rematchAll } from "./match/rematch.ts";
import { folderSource } from "./records/folder-source.ts";
import type { RecordSource } from "./records/record-source.ts";
import { createRefresh } from "./records/refresh-records.ts";
import { writePopulation } from "./records/write-population.ts";
import type { NodeSettings } from "./settings.ts";
import { createSiteWork } from "./site-work.ts";

/** A hospital's node without its worker and its pages: records, extract, matching, answers. */
export type HospitalNode = {
  readonly db: Database;
  readonly site: { id: string; name: { en: string; zh: string } };
  readonly work: SiteWork;
  knowledge(): Promise<NodeKnowledge>;
  /** Reads new and changed records and matches what they touch. */
  refresh(isForced?: boolean): Promise<void>;
  close(): Promise<void>;
};

export async function openNode(settings: NodeSettings): Promise<HospitalNode> {
  const { QINGHAO_SITE: id, QINGHAO_NODE_DATA: folder } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openDatabase(settings.DATABASE_URL, { applicationName: `qinghao-${id}`, maxConnections: 5 });
  await migrateSite(db);
  const knowledge = lazyKnowledge(settings.QINGHAO_KNOWLEDGE);
  const extract = openSiteExtract(db, path.join(folder, "extract"));
  const matching: Rematching = {
    db,
    extract: () => extract.current(),
    terminology: async () => (await knowledge()).terminology,
    today: () => new Date().toISOString().slice(0, 10),
  };
  const stop = new AbortController();
  const refresh = createRefresh({
    db,
    source: sourceOf(settings),
    knowledge,
    onChange: async () => {
      await extract.current();
      await rematchAll(matching, stop.signal);
    },
  });
  const policy = releasePolicySchema.parse({
    threshold: settings.QINGHAO_NODE_THRESHOLD,
    rounding: settings.QINGHAO_NODE_ROUNDING,
  });
  return {
    db,
    site: { id, name: { en: settings.QINGHAO_SITE_NAME_EN, zh: settings.QINGHAO_SITE_NAME_ZH } },
    work: createSiteWork({ ...matching, site: { id, policy }, refresh: () => refresh() }),
    knowledge,
    refresh,
    close: async () => {
      stop.abort(new Error("the node stops"));
      extract.close();
      await db.close();
    },
  };
}

/** The hospital's own folder, or one with a synthetic population that is written before it is first read. */
function sourceOf(settings: NodeSettings): RecordSource {
  if (settings.QINGHAO_NODE_RECORDS !== undefined) return folderSource(settings.QINGHAO_NODE_RECORDS);
  const folder = path.join(settings.QINGHAO_NODE_DATA, "records");
  const made = folderSource(folder);
  const write = () =>
    writePopulation(folder, settings.QINGHAO_NODE_FORMAT, {
      seed: settings.QINGHAO_NODE_SEED,
      count: settings.QINGHAO_NODE_PATIENTS,
      flavour: settings.QINGHAO_NODE_FLAVOUR,
      dirt: settings.QINGHAO_NODE_DIRT,
      setting: "hospital",
      asOf: new Date().toISOString().slice(0, 10),
    });
  return {
    ...made,
    name: "synthetic",
    stamp: async () => {
      await write();
      return made.stamp();
    },
  };
}
