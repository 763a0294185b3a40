import { type Range, rangeSchema } from "@qinghao/db/schema";
import { apiErrors } from "../errors.ts";

/** Ranges of an export's address: each `range` is `<column>:<min>:<max>`, and an end that is empty is open. */
export function rangeQuery(query: URLSearchParams): Range[] {
  return query.getAll("range").map((text) => {
    const [, column, min = "", max = ""] = /^(.+):([^:]*):([^:]*)$/.exec(text) ?? [];
    const end = (value: string) => (value.trim() === "" ? undefined : Number(value));
    const range = rangeSchema.safeParse({ column, min: end(min), max: end(max) });
    if (!range.success) throw apiErrors.create("column.unknown", { column: text.slice(0, 80) });
    return range.data;
  });
}
