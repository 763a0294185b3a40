import { doublePrecision, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What workers last said of themselves. */
export const workerLoads = pgTable("worker_loads", {
  /** Host, process and queue. */
  id: text("id").primaryKey(),
  queue: text("queue").notNull(),
  device: text("device").notNull(),
  /** Tasks that it takes at once. */
  slots: integer("slots").notNull(),
  /** Share of its slots' time that was spent on tasks lately, 0 to 1. */
  busy: doublePrecision("busy").notNull(),
  seenAt: instant("seen_at").notNull(),
});
