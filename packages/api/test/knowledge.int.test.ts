import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, openDatabase } from "@qinghao/db";
import { testPostgres } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createQinghaoClient, failureFrom, type QinghaoClient } from "../src/client.ts";
import { type Api, createApi, listen } from "../src/server.ts";
import { gefitinib, writeSmallPacks } from "./small-packs.ts";

let folder: string;
let databaseUrl: string;
let api: Api;
let server: Awaited<ReturnType<typeof listen>>;
let client: QinghaoClient;
let projectId: string;

const envOf = (knowledgeDir: string | null) => ({
  databaseUrl,
  temporalAddress: "127.0.0.1:9",
  namespace: "default",
  artifactsDir: folder,
  weightsDir: folder,
  knowledgeDir,
  backend: "cpu" as const,
  logLevel: "silent" as const,
});

beforeAll(async () => {
  [databaseUrl, folder] = await Promise.all([testPostgres(), mkdtemp(join(tmpdir(), "qinghao-api-knowledge-"))]);
  await writeSmallPacks(folder);
  const db = openDatabase(databaseUrl);
  await migrate(db);
  await db.close();
  api = createApi(envOf(folder));
  server = await listen(api);
  client = createQinghaoClient({ server: server.url });
  projectId = (await client.projects.create.mutate({ name: "肺 Lung" })).id;
});
afterAll(async () => {
  await server?.close();
  await api?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const get = async (path: string, language = "en") => {
  const response = await fetch(`${server.url}/api/v1${path}`, { headers: { "accept-language": language } });
  return { status: response.status, body: await response.json() };
};
const post = async (path: string, body: unknown) => {
  const init = { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(`${server.url}/api/v1${path}`, init);
  return { status: response.status, body: await response.json() };
};
const tableOf = async (path: string) => {
  const response = await fetch(`${server.url}/api/v1${path}`);
  expect(response.headers.get("content-type")).toContain("text/tab-separated-values");
  const [head, ...lines] = (await response.text()).trimEnd().split("\n");
  const columns = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, at) => [columns[at], cell])));
};
const failureOf = async (call: Promise<unknown>) =>
  failureFrom(
    await call.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  );

