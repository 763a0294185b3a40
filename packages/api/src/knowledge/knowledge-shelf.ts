import { type Database, getProject, listProjectKnowledge, projectKnowledgeStamp, type StoredEntry } from "@qinghao/db";
import { isQinghaoError, type ProjectId } from "@qinghao/kernel";
import { buildProjectPack, type Knowledge, openKnowledge, type ProjectEntry } from "@qinghao/knowledge";
import { openPackFile, packFileOf } from "@qinghao/knowledge/node";
import { apiErrors } from "../errors.ts";
import { lazily } from "../lazily.ts";

/** What a project added, laid over the shipped packs. */
export type ProjectLayer = {
  knowledge: Knowledge;
  entries: StoredEntry[];
  /** Ids of entries that point at a concept which no pack defines. */
  dangling: ReadonlySet<string>;
};

/** The knowledge that one process serves: the shipped packs, opened once, and the layers of projects over them. */
export type KnowledgeShelf = {
  /** Errors: `api.knowledge.missing`. */
  shipped(): Promise<Knowledge>;
  /** As a project sees it; the shipped one without a project. Errors: `api.knowledge.missing`, `db.project.missing`. */
  seenBy(projectId: ProjectId | undefined): Promise<Knowledge>;
  /** Errors: `api.knowledge.missing`, `db.project.missing`. */
  layerOf(projectId: ProjectId): Promise<ProjectLayer>;
};

/** Projects whose layer is kept; the one that was not used for longest goes first. */
const mostLayers = 8;

/** @param folder the folder of the packs; null where none was set */
export function openKnowledgeShelf(db: Database, folder: string | null): KnowledgeShelf {
  const shipped = lazily(() => openShipped(folder));
  const layers = new Map<ProjectId, { stamp: string; layer: Promise<ProjectLayer> }>();
  const layerOf = async (projectId: ProjectId): Promise<ProjectLayer> => {
    const [project, stamp] = await Promise.all([getProject(db, projectId), projectKnowledgeStamp(db, projectId)]);
    const known = layers.get(projectId);
    layers.delete(projectId);
    if (known?.stamp === stamp) {
      layers.set(projectId, known);
      return known.layer;
    }
    const layer = buildLayer(db, projectId, project.name, await shipped());
    layers.set(projectId, { stamp, layer });
    layer.catch(() => layers.get(projectId)?.layer === layer && layers.delete(projectId));
    for (const oldest of layers.keys()) if (layers.size > mostLayers) layers.delete(oldest);
    return layer;
  };
  return {
    shipped,
    seenBy: async (projectId) => (projectId === undefined ? shipped() : (await layerOf(projectId)).knowledge),
    layerOf,
  };
}

/** The core pack and, where it was built, the share-alike pack over it. */
async function openShipped(folder: string | null): Promise<Knowledge> {
  if (folder === null) throw apiErrors.create("knowledge.missing", { folder: "QINGHAO_KNOWLEDGE" });
  const core = await openPackFile(packFileOf(folder, "core")).catch((cause: unknown) => {
    throw isQinghaoError(cause) ? cause : apiErrors.create("knowledge.missing", { folder }, cause);
  });
  const shareAlike = await openPackFile(packFileOf(folder, "share-alike")).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  });
  return openKnowledge(shareAlike === null ? [core] : [core, shareAlike]);
}

async function buildLayer(db: Database, projectId: ProjectId, name: string, below: Knowledge): Promise<ProjectLayer> {
  const entries = await listProjectKnowledge(db, projectId);
  if (entries.length === 0) return { knowledge: below, entries, dangling: new Set() };
  const newest = new Date(entries.reduce((latest, { createdAt }) => Math.max(latest, createdAt.getTime()), 0));
  const kindOf = (id: string) => {
    const number = below.numberOf(id);
    return number < 0 ? null : below.kindOf(number);
  };
  const contents = entries.map(({ entry }) => entry);
  const { pack, dangling } = buildProjectPack({ name, date: newest.toISOString().slice(0, 10) }, contents, kindOf);
  const isDangling = new Set<ProjectEntry>(dangling);
  return {
    knowledge: openKnowledge([...below.packs, pack]),
    entries,
    dangling: new Set(entries.filter(({ entry }) => isDangling.has(entry)).map(({ id }) => id)),
  };
}
