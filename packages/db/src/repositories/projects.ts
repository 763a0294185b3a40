import type { ProjectId } from "@qinghao/kernel";
import { desc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { projects } from "../tables/index.ts";

export type Project = typeof projects.$inferSelect;

export async function createProject(
  db: Database,
  project: { id: ProjectId; name: string; description?: string },
): Promise<Project> {
  const rows = await guarded(() => db.orm.insert(projects).values(project).returning());
  return rows[0]!;
}

/** All projects, the one changed last first. */
export const listProjects = (db: Database): Promise<Project[]> =>
  guarded(() => db.orm.select().from(projects).orderBy(desc(projects.updatedAt), desc(projects.id)));

/** Throws `db.project.missing`. */
export async function getProject(db: Database, id: ProjectId): Promise<Project> {
  const rows = await guarded(() => db.orm.select().from(projects).where(eq(projects.id, id)));
  return rows[0] ?? missing(id);
}

/** Throws `db.project.missing`. */
export async function renameProject(db: Database, id: ProjectId, name: string): Promise<Project> {
  const changed = db.orm.update(projects).set({ name, updatedAt: sql`now()` }).where(eq(projects.id, id));
  const rows = await guarded(() => changed.returning());
  return rows[0] ?? missing(id);
}

function missing(id: ProjectId): never {
  throw dbErrors.create("project.missing", { id });
}
