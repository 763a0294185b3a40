import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findTemporal, isTemporalHealthy, startTemporal } from "../src/index.ts";

const { TEMPORAL_ADDRESS: _elsewhere, ...env } = process.env;
const found = findTemporal({ env });
if (found.kind !== "binary") console.log("skipped: no Temporal program was found; run `npm test` once");

test.skipIf(found.kind !== "binary")("starts, moves off a taken port, survives kill -9, stops", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-temporal-"));
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  const address = blocker.address();
  const taken = typeof address === "object" && address ? address.port : 0;
  const options = { dbFile: path.join(folder, "temporal.db"), log: path.join(folder, "log") };
  const first = await startTemporal({ ...options, port: taken });
  expect(first.port).toBeGreaterThan(taken);
  expect(await isTemporalHealthy(first.httpUrl)).toBe(true);
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  expect(await isTemporalHealthy(first.httpUrl)).toBe(false);
  const second = await startTemporal({ ...options, port: first.port });
  expect(second.address).toBe(first.address);
  await second.stop();
  expect(await isTemporalHealthy(second.httpUrl)).toBe(false);
  blocker.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(found.kind !== "binary")("a file that a killed server left without tables is begun anew", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-temporal-"));
  const dbFile = path.join(folder, "temporal.db");
  writeFileSync(dbFile, "");
  const server = await startTemporal({ dbFile, log: path.join(folder, "log") });
  expect(await isTemporalHealthy(server.httpUrl)).toBe(true);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(found.kind !== "binary")("a port that is lost while it starts costs one more start", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-temporal-"));
  const program = path.join(folder, "temporal.sh");
  const real = found.kind === "binary" ? found.path : "";
  // Fails as Temporal does the first time, and is Temporal from then on.
  const lines = [
    "#!/bin/sh",
    `if [ ! -e "${folder}/tried" ]; then`,
    `  touch "${folder}/tried"; echo 'listen tcp: bind: address already in use' >&2; exit 2`,
    "fi",
    `exec "${real}" "$@"`,
  ];
  writeFileSync(program, lines.join("\n"), { mode: 0o755 });
  const server = await startTemporal({
    dbFile: path.join(folder, "temporal.db"),
    log: path.join(folder, "log"),
    program,
  });
  expect(await isTemporalHealthy(server.httpUrl)).toBe(true);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a program that is not there is a clear failure", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-temporal-"));
  const options = {
    dbFile: path.join(folder, "temporal.db"),
    log: path.join(folder, "log"),
    program: "/no/such/temporal",
  };
  await expect(startTemporal(options)).rejects.toMatchObject({ code: "services.temporal.start_failed" });
  rmSync(folder, { recursive: true, force: true });
});