describe("the shipped knowledge, the same by tRPC and by REST", () => {
  it("lists sources with licence and counts, per pack", async () => {
    const { packs, sources } = await client.knowledge.sources.query();
    expect(packs.map(({ name }) => name)).toEqual(["core", "share-alike"]);
    expect(sources).toMatchObject([
      { id: "mondo", pack: "core", licence: "CC-BY-4.0", counts: { concepts: 15, relations: 15 } },
      { id: "drugcentral", pack: "share-alike", counts: { concepts: 0, names: 0, relations: 1 } },
    ]);
    expect((await get("/knowledge/sources")).body).toEqual({ packs, sources });
  });

  it.each([
    ["a synonym", "nsclc", "MONDO:0005233"],
    ["Chinese", "小细胞肺", "MONDO:0005233"],
    ["pinyin initials", "fxxbfa", "MONDO:0005233"],
    ["a code", "C34.9", "ICD10CM:C34.9"],
    ["an InChIKey", gefitinib.inchikey, gefitinib.id],
    ["a trial number", "NCT00322452", "NCT:NCT00322452"],
  ])("finds by %s", async (_what, q, id) => {
    const { hits } = await client.knowledge.search.query({ q });
    expect(hits[0]).toMatchObject({ id });
    expect((await post("/knowledge/search", { q })).body.hits).toEqual(hits);
  });

  it("shows a concept, its relations, surroundings and codes by the same id in the path", async () => {
    const id = "MONDO:0005233";
    const path = `/knowledge/concepts/${encodeURIComponent(id)}`;
    expect((await get(path)).body).toEqual(await client.knowledge.concept.query({ id }));
    const page = await client.knowledge.neighbours.query({ id, direction: "in", limit: 2 });
    expect([page.total, page.rows.length]).toEqual([5, 2]);
    expect((await get(`${path}/relations?direction=in&limit=2`)).body).toEqual(page);
    const graph = await client.knowledge.graph.query({ id });
    expect((await post(`${path}/graph`, {})).body).toEqual(graph);
    const codes = await client.knowledge.expand.query({ id, system: "icd10cm" });
    expect(codes.candidates.map(({ code }) => code)).toEqual(["C34.9"]);
    expect((await get(`${path}/codes?system=icd10cm`)).body).toEqual(codes);
  });

  it("links texts of both languages and keeps places of the text as it was given", async () => {
    const texts = ["EGFR-mutant NSCLC on gefitinib", "", "血红蛋白"];
    const { texts: linked } = await client.knowledge.link.mutate({ texts });
    expect(linked.map(({ mentions }) => mentions.map(({ concept }) => concept?.id))).toEqual([
      expect.arrayContaining(["MONDO:0005233", gefitinib.id]),
      [],
      ["LAB:haemoglobin"],
    ]);
    for (const { start, end, matched } of linked[0]!.mentions) expect(texts[0]!.slice(start, end)).toBe(matched);
    expect((await post("/knowledge/link", { texts })).body).toEqual({ texts: linked });
  });

  it("answers target and drug", async () => {
    const target = await client.knowledge.target.query({ id: "HGNC:3236" });
    expect(target).toMatchObject({ uniprot: ["P00533"], compounds: [] });
    expect((await get("/knowledge/targets/HGNC%3A3236")).body).toEqual(target);
    const drug = await client.knowledge.drug.query({ id: gefitinib.id });
    expect(drug).toMatchObject({ inchikey: gefitinib.inchikey, compound: null });
    expect((await get(`/knowledge/drugs/${gefitinib.id}`)).body).toEqual(drug);
  });

  it.each([
    [
      "an unknown concept",
      "/knowledge/concepts/MONDO%3A0",
      404,
      "knowledge.concept.unknown",
      "没有编号为 MONDO:0 的概念",
    ],
    [
      "an unknown system",
      "/knowledge/concepts/MONDO:0005233/codes?system=snomed",
      422,
      "knowledge.system.unknown",
      "icd10-cn, icd10cm",
    ],
    ["a disease as a drug", "/knowledge/drugs/MONDO:0005233", 422, "api.concept.not_drug", "不是药物"],
    [
      "an unknown project",
      "/knowledge/concepts/HGNC:3236?projectId=prj_000000000000",
      404,
      "db.project.missing",
      "不存在",
    ],
    ["a download of nothing", "/knowledge/concepts/MONDO:0/relations.tsv", 404, "knowledge.concept.unknown", "MONDO:0"],
    ["codes without a system", "/knowledge/concepts/MONDO:0005233/codes.tsv", 400, "api.input.invalid", "system"],
    ["a broken escape", "/knowledge/concepts/%E4%B8", 400, "api.input.invalid", "%"],
  ])("answers %s with a clear error", async (_what, path, status, code, text) => {
    const answer = await get(path, "zh-CN");
    expect(answer).toMatchObject({ status, body: { error: { code, text: expect.stringContaining(text) } } });
  });

  it("says in the health what is open", async () => {
    const { services } = await client.system.health.query();
    expect(services.find(({ name }) => name === "knowledge")).toMatchObject({
      ok: true,
      detail: "core test, share-alike test",
    });
  });
});

