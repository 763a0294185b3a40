import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type LogLine, verifyLog } from "@qinghao/data-space";
import {
  getLoad,
  listCandidates,
  listChangedPatients,
  listLog,
  listRecords,
  listUnmapped,
  setMapping,
} from "@qinghao/db/site";
import { testPostgres } from "@qinghao/testing";
import { evaluatePatient } from "@qinghao/trials/evaluate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HospitalNode, openNode } from "../src/node.ts";
import { nodeSettingsSchema } from "../src/settings.ts";
import { knowledgeFolder } from "./knowledge-folder.ts";
import { diabetesDocument, siteQuery } from "./signed-criteria.ts";

const knowledge = knowledgeFolder();
if (knowledge === null)
  console.warn("skipped: no knowledge packs were built; run `npm start` or set QINGHAO_KNOWLEDGE");
const signal = new AbortController().signal;

describe.skipIf(knowledge === null)("a hospital's node", () => {
  let node: HospitalNode;
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-node-"));

  beforeAll(async () => {
    node = await openNode(
      nodeSettingsSchema.parse({
        QINGHAO_SITE: "site_made-up",
        QINGHAO_SITE_NAME_EN: "Made-up Hospital",
        QINGHAO_SITE_NAME_ZH: "虚构医院",
        DATABASE_URL: await testPostgres(),
        TEMPORAL_ADDRESS: "127.0.0.1:1",
        QINGHAO_NODE_DATA: folder,
        QINGHAO_KNOWLEDGE: knowledge,
        QINGHAO_NODE_PATIENTS: "400",
        QINGHAO_NODE_FLAVOUR: "cn",
        QINGHAO_NODE_DIRT: "3",
      }),
    );
    await node.refresh();
  });
  afterAll(async () => {
    await node?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("reads its population, keeps the extract in step and lists what it could not map", async () => {
    const load = await getLoad(node.db);
    expect(load).toMatchObject({ state: "ready", version: 1, extractVersion: 1, error: null });
    expect(load.people).toBeGreaterThanOrEqual(400);
    expect((await listUnmapped(node.db)).some((row) => row.what === "code")).toBe(true);
  });

  test("answers a query with released values that agree with the reference engine", async () => {
    const query = await siteQuery("run_first");
    await node.work.admitQuery({ query }, signal);
    const release = await node.work.answerQuery({ query }, signal);
    const { terminology } = await node.knowledge();
    const records = await listRecords(node.db, await listChangedPatients(node.db, 0));
    const verdicts = records.map(({ body }) =>
      evaluatePatient(diabetesDocument, body, terminology, { asOf: query.asOf }),
    );
    const people = (holds: (one: (typeof verdicts)[number]) => boolean) => verdicts.filter(holds).length;
    // A part takes up the rounding and the withheld people of its neighbours: at most 2 + 2 + 9.
    const isNear = (released: number | "below-threshold", count: number) =>
      released === "below-threshold" ? count < 20 : Math.abs(released - count) <= 14;
    for (const eligible of ["yes", "unknown", "no"] as const) {
      expect(
        isNear(
          release.eligible[eligible],
          people((one) => one.eligible === eligible),
        ),
        eligible,
      ).toBe(true);
    }
    for (const criterion of release.criteria ?? []) {
      const count = (verdict: string) =>
        people((one) => one.verdicts.some((each) => each.criterion === criterion.id && each.verdict === verdict));
      expect(isNear(criterion.met, count("met")), `${criterion.id} met`).toBe(true);
      expect(isNear(criterion.notMet, count("not-met")), `${criterion.id} not met`).toBe(true);
      expect(isNear(criterion.unknown, count("unknown")), `${criterion.id} unknown`).toBe(true);
    }
    expect(release.funnel?.steps.map((step) => step.id)).toEqual(["i1", "i2", "i3", "e1"]);
    expect(await node.work.answerQuery({ query }, signal)).toEqual(release);
  });

  test("gives the same numbers to the same question of another run", async () => {
    const first = await node.work.answerQuery({ query: await siteQuery("run_first") }, signal);
    const second = await node.work.answerQuery({ query: await siteQuery("run_second") }, signal);
    const { logHash: _a, run: _b, ...numbers } = first;
    expect(second).toMatchObject(numbers);
    expect(second.logHash).not.toBe(first.logHash);
  });

  test("puts people who may fit on its own list, best first, with evidence or what to ask next", async () => {
    const query = await siteQuery("run_match", { purpose: "matching" });
    await node.work.enlistCandidates({ query }, signal);
    const { rows, total } = await listCandidates(node.db, "trial_diabetes", { status: null, offset: 0, limit: 500 });
    expect(total).toBeGreaterThan(5);
    expect(rows.map((row) => row.score)).toEqual(rows.map((row) => row.score).toSorted((a, b) => b - a));
    for (const { verdicts } of rows) {
      expect(verdicts.map((verdict) => verdict.criterion)).toEqual(["i1", "i2", "i3", "e1"]);
      for (const each of verdicts)
        expect(each.verdict === "unknown" ? each.missing : each.evidence.length).toBeTruthy();
    }
  });

  test("a mapping touches only the records that carry the code, and their candidates", async () => {
    const [row] = (await listUnmapped(node.db)).filter((each) => each.what === "code" && each.system !== "");
    const { system, code } = row!;
    await setMapping(node.db, { system, code, display: null, concept: "LAB:haemoglobin", person: "Wang" });
    await node.refresh(true);
    const { version, people, extractVersion } = await getLoad(node.db);
    expect([version, extractVersion]).toEqual([2, 2]);
    const changed = await listRecords(node.db, await listChangedPatients(node.db, 1));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(people);
    for (const { body } of changed) {
      expect(body.facts.some((fact) => fact.codes.some((each) => each.system === system && each.code === code))).toBe(
        true,
      );
    }
    expect((await listUnmapped(node.db)).some((each) => each.system === system && each.code === code)).toBe(false);
    await node.refresh();
    expect((await getLoad(node.db)).version).toBe(2);
  });

  test("writes every query and release into a chain that shows a change", async () => {
    const lines = (await listLog(node.db)) as LogLine[];
    const kinds = lines.map((line) => line.entry.kind);
    expect(kinds.filter((kind) => kind === "query")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "release")).toHaveLength(2);
    expect(await verifyLog(lines)).toMatchObject({ ok: true, lines: lines.length });
    const forged = lines.map((line) => ({ ...line, at: line.seq === 2 ? "2020-01-01T00:00:00Z" : line.at }));
    expect(await verifyLog(forged)).toMatchObject({ ok: false, seq: 2 });
  });
});
