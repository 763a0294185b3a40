import { type SQL, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { guarded } from "./guard.ts";

/** A connection pool. Repositories take it as their first argument. */
export type Database = {
  readonly orm: PostgresJsDatabase;
  close(): Promise<void>;
};
/** A pool, or a transaction on it. */
export type Executor = Pick<PostgresJsDatabase, "execute" | "select" | "insert" | "update" | "delete">;

export type DatabaseOptions = {
  /** Most connections held at once; 10 by default. */
  maxConnections?: number;
  /** Shown by PostgreSQL in pg_stat_activity. */
  applicationName?: string;
};

/** Opens a pool on a `postgres://` address. Connects on first use, and again after PostgreSQL was away. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const client = postgres(url, {
    max: options.maxConnections ?? 10,
    connect_timeout: 10,
    idle_timeout: 60,
    connection: { application_name: options.applicationName ?? "qinghao" },
    onnotice: () => {},
  });
  return { orm: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** Brings the database to the newest schema by the committed SQL migrations. Safe to call from several processes. */
export async function migrate(db: Database): Promise<void> {
  const migrationsFolder = new URL("../migrations", import.meta.url).pathname;
  await guarded(async () => {
    await db.orm.transaction(async (lock) => {
      await lock.execute(sql`select pg_advisory_xact_lock(hashtext('qinghao migrations'))`);
      await applyMigrations(db.orm, { migrationsFolder });
    });
  });
}

/** Throws `db.away` unless the database answers. */
export async function checkDatabase(db: Database): Promise<{ version: string }> {
  const rows = await query<{ version: string }>(db.orm, sql`select current_setting('server_version') as version`);
  return { version: rows[0]!.version };
}

/** Rows of a statement that the query builder cannot express, with failures turned into `dbErrors`. */
export async function query<Row extends Record<string, unknown>>(on: Executor, statement: SQL): Promise<Row[]> {
  const rows: readonly unknown[] = await guarded(async () => on.execute(statement));
  return [...rows] as Row[];
}

/** Runs `work` in one transaction, with failures turned into `dbErrors`. */
export function transaction<T>(db: Database, work: (tx: Executor) => Promise<T>): Promise<T> {
  return guarded(() => db.orm.transaction((tx) => work(tx)));
}
