import { countSchema, windowSchema, worldSchema } from "./ranges.schema.ts";

/** Fields of every leaf that asks about a time. */
export const timed = { when: windowSchema.optional(), world: worldSchema.optional() };

/** Fields of every leaf that counts events. */
export const counted = { ...timed, count: countSchema.optional() };
