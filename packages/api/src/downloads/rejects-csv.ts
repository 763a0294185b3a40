import { csvRow } from "@qinghao/chemistry";
import { iterateRejects } from "@qinghao/db";
import type { ImportId } from "@qinghao/kernel";
import type { Locale } from "../context.ts";
import type { Services } from "../services.ts";

/** Rejected rows with their whole texts. */
export async function* rejectsCsv(services: Pick<Services, "db">, id: ImportId, locale: Locale): AsyncIterable<string> {
  yield csvRow(["row", "line", "code", "reason", "text"]);
  for await (const { row, line, code, reason, text } of iterateRejects(services.db, id)) {
    yield csvRow([row, line, code, reason[locale], text]);
  }
}
