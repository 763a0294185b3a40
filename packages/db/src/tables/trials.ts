import type { CriteriaDocument } from "@qinghao/trials/schema";
import { type SQL, sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { CriterionReview, VersionState } from "../trial.schema.ts";
import { createdAt, instant } from "./columns.ts";

export const trials = pgTable("trials", {
  id: text("id").primaryKey(),
  /** Registry number, such as `NCT01234567`; null for a protocol of one's own. */
  registryId: text("registry_id"),
  title: text("title").notNull(),
  createdAt: createdAt(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** One version of a trial's criteria. A signed one is never changed: an amendment is a new version. */
export const criteriaVersions = pgTable(
  "criteria_versions",
  {
    id: text("id").primaryKey(),
    trialId: text("trial_id")
      .notNull()
      .references(() => trials.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    state: text("state").$type<VersionState>().notNull().default("draft"),
    document: jsonb("document").$type<CriteriaDocument>().notNull(),
    /** What the parser, or the amended version, said before people edited. */
    base: jsonb("base").$type<CriteriaDocument>().notNull(),
    /** By id of criterion. */
    reviews: jsonb("reviews").$type<Record<string, CriterionReview>>().notNull().default(emptyObject()),
    /** Counts edits, so that a writer who saw an older form is refused. */
    revision: integer("revision").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [unique("criteria_versions_number").on(table.trialId, table.version)],
);

/** A person's signature under one state of a version's document. */
export const signOffs = pgTable(
  "sign_offs",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => criteriaVersions.id, { onDelete: "cascade" }),
    person: text("person").notNull(),
    /** SHA-256 of the document's canonical JSON that was signed. */
    hash: text("hash").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [unique("sign_offs_person").on(table.versionId, table.person)],
);

function emptyObject(): SQL<Record<string, CriterionReview>> {
  return sql`'{}'::jsonb`;
}
