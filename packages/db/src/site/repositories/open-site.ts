import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { type Database, query } from "../../database.ts";
import { guarded } from "../../guard.ts";

/** Brings a hospital node's own database to its newest schema. Safe to call from several processes. */
export async function migrateSite(db: Database): Promise<void> {
  const migrationsFolder = new URL("../../../site-migrations", import.meta.url).pathname;
  await guarded(async () => {
    await db.orm.transaction(async (lock) => {
      await lock.execute(sql`select pg_advisory_xact_lock(hashtext('qinghao site migrations'))`);
      await applyMigrations(db.orm, { migrationsFolder });
    });
  });
  await query(db.orm, sql`insert into load_state (id) values (1) on conflict do nothing`);
}
