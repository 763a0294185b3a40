import type { PatientRecord } from "@qinghao/clinical";
import {
  bigint,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "../../tables/columns.ts";

/** Bytes as they are; drizzle has no column of them. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A patient as one row of numbers; the meaning of every column is in the fact tables of `@qinghao/trials`. */
export const person = pgTable("person", {
  patient: integer("patient").primaryKey(),
  key: text("key").notNull(),
  sex: smallint("sex").notNull(),
  birthLo: integer("birth_lo"),
  birthHi: integer("birth_hi"),
  deathLo: integer("death_lo"),
  deathHi: integer("death_hi"),
  observedFrom: integer("observed_from"),
  observedTo: integer("observed_to"),
});

/** Numbers of concept ids, given out once and for all. */
export const concept = pgTable("concept", { id: integer("id").primaryKey(), code: text("code").notNull() }, (table) => [
  uniqueIndex("concept_code").on(table.code),
]);

export const fact = pgTable(
  "fact",
  {
    patient: integer("patient").notNull(),
    kind: smallint("kind").notNull(),
    concept: integer("concept").notNull(),
    assertion: smallint("assertion").notNull(),
    startLo: integer("start_lo").notNull(),
    startHi: integer("start_hi").notNull(),
    endLo: integer("end_lo").notNull(),
    endHi: integer("end_hi").notNull(),
    endState: smallint("end_state").notNull(),
    value: doublePrecision("value"),
    comparator: smallint("comparator").notNull(),
    valueState: smallint("value_state").notNull(),
    valueConcept: integer("value_concept").notNull(),
    low: doublePrecision("low"),
    high: doublePrecision("high"),
    dose: doublePrecision("dose"),
    line: smallint("line"),
    /** Number of the text, as `concept`; 0 without one. */
    alteration: integer("alteration").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** Concept of the tumour that a stage is of; 0 where the source does not say. */
    tumour: integer("tumour").notNull().default(0),
    /** Whether a sample was taken fasting, or what a treatment was for; 0 where the source does not say. */
    circumstance: smallint("circumstance").notNull().default(0),
  },
  (table) => [
    index("fact_by_concept").on(table.kind, table.concept, table.patient),
    index("fact_by_patient").on(table.patient),
  ],
);

/** Where each fact was read. */
export const source = pgTable("source", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  fact: text("fact").notNull(),
  tbl: text("tbl").notNull(),
  row: text("row").notNull(),
  field: text("field"),
  label: text("label"),
  rawValue: text("raw_value"),
  rawUnit: text("raw_unit"),
});

/**
 * A patient's whole record as it was read, for evidence. The number stays with the patient for good. `hash` tells
 * whether a later load changed it.
 */
export const record = pgTable(
  "record",
  {
    patient: integer("patient").primaryKey().generatedAlwaysAsIdentity({ startWith: 1 }),
    key: text("key").notNull(),
    hash: text("hash").notNull(),
    body: jsonb("body").$type<PatientRecord>().notNull(),
    /** The state of the data that brought this form of the record. */
    version: integer("version").notNull(),
    arrivedAt: createdAt(),
    changedAt: instant("changed_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("record_key").on(table.key), index("record_version").on(table.version)],
);
