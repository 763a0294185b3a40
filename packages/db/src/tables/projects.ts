import { pgTable, text } from "drizzle-orm/pg-core";
import { count, createdAt, instant } from "./columns.ts";

export const projects = pgTable("projects", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  description: text("description").notNull().default(""),
  /** Kept by the function that inserts compounds, so that an unfiltered table needs no count. */
  compoundCount: count("compound_count"),
  createdAt: createdAt(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});
