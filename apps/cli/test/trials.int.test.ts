import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createQinghaoClient } from "@qinghao/api/client";
import { openDatabase, registerSite } from "@qinghao/db";
import { buildKnowledge, standardFolders } from "@qinghao/knowledge/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, startInstallation } from "./installation.ts";
import { runCli } from "./run-cli.ts";

let installation: Installation;
let folder: string;
const run = (...args: string[]) => runCli([...args, "--server", installation.url]);

beforeAll(async () => {
  const packs = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
  [installation, folder] = await Promise.all([
    startInstallation(packs),
    mkdtemp(join(tmpdir(), "qinghao-cli-trials-")),
  ]);
}, 240_000);
afterAll(async () => {
  await installation?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** What two people do on the review page. */
async function signByTwo(trialId: string): Promise<void> {
  const { trials } = createQinghaoClient({ server: installation.url, locale: () => "en" });
  const { versions } = await trials.get.query({ trialId });
  let version = await trials.criteria.get.query({ versionId: versions[0]!.id });
  const reviewed = { decision: "accepted" as const, person: "first reader", at: "2026-01-31T08:00:00.000Z" };
  const reviews = Object.fromEntries(version.document.criteria.map(({ id }) => [id, reviewed]));
  const { id: versionId, document } = version;
  version = await trials.criteria.save.mutate({ versionId, revision: version.revision, document, reviews });
  for (const person of ["first reader", "second reader"])
    version = await trials.criteria.sign.mutate({ versionId, revision: version.revision, person, hash: version.hash });
  expect(version.state).toBe("signed");
}

describe("qinghao trials", () => {
  it("imports eligibility text, asks hospitals only what two people signed, and lists and cancels runs", async () => {
    const text = join(folder, "diabetes.txt");
    await writeFile(text, "入选标准：\n1. 年龄18至75岁\n2. 2型糖尿病\n排除标准：\n1. 妊娠期或哺乳期女性\n");
    const imported = await run("trials", "import", text, "--title", "二线治疗", "--lang", "zh");
    expect([imported.code, imported.stderr]).toEqual([0, expect.stringContaining("3 条标准：")]);
    const id = imported.stdout.trim();
    expect((await run("trials", "list")).stdout).toMatch(new RegExp(`^${id} .* draft .* 3 .* 二线治疗$`, "m"));

    const written = join(folder, "criteria.json");
    expect((await run("trials", "criteria", id, "-o", written)).code).toBe(0);
    const { criteria } = JSON.parse(await readFile(written, "utf8"));
    expect(criteria.map(({ type }: { type: string }) => type)).toEqual(["inclusion", "inclusion", "exclusion"]);

    const unsigned = await run("trials", "ask", id, "--requester", "CRO");
    expect(unsigned).toMatchObject({ code: 1, stderr: expect.stringContaining("two people sign it") });
    await signByTwo(id);
    const db = openDatabase(installation.databaseUrl);
    await registerSite(db, { id: "site_alder", name: { en: "Alder", zh: "桤木医院" }, source: "FHIR R4" });
    await db.close();
    expect((await run("trials", "sites", "--lang", "zh")).stdout).toMatch(/^site_alder\s+away\s+FHIR R4\s+桤木医院$/m);

    const asked = await run("trials", "ask", id, "--requester", "CRO", "--as-of", "2026-01-31");
    expect([asked.code, asked.stderr]).toEqual([0, ""]);
    expect(asked.stdout).toMatch(/^run_\S+ \w+, feasibility, 2026-01-31\n/);
    expect(asked.stdout).toMatch(/^site_alder\s+waiting\s+–\s+–\s+–\s+–$/m);
    const runId = asked.stdout.split(" ")[0]!;
    expect((await run("trials", "runs", id)).stdout).toMatch(new RegExp(`^${runId} .* 0/1 .* CRO$`, "m"));
    const released = await run("trials", "get", runId, "-o", "-");
    expect(released.stdout).toBe("site,state,measure,criterion,people\nsite_alder,waiting,,,\n");
    expect((await run("trials", "cancel", runId)).stdout).toMatch(/^run_\S+ cancell(?:ed|ing),/);
  });

  it("says what is wrong with a date, a hospital or a file", async () => {
    const [{ id }] = JSON.parse((await run("trials", "list", "--json")).stdout).trials;
    const ask = (...more: string[]) => run("trials", "ask", id, "--requester", "CRO", ...more);
    expect(await ask("--as-of", "2026-02-30")).toMatchObject({ code: 2, stderr: expect.stringContaining("--as-of") });
    expect(await ask("--site", "site_nowhere")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("site_nowhere"),
    });
    const missing = await run("trials", "import", join(folder, "nothing.json"));
    expect(missing).toMatchObject({ code: 3, stderr: expect.stringContaining("nothing.json") });
  });
});
