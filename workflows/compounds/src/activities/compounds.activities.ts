import { finishImport, finishSearch } from "@qinghao/db";
import { activity } from "@qinghao/jobs";
import type { ImportId, SearchId, WireError } from "@qinghao/kernel";
import type { ImportCompoundsInput, SearchSubstructureInput } from "../contract.ts";
import { type ImportTools, importRecords } from "./import-records.ts";
import { searchCompounds } from "./search-compounds.ts";

export type JobEnd = { state: "completed" | "cancelled" | "failed"; error: WireError | null };
export type CompoundsActivities = ReturnType<typeof createCompoundsActivities>;

/** What the workflows of this package do outside themselves. */
export const createCompoundsActivities = (tools: ImportTools) => ({
  importRecords: activity((input: ImportCompoundsInput, signal) => importRecords(tools, input, signal)),
  endImport: activity(({ importId, state, error }: JobEnd & { importId: ImportId }) =>
    finishImport(tools.db, importId, state, error),
  ),
  searchCompounds: activity((input: SearchSubstructureInput, signal) => searchCompounds(tools, input, signal)),
  endSearch: activity(({ searchId, state, error }: JobEnd & { searchId: SearchId }) =>
    finishSearch(tools.db, searchId, state, error),
  ),
});
