import { openDatabase } from "@qinghao/db";
import { migrateSite, runCompiled } from "@qinghao/db/site";
import { testPostgres } from "@qinghao/testing";
import { factTables, sourceTable } from "@qinghao/trials/node";
import { expect, test } from "vitest";

const sqlNames = { smallint: "smallint", int: "integer", bigint: "bigint", double: "double precision", text: "text" };

test("the node's tables of facts are the ones that the compiler writes for", async () => {
  const db = openDatabase(await testPostgres(), { maxConnections: 2 });
  try {
    await migrateSite(db);
    for (const { name, columns } of [...factTables, sourceTable]) {
      const rows = await runCompiled(
        db,
        `select column_name, data_type, is_nullable from information_schema.columns
         where table_schema = 'public' and table_name = $1 order by ordinal_position`,
        [name],
      );
      const wanted = columns.map((column) => ({
        column_name: column.name,
        data_type: sqlNames[column.type],
        is_nullable: column.nullable === true ? "YES" : "NO",
      }));
      expect(rows, name).toEqual(wanted);
    }
  } finally {
    await db.close();
  }
});
