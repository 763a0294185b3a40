import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { SearchBox, StructureFormat } from "../receptor.schema.ts";
import { count, createdAt, instant } from "./columns.ts";
import { projects } from "./projects.ts";

/**
 * A receptor of a project, prepared once. Artifacts: `receptors/<id>/source` (the file as it came) and
 * `receptors/<id>/prepared.json`.
 */
export const receptors = pgTable(
  "receptors",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    fileName: text("file_name").notNull(),
    format: text("format").$type<StructureFormat>().notNull(),
    sha256: text("sha256").notNull(),
    /** Concept of the knowledge graph that the receptor is a structure of, such as `HGNC:3236`. */
    target: text("target"),
    /** How it was prepared, and what was found and decided; null for a file that came prepared. */
    selection: jsonb("selection").$type<Record<string, unknown> | null>(),
    report: jsonb("report").$type<Record<string, unknown> | null>(),
    box: jsonb("box").$type<SearchBox>().notNull(),
    /** Molblock of a known ligand in its place. */
    reference: text("reference"),
    atoms: count("atoms"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [index("receptors_project").on(table.projectId, table.createdAt)],
);
