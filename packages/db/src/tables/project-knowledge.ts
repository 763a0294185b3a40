import type { ProjectEntry } from "@qinghao/knowledge";
import { bigint, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { projects } from "./projects.ts";

/** Concepts, names and local codes that a project added to the shipped knowledge. */
export const projectKnowledge = pgTable(
  "project_knowledge",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    /** Order of arrival. */
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** What tells two entries apart, such as `name|MONDO:0005233|en|NSCLC`: the same one is stored once. */
    key: text("key").notNull(),
    /** An entry as the knowledge package describes it. */
    entry: jsonb("entry").$type<ProjectEntry>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique("project_knowledge_key").on(table.projectId, table.key)],
);
