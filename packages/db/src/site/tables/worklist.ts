import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "../../tables/columns.ts";
import type { CandidateStatus, StoredVerdict } from "../schema.ts";

/** Trials that this hospital screens for. `criteria` are as they were signed. */
export const siteTrial = pgTable("site_trial", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  version: integer("version").notNull(),
  hash: text("hash").notNull(),
  criteria: jsonb("criteria").$type<unknown>().notNull(),
  asOf: date("as_of").notNull(),
  /** The state of the data that all candidates were matched against. */
  matchedVersion: integer("matched_version").notNull().default(0),
  isOpen: boolean("is_open").notNull().default(true),
  createdAt: createdAt(),
});

/** A patient who may fit a trial. Stays after they cease to fit: what was decided is kept. */
export const candidate = pgTable(
  "candidate",
  {
    trial: text("trial")
      .notNull()
      .references(() => siteTrial.id, { onDelete: "cascade" }),
    patient: integer("patient").notNull(),
    key: text("key").notNull(),
    status: text("status").$type<CandidateStatus>().notNull().default("new"),
    /** By the criteria: `yes`, `unknown`, or `no` since the record changed. */
    eligible: text("eligible").$type<"yes" | "unknown" | "no">().notNull(),
    score: doublePrecision("score").notNull(),
    verdicts: jsonb("verdicts").$type<StoredVerdict[]>().notNull(),
    /** The form of the record and of the criteria that the verdicts rest on. */
    version: integer("version").notNull(),
    criteriaHash: text("criteria_hash").notNull(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.trial, table.patient] }),
    index("candidate_order").on(table.trial, table.status, table.score),
  ],
);

/** What happened to a candidate: a change of status, or a note. Never changed afterwards. */
export const candidateEvent = pgTable(
  "candidate_event",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    trial: text("trial").notNull(),
    patient: integer("patient").notNull(),
    person: text("person").notNull(),
    kind: text("kind").$type<"status" | "note">().notNull(),
    from: text("from_status").$type<CandidateStatus | null>(),
    to: text("to_status").$type<CandidateStatus | null>(),
    text: text("text").notNull().default(""),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [index("candidate_event_of").on(table.trial, table.patient, table.seq)],
);

/** What one reader says of one criterion of one candidate. */
export const judgement = pgTable(
  "judgement",
  {
    trial: text("trial").notNull(),
    patient: integer("patient").notNull(),
    criterion: text("criterion").notNull(),
    reader: text("reader").notNull(),
    verdict: text("verdict").$type<"met" | "not-met" | "unknown">().notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.trial, table.patient, table.criterion, table.reader] })],
);
