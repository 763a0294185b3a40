import { bigint, customType, pgTable, text } from "drizzle-orm/pg-core";
import { compounds } from "./compounds.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Pattern fingerprints for substructure screening, made when a search first needs them; valid for one toolkit release. */
export const compoundFingerprints = pgTable("compound_fingerprints", {
  compoundSeq: bigint("compound_seq", { mode: "number" })
    .primaryKey()
    .references(() => compounds.seq, { onDelete: "cascade" }),
  toolkit: text("toolkit").notNull(),
  pattern: bytes("pattern").notNull(),
});
