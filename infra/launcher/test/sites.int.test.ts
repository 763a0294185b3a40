import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { listSites, migrate, openDatabase } from "@qinghao/db";
import { ensureOwnDatabase } from "@qinghao/services";
import { startTestPostgres, type TestPostgres, testTemporal, whyNoTemporal } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporalVersion } from "../src/health.ts";
import { startNode } from "../src/hospital-node.ts";
import { demonstrationSites, registerSites } from "../src/sites.ts";

const reason = whyNoTemporal();
if (reason !== null) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)("the hospitals of the demonstration", () => {
  let postgres: TestPostgres;
  let temporal: string;
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-sites-"));
  const site = demonstrationSites[0]!;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    temporal = await testTemporal();
    await temporalVersion(temporal, "default");
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("each has names, a port, a queue and people of its own", () => {
    for (const name of ["id", "port", "seed"] as const) {
      expect(new Set(demonstrationSites.map((each) => each[name])).size).toBe(3);
    }
  });

  test("are known to the sponsor's side after a start", async () => {
    const url = await postgres.freshDatabase();
    const sponsor = openDatabase(url, { maxConnections: 2 });
    try {
      await migrate(sponsor);
      await registerSites(url, demonstrationSites);
      await registerSites(url, demonstrationSites);
      const ids = (await listSites(sponsor)).map((each) => each.id);
      expect(ids.sort()).toEqual(demonstrationSites.map((each) => each.id).sort());
    } finally {
      await sponsor.close();
    }
  });

  test("a node runs on a database and role of its own, answers for its pages, and stops when asked", async () => {
    const databaseUrl = await ensureOwnDatabase(postgres.url, site.id, true);
    const node = await startNode({
      site,
      databaseUrl,
      dataDir: path.join(folder, site.id),
      port: 0,
      log: path.join(folder, "node.log"),
      env: {
        ...process.env,
        DATABASE_URL: postgres.url,
        TEMPORAL_ADDRESS: temporal,
        QINGHAO_KNOWLEDGE: folder, // No packs: the pages answer all the same, and say that records could not be read.
        QINGHAO_SITE_PATIENTS: "10",
      },
    });
    const page = await (await fetch(node.ready.url)).text();
    expect(page).toContain(site.name.en);
    await node.stop();
    expect((await node.exited).code === 0 || (await node.exited).signal !== null).toBe(true);
    await expect(fetch(node.ready.url)).rejects.toThrow();
  });
});
