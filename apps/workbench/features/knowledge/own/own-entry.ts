import type { storedEntrySchema } from "@qinghao/api/schema";
import type { z } from "zod";

/** An entry of the project as it is stored. */
export type StoredEntry = z.infer<typeof storedEntrySchema>;
