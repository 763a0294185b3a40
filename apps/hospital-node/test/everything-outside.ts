import type { Client } from "@temporalio/client";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import postgres from "postgres";

/** Every event of every workflow that the Temporal server knows, payloads decoded, as one text. */
export async function everyWorkflowOf(client: Client): Promise<string> {
  const parts: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const json = historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
    parts.push(workflowId, json);
    for (const [, data] of json.matchAll(/"data": ?"([A-Za-z0-9+/=]+)"/g)) {
      parts.push(Buffer.from(data!, "base64").toString("utf8"));
    }
  }
  return parts.join("\n");
}

/** Every row of every table of a database as one text. */
export async function everyRowOf(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`;
    const parts: string[] = [];
    for (const { name } of tables) {
      const rows = await sql.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`);
      parts.push(name, ...rows.map((row) => row.text));
    }
    // Quotes of a row's text form are doubled; a search for plain values is not disturbed by that.
    return parts.join("\n");
  } finally {
    await sql.end();
  }
}
