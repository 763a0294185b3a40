import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { compounds } from "./compounds.ts";
import { searches } from "./searches.ts";

export const searchHits = pgTable(
  "search_hits",
  {
    searchId: text("search_id")
      .notNull()
      .references(() => searches.id, { onDelete: "cascade" }),
    compoundSeq: bigint("compound_seq", { mode: "number" })
      .notNull()
      .references(() => compounds.seq, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.searchId, table.compoundSeq] })],
);
