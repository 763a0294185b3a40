import { sql } from "drizzle-orm";
import { bigint, doublePrecision, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { imports } from "./imports.ts";
import { projects } from "./projects.ts";

/**
 * A registered structure, unique per project by InChIKey. Narrow on purpose: a filter reads every row of it; what only
 * one compound's page needs is in `compound_sources`. `seq` is the order of registration and the key of other tables.
 */
export const compounds = pgTable(
  "compounds",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    id: text("id").notNull().unique("compounds_id"),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    inchikey: text("inchikey").notNull(),
    smiles: text("smiles").notNull(),
    name: text("name"),
    formula: text("formula").notNull(),
    /** Average molecular weight, g/mol. */
    molWeight: doublePrecision("mol_weight").notNull(),
    heavyAtoms: integer("heavy_atoms").notNull(),
    /** Crippen log P. */
    clogp: doublePrecision("clogp").notNull(),
    /** Topological polar surface area, square angstrom. */
    tpsa: doublePrecision("tpsa").notNull(),
    hbd: integer("hbd").notNull(),
    hba: integer("hba").notNull(),
    rotatableBonds: integer("rotatable_bonds").notNull(),
    ringCount: integer("ring_count").notNull(),
    fsp3: doublePrecision("fsp3").notNull(),
    /** The import that registered it first; null when drawn or typed. */
    importId: text("import_id").references(() => imports.id, { onDelete: "set null" }),
    /** Name and release of the toolkit that standardised it. */
    toolkit: text("toolkit").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("compounds_inchikey").on(table.projectId, table.inchikey),
    index("compounds_order").on(table.projectId, table.seq),
    index("compounds_name").on(table.projectId, sql`left(name, 100)`, table.seq),
    // A whole SMILES or a long name may exceed what an index entry holds.
    index("compounds_smiles").on(table.projectId, sql`left(smiles, 100)`, table.seq),
    index("compounds_formula").on(table.projectId, table.formula, table.seq),
    index("compounds_mol_weight").on(table.projectId, table.molWeight, table.seq),
    index("compounds_heavy_atoms").on(table.projectId, table.heavyAtoms, table.seq),
    index("compounds_clogp").on(table.projectId, table.clogp, table.seq),
    index("compounds_tpsa").on(table.projectId, table.tpsa, table.seq),
    index("compounds_hbd").on(table.projectId, table.hbd, table.seq),
    index("compounds_hba").on(table.projectId, table.hba, table.seq),
    index("compounds_rotatable_bonds").on(table.projectId, table.rotatableBonds, table.seq),
    index("compounds_ring_count").on(table.projectId, table.ringCount, table.seq),
    index("compounds_fsp3").on(table.projectId, table.fsp3, table.seq),
  ],
);
