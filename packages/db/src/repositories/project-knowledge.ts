import type { KnowledgeEntryId, ProjectId } from "@qinghao/kernel";
import type { ProjectEntry } from "@qinghao/knowledge";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../database.ts";
import { guarded } from "../guard.ts";
import { projectKnowledge } from "../tables/index.ts";
import { getProject } from "./projects.ts";

export type StoredEntry = { id: string; entry: ProjectEntry; createdAt: Date };

/** What the project added, oldest first. Throws `db.project.missing`. */
export async function listProjectKnowledge(db: Database, projectId: ProjectId): Promise<StoredEntry[]> {
  await getProject(db, projectId);
  const { id, entry, createdAt } = projectKnowledge;
  return guarded(() =>
    db.orm
      .select({ id, entry, createdAt })
      .from(projectKnowledge)
      .where(eq(projectKnowledge.projectId, projectId))
      .orderBy(asc(projectKnowledge.seq)),
  );
}

/** Changes when the project's entries do; a reader that kept them asks this before it uses them again. */
export async function projectKnowledgeStamp(db: Database, projectId: ProjectId): Promise<string> {
  const rows = await query<{ stamp: string }>(
    db.orm,
    sql`select concat_ws('/', count(*), max(seq)) as stamp from project_knowledge where project_id = ${projectId}`,
  );
  return rows[0]!.stamp;
}

/**
 * Adds entries that the project does not hold yet, in one transaction.
 * @returns ids of the added ones; an entry that was there already adds nothing
 */
export async function addProjectKnowledge(
  db: Database,
  projectId: ProjectId,
  entries: readonly { id: KnowledgeEntryId; entry: ProjectEntry }[],
): Promise<string[]> {
  await getProject(db, projectId);
  return transaction(db, async (tx) => {
    const added: string[] = [];
    for (let at = 0; at < entries.length; at += 1000) {
      const values = entries.slice(at, at + 1000).map(({ id, entry }) => ({ id, projectId, key: keyOf(entry), entry }));
      const rows = await tx
        .insert(projectKnowledge)
        .values(values)
        .onConflictDoNothing()
        .returning({ id: projectKnowledge.id });
      added.push(...rows.map((row) => row.id));
    }
    return added;
  });
}

/** Removes entries by id. @returns how many there were */
export async function removeProjectKnowledge(
  db: Database,
  projectId: ProjectId,
  ids: readonly string[],
): Promise<number> {
  const removed = db.orm
    .delete(projectKnowledge)
    .where(and(eq(projectKnowledge.projectId, projectId), inArray(projectKnowledge.id, [...ids])));
  return (await guarded(() => removed.returning({ id: projectKnowledge.id }))).length;
}

const keyOf = (entry: ProjectEntry): string =>
  JSON.stringify(
    entry.entry === "code"
      ? ["code", entry.system, entry.code, entry.concept]
      : [entry.entry, entry.concept, entry.language, entry.text],
  );
