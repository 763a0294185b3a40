import { boolean, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { BilingualText } from "../schema.ts";
import { createdAt, instant } from "./columns.ts";

/** Hospitals that may be asked. */
export const sites = pgTable("sites", {
  id: text("id").primaryKey(),
  name: jsonb("name").$type<BilingualText>().notNull(),
  /** What its records are: "FHIR R4", "OMOP CDM 5.4". */
  source: text("source").notNull(),
  isOpen: boolean("is_open").notNull().default(true),
  /** When its node last announced itself; null when it never did. */
  seenAt: instant("seen_at"),
  createdAt: createdAt(),
});
