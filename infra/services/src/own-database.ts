import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { servicesErrors } from "./errors.ts";

/**
 * A database with a role of its own on a server that `adminUrl` may administer; made when absent. The role may enter no
 * database but its own, its own lets nobody else in, and its password is new with every call.
 * @param name of both; lower-case letters, digits and underscores
 * @param isOurs the whole server is ours: its first database, too, is closed to roles that were not let in
 * @returns the address for the role. Errors: `services.postgres.own_database`
 */
export async function ensureOwnDatabase(adminUrl: string, name: string, isOurs: boolean): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name)) throw new RangeError("a database name has lower-case letters and digits");
  const password = randomBytes(24).toString("hex");
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    // Grants on a database that several callers change at the same time fail; one after the other does not.
    await sql`select pg_advisory_lock(hashtext('qinghao own database'))`;
    const [role] = await sql`select 1 from pg_roles where rolname = ${name}`;
    if (role === undefined) await sql.unsafe(`create role ${name} login`);
    await sql.unsafe(`alter role ${name} login nosuperuser nocreatedb nocreaterole password '${password}'`);
    const [database] = await sql`select 1 from pg_database where datname = ${name}`;
    if (database === undefined) await sql.unsafe(`create database ${name} owner ${name}`);
    await sql.unsafe(`revoke connect on database ${name} from public`);
    if (isOurs) {
      const [first] = await sql<{ name: string }[]>`select quote_ident(current_database()) as name`;
      await sql.unsafe(`revoke connect on database ${first!.name} from public`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw servicesErrors.create("postgres.own_database", { name, reason }, error);
  } finally {
    await sql.end({ timeout: 5 });
  }
  const url = new URL(adminUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}
