import postgres from "postgres";
import { expect, test } from "vitest";
import { startTestPostgres, startTestTemporal, testPostgres, testTemporal } from "../src/index.ts";

test("each call gives an empty database of one shared server", async () => {
  const [first, second] = [await testPostgres(), await testPostgres()];
  expect(first).not.toBe(second);
  expect(new URL(first).port).toBe(new URL(second).port);
  const a = postgres(first);
  const b = postgres(second);
  await a`create table only_here (id int)`;
  expect(await b`select to_regclass('only_here') as found`).toEqual([{ found: null }]);
  await Promise.all([a.end(), b.end()]);
});

test("a killed PostgreSQL comes back on the same port with its data", async () => {
  const server = await startTestPostgres();
  const url = await server.freshDatabase();
  const before = postgres(url, { max: 1 });
  await before`create table kept as select generate_series(1, 1000) as n`;
  await before.end();
  const { pid } = server;
  await server.kill();
  await server.restart();
  expect(server.pid).not.toBe(pid);
  const after = postgres(url, { max: 1 });
  expect(await after`select count(*)::int as rows from kept`).toEqual([{ rows: 1000 }]);
  await after.end();
  await server.stop();
});

test("Temporal answers, and a killed one comes back on the same port", async () => {
  expect(await testTemporal()).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(await testTemporal()).toBe(await testTemporal());
  const server = await startTestTemporal();
  const { address, port } = server;
  await server.kill();
  await server.restart();
  expect(`127.0.0.1:${port}`).toBe(address);
  await server.stop();
});