describe("what a project adds", () => {
  const name = {
    entry: "name" as const,
    concept: "MONDO:0005233",
    text: "肺非小",
    language: "zh-Hans" as const,
    role: "synonym" as const,
  };
  const code = {
    entry: "code" as const,
    system: "his-dx",
    code: "0071/a",
    text: "非小细胞肺Ca",
    language: "zh-Hans" as const,
    concept: "MONDO:0005233",
    relation: "exact" as const,
  };

  it("is seen by the project at once, and by nobody else", async () => {
    const added = await client.knowledge.own.add.mutate({
      projectId,
      entries: [name, code, { ...name, concept: "MONDO:1" }],
    });
    expect(added).toEqual({ added: 3, present: 0, refused: [] });
    expect(await client.knowledge.own.add.mutate({ projectId, entries: [name] })).toMatchObject({
      added: 0,
      present: 1,
    });
    const { entries } = await client.knowledge.own.list.query({ projectId });
    expect(entries.map(({ dangling }) => dangling)).toEqual([false, false, true]);
    const seen = await client.knowledge.search.query({ q: "肺非小", projectId });
    expect(seen.hits[0]).toMatchObject({ id: "MONDO:0005233", matched: { text: "肺非小" } });
    expect((await client.knowledge.search.query({ q: "肺非小" })).hits).toEqual([]);
    const { texts } = await client.knowledge.link.mutate({ texts: ["诊断：肺非小"], kinds: ["disease"], projectId });
    expect(texts[0]!.mentions[0]!.concept?.id).toBe("MONDO:0005233");
    const view = await client.knowledge.concept.query({ id: "MONDO:0005233", projectId });
    expect(view.codes).toContainEqual(
      expect.objectContaining({ system: "local:his-dx", code: "0071/a", source: "project" }),
    );
    const local = await get(`/knowledge/concepts/${encodeURIComponent("LOCAL:his-dx/0071/a")}?projectId=${projectId}`);
    expect(local).toMatchObject({ status: 200, body: { kind: "code", name: { zh: "非小细胞肺Ca" } } });
  });

  it("comes out as a table that goes into another project", async () => {
    const path = `${server.url}/api/v1/projects/${projectId}/knowledge.tsv`;
    const table = await (await fetch(path)).text();
    const marked = new Uint8Array(await (await fetch(`${path}?bom=1`)).arrayBuffer());
    expect([...marked.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const other = (await client.projects.create.mutate({ name: "copy" })).id;
    const imported = await client.knowledge.own.import.mutate({ projectId: other, table: `${table}name\tnowhere\n` });
    expect(imported).toMatchObject({ added: 3, present: 0, refused: [{ line: 5 }] });
    expect(await (await fetch(path.replace(projectId, other))).text()).toBe(table);
  });

  it("is gone when it is removed", async () => {
    const { entries } = await client.knowledge.own.list.query({ projectId });
    const ids = entries.map(({ id }) => id);
    const removed = await post(`/projects/${projectId}/knowledge/remove`, { ids });
    expect(removed).toMatchObject({ status: 200, body: { removed: 3 } });
    expect((await client.knowledge.search.query({ q: "肺非小", projectId })).hits).toEqual([]);
  });

  it("shows the project's compounds that are drugs of a target", async () => {
    const made = await client.compounds.register.mutate({ projectId, structure: gefitinib.smiles, name: "ZD1839" });
    const { compounds } = await client.knowledge.target.query({ id: "HGNC:3236", projectId });
    expect(compounds).toMatchObject([{ id: made.compound.id, name: "ZD1839", drug: { id: gefitinib.id } }]);
    const drug = await client.knowledge.drug.query({ id: gefitinib.id, projectId });
    expect(drug).toMatchObject({ compound: { id: made.compound.id }, smiles: { from: "project" } });
  });

  it("refuses entries that say nothing", async () => {
    const failure = await failureOf(
      client.knowledge.own.add.mutate({ projectId, entries: [{ ...name, concept: "lung" }] }),
    );
    expect(failure).toMatchObject({ code: "api.input.invalid" });
  });
});

describe("tables of a concept", () => {
  it("carry names, sources and licences, not only ids", async () => {
    const names = await tableOf("/knowledge/concepts/MONDO:0005233/names.tsv");
    expect(names).toContainEqual(
      expect.objectContaining({ text: "NSCLC", role: "abbreviation", name_zh: "非小细胞肺癌", licence: "CC-BY-4.0" }),
    );
    const relations = await tableOf("/knowledge/concepts/MONDO:0005233/relations.tsv");
    expect(relations).toContainEqual(
      expect.objectContaining({
        subject_name_zh: "吉非替尼",
        predicate: "indicated-for",
        object_name_en: "non-small cell lung carcinoma",
        licence: "CC-BY-SA-4.0",
      }),
    );
    const codes = await tableOf("/knowledge/concepts/MONDO:0005138/codes.tsv?system=icd10cm");
    expect(codes.map((row) => [row.part, row.code, row.relation, row.source])).toEqual([
      ["set", "C34", "exact", "mondo"],
      ["set", "C34.9", "narrower", "mondo"],
    ]);
  });

  it("hold the codes of a system that has no concepts of its own", async () => {
    const codes = await tableOf("/knowledge/concepts/LAB:haemoglobin/codes.tsv?system=loinc");
    expect(codes).toMatchObject([{ code: "718-7", title_zh: "血红蛋白", licence: "CC-BY-4.0" }]);
  });
});

describe("without packs", () => {
  it.each([
    ["no folder was named", null, "QINGHAO_KNOWLEDGE"],
    ["it is not there", "/nonexistent", "/nonexistent"],
  ])("answers 503 with the remedy when %s, and everything else goes on", async (_what, place, named) => {
    const bare = createApi(envOf(place));
    const answer = async (path: string) => {
      const response = await bare.handleRest(new Request(`http://localhost/api/v1${path}`));
      return { status: response.status, body: await response.json() };
    };
    try {
      const refused = await answer("/knowledge/sources");
      expect(refused).toMatchObject({
        status: 503,
        body: { error: { code: "api.knowledge.missing", retry: "later" } },
      });
      expect(refused.body.error.text).toMatch(/npm start -- --check/);
      expect(refused.body.error.text).toContain(named);
      expect((await answer("/projects")).status).toBe(200);
    } finally {
      await bare.close();
    }
  });
});
