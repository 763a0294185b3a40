import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { failureFrom, type QinghaoClient } from "../src/client.ts";
import { type ServedApi, serveApi } from "./served-api.ts";

const aspirin = "CC(=O)Oc1ccccc1C(=O)O";
const aspirinKey = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N"; // PubChem CID 2244

let served: ServedApi;
let client: QinghaoClient;

const weightsDir = new URL("../../../datasets/weights", import.meta.url).pathname;

beforeAll(async () => {
  served = await serveApi({ weightsDir });
  client = served.client;
  return () => served.close();
});

const rest = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${served.url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

const failureOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return failureFrom(error);
};

describe("projects, the same by tRPC and by REST", () => {
  it("makes, lists, reads and renames", async () => {
    const made = await rest("POST", "/projects", { name: "  Kinase hits " });
    expect(made).toMatchObject({ status: 200, body: { name: "Kinase hits", compounds: 0 } });
    const id: string = made.body.id;
    expect((await rest("GET", `/projects/${id}`)).body).toEqual(await client.projects.get.query({ projectId: id }));
    await client.projects.rename.mutate({ projectId: id, name: "激酶" });
    const listed = await rest("GET", "/projects");
    expect(listed.body.projects[0]).toMatchObject({ id, name: "激酶" });
  });

  it("says what is wrong, in the caller's language", async () => {
    const unknown = "prj_000000000000000000000";
    const missing = await rest("GET", `/projects/${unknown}`, undefined, { "accept-language": "zh-CN" });
    expect(missing).toMatchObject({
      status: 404,
      body: { error: { code: "db.project.missing", text: `项目 ${unknown} 不存在。` } },
    });
    const byTrpc = await failureOf(client.projects.get.query({ projectId: unknown }));
    expect(byTrpc).toMatchObject({ code: "db.project.missing", text: `There is no project ${unknown}.` });
    const invalid = await rest("POST", "/projects", { name: "" });
    expect(invalid).toMatchObject({
      status: 400,
      body: { error: { code: "api.input.invalid", issues: [{ path: "name" }] } },
    });
    expect(await rest("GET", "/projects/not-an-id")).toMatchObject({ status: 400 });
  });

  it.each([
    ["a path that is none", "GET", "/nothing", undefined, 404, "api.route.unknown"],
    ["a method that is none", "DELETE", "/projects", undefined, 404, "api.route.unknown"],
    ["a body that is a list", "POST", "/projects", [], 400, "api.body.unreadable"],
  ])("answers %s with a clear error", async (_name, method, path, body, status, code) => {
    expect(await rest(method, path, body)).toMatchObject({ status, body: { error: { code } } });
  });

  it("answers broken JSON and the wrong content type", async () => {
    const send = (body: string, type: string) =>
      fetch(`${served.url}/api/v1/projects`, { method: "POST", body, headers: { "content-type": type } });
    expect((await send("{", "application/json")).status).toBe(400);
    expect((await send("name=x", "application/x-www-form-urlencoded")).status).toBe(415);
  });

  it("refuses another host and another origin, by REST and by tRPC", async () => {
    const headers = { origin: "https://evil.example", "content-type": "application/json" };
    for (const path of ["/api/v1/projects", "/api/trpc/projects.create"]) {
      const response = await fetch(`${served.url}${path}`, { method: "POST", headers, body: '{"name":"x"}' });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });
});

describe("compounds", () => {
  let projectId: string;
  beforeAll(async () => {
    projectId = (await client.projects.create.mutate({ name: "compounds" })).id;
  });

  it("registers the parent of a structure once", async () => {
    const first = await client.compounds.register.mutate({ projectId, structure: `${aspirin}.[Na]`, name: "aspirin" });
    expect(first).toMatchObject({ existed: false, compound: { inchikey: aspirinKey, name: "aspirin" } });
    expect(first.compound.descriptors.mw).toBeCloseTo(180.16, 1);
    const again = await client.compounds.register.mutate({ projectId, structure: "OC(=O)c1ccccc1OC(C)=O" });
    expect(again).toMatchObject({ existed: true, compound: { id: first.compound.id, inputText: `${aspirin}.[Na]` } });
    const found = await rest("GET", `/projects/${projectId}/compounds/by-inchikey/${aspirinKey}`);
    expect(found.body.compound.id).toBe(first.compound.id);
    expect((await client.compounds.history.query({ projectId, compoundId: first.compound.id })).entries).toEqual([]);
  });

  it("gives the reason when a structure cannot be read", async () => {
    const failure = await failureOf(client.compounds.register.mutate({ projectId, structure: "C(C)(C)(C)(C)C" }));
    expect(failure).toMatchObject({ code: "chemistry.structure.valence", details: { valence: 5 } });
  });

  it("lists a page, filtered and sorted, by both ways", async () => {
    for (const structure of ["CCO", "c1ccccc1", "CCCCCCCC"])
      await client.compounds.register.mutate({ projectId, structure });
    const input = { projectId, sort: { column: "mw" as const, dir: "desc" as const }, limit: 2 };
    const page = await client.compounds.list.query(input);
    expect(page.total).toBe(4);
    expect(page.rows.map(({ formula }) => formula)).toEqual(["C9H8O4", "C8H18"]);
    const { projectId: _inPath, ...body } = input;
    expect((await rest("POST", `/projects/${projectId}/compounds/query`, body)).body).toEqual(page);
    const light = await client.compounds.list.query({ projectId, ranges: [{ column: "mw", max: 60 }] });
    expect(light.rows.map(({ smiles }) => smiles)).toEqual(["CCO"]);
  });

  it("exports CSV with units and marks for what was not measured", async () => {
    const response = await fetch(`${served.url}/api/v1/projects/${projectId}/export.csv`);
    const lines = (await response.text()).trim().split("\r\n");
    expect(response.headers.get("content-disposition")).toContain('filename="compounds.csv"');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain("aqueous-solubility [log10(mol/L)]");
    expect(lines[0]).toContain("tpsa [Å²]");
    expect(lines[1]).toContain(",–,–,–,–,–,");
    const narrow = await fetch(`${served.url}/api/v1/projects/${projectId}/export.csv?columns=inchikey`);
    expect((await narrow.text()).split("\r\n")[0]).toBe("id,smiles,inchikey");
    const marked = await fetch(`${served.url}/api/v1/projects/${projectId}/export.csv?bom=1`);
    expect([...new Uint8Array(await marked.arrayBuffer()).slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64]);
    const wrong = await rest("GET", `/projects/${projectId}/export.csv?columns=nonsense`);
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: "api.column.unknown" } } });
  });

  it("exports SDF that holds every molecule", async () => {
    const response = await fetch(`${served.url}/api/v1/projects/${projectId}/export.sdf`);
    const records = (await response.text()).split("$$$$\n").slice(0, -1);
    expect(records).toHaveLength(4);
    expect(records[0]!.split("\n")[0]).toBe("aspirin");
    expect(records[0]).toMatch(/ 13 13 .*V2000/);
    expect(records[0]).toContain(`>  <inchikey>\n${aspirinKey}\n`);
  });
});

describe("uploads and imports", () => {
  let projectId: string;
  beforeAll(async () => {
    projectId = (await client.projects.create.mutate({ name: "imports" })).id;
  });
  const upload = (bytes: BodyInit, name: string) =>
    fetch(`${served.url}/api/v1/uploads?fileName=${encodeURIComponent(name)}`, { method: "POST", body: bytes });

  it("stores the bytes and shows how they are read", async () => {
    const text = "compound,structure,note\n阿司匹林,CC(=O)Oc1ccccc1C(=O)O,old\nbroken,C1CC,new\n";
    const response = await upload(text, "名单.csv");
    const stored = await response.json();
    expect(response.status).toBe(200);
    expect(stored.size).toBe(new TextEncoder().encode(text).length);
    expect(stored.preview).toMatchObject({ format: "csv", hasHeader: true, fileName: "名单.csv" });
    expect(stored.preview.columns.map((column: { name: string }) => column.name)).toEqual([
      "compound",
      "structure",
      "note",
    ]);
    expect(stored.preview.rows[0]).toMatchObject({ row: 1, line: 2, text: aspirin });
  });

  it.each([
    ["an empty file", new Uint8Array(0), "chemistry.file.empty"],
    [
      "binary junk",
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      "chemistry.file.binary",
    ],
  ])("keeps %s but says why it cannot be read", async (_name, bytes, code) => {
    const stored = await (await upload(bytes, "junk.smi")).json();
    expect(stored).toMatchObject({ preview: null, problem: { code } });
  });

  it("refuses a file above the limit before it has come", async () => {
    const { request } = await import("node:http");
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${served.url}/api/v1/uploads`, {
        method: "POST",
        headers: { "content-length": String(3 * 1024 ** 3) },
      });
      call.on("response", (response) => {
        resolve(response.statusCode);
        call.destroy();
      });
      call.on("error", reject);
      call.write("C");
    });
    expect(status).toBe(413);
  });

  it("previews pasted text, and asks for one source", async () => {
    const preview = await client.imports.preview.mutate({ text: "CCO ethanol\nnot-a-molecule x\n" });
    expect(preview.rows.map(({ text }) => text)).toEqual(["CCO", "not-a-molecule"]);
    expect(await failureOf(client.imports.preview.mutate({}))).toMatchObject({ code: "api.source.missing" });
  });

  it("starts an import as a job that can be listed and cancelled", async () => {
    const started = await client.imports.start.mutate({ projectId, text: "CCO ethanol\n" });
    expect(started).toMatchObject({ state: "queued", counts: { read: 0 } });
    expect((await client.imports.list.query({ projectId })).rows.map(({ id }) => id)).toContain(started.id);
    const stopped = await client.imports.cancel.mutate({ importId: started.id });
    expect(["cancelling", "cancelled"]).toContain(stopped.state);
    expect(await client.imports.rejects.query({ importId: started.id })).toEqual({ total: 0, rows: [] });
  });
});

describe("runs and what they wait for", () => {
  let projectId: string;
  beforeAll(async () => {
    projectId = (await client.projects.create.mutate({ name: "runs" })).id;
    await client.compounds.register.mutate({ projectId, structure: aspirin });
  });
  const endpoints = ["aqueous-solubility"];

  it("says that no worker is there", async () => {
    const started = await client.runs.start.mutate({ projectId, endpoints });
    const run = await client.runs.get.query({ runId: started.id });
    expect(run).toMatchObject({ state: "queued", endpoints, waiting: { reason: "no_worker", queue: "modelling" } });
    const queues = await rest("GET", "/system/queues");
    expect(queues.body.reachable).toBe(true);
    expect(queues.body.queues.every((queue: { pollers: number }) => queue.pollers === 0)).toBe(true);
    expect((await client.runs.list.query({})).rows.map(({ id }) => id)).toContain(started.id);
    await client.runs.cancel.mutate({ runId: started.id });
  });

  it.each([
    ["an unknown endpoint", { endpoints: ["colour"] }, "api.endpoint.unknown"],
    ["no endpoint", { endpoints: [] }, "api.input.invalid"],
  ])("refuses %s", async (_name, change, code) => {
    expect(await failureOf(client.runs.start.mutate({ projectId, ...change }))).toMatchObject({ code });
  });

  it("refuses a run over nothing", async () => {
    const empty = (await client.projects.create.mutate({ name: "empty" })).id;
    const failure = await failureOf(client.runs.start.mutate({ projectId: empty, endpoints }));
    expect(failure).toMatchObject({ code: "api.run.empty" });
  });

  it("answers 503 while the job server is away, leaves no run behind, and works again after", async () => {
    const before = (await client.runs.list.query({ projectId })).rows.length;
    await served.temporal.kill();
    const refused = await rest("POST", `/projects/${projectId}/runs`, { endpoints });
    expect(refused).toMatchObject({ status: 503, body: { error: { code: "api.temporal.away", retry: "later" } } });
    const health = await rest("GET", "/system/health");
    expect(health.body.ok).toBe(false);
    expect((await client.projects.list.query()).projects.length).toBeGreaterThan(0);
    await served.temporal.restart();
    await expect
      .poll(async () => (await rest("POST", `/projects/${projectId}/runs`, { endpoints })).status, { timeout: 30_000 })
      .toBe(200);
    expect((await client.runs.list.query({ projectId })).rows.length).toBe(before + 1);
  });
});

describe.skipIf(!existsSync(`${weightsDir}/index.json`))("predictions at once", () => {
  it("predicts a few molecules, each with its interval, or says why not", async () => {
    const { rows } = await client.predictions.now.mutate({ smiles: [aspirin, "C1CC"], endpoints: ["lipophilicity"] });
    expect(rows[0]).toMatchObject({ ok: true, smiles: aspirin });
    const shown = rows[0]!.ok ? rows[0]!.values.lipophilicity! : null;
    expect(shown!.lo).toBeLessThan(shown!.value);
    expect(shown!.hi).toBeGreaterThan(shown!.value);
    expect(shown!.nearest).toHaveLength(3);
    expect(rows[1]).toMatchObject({ ok: false, smiles: "C1CC", error: { code: "chemistry.structure.ring_open" } });
  });

  it("gives a salt the value of its registered parent", async () => {
    const smiles = ["CCN(CC)CC", "CC[NH+](CC)CC.[Cl-]"];
    const { rows } = await client.predictions.now.mutate({ smiles, endpoints: ["lipophilicity"] });
    const [base, salt] = rows.map((row) => (row.ok ? row.values.lipophilicity!.value : null));
    expect(salt).toBeCloseTo(base!, 6);
  });

  it("explains a value atom by atom", async () => {
    const told = await rest("POST", "/predictions/explain", { smiles: aspirin, endpoint: "lipophilicity" });
    expect(told).toMatchObject({ status: 200, body: { smiles: aspirin, unit: "log D (pH 7.4)" } });
    expect(told.body.atoms).toHaveLength(13);
    const sum = told.body.atoms.reduce((total: number, one: number) => total + one, 0);
    expect(told.body.base + sum + told.body.unexplained).toBeCloseTo(told.body.value, 6);
  });

  it("lists the models with what was measured of them", async () => {
    const { models } = await client.models.list.query();
    const found = models.find(({ endpoint }) => endpoint === "lipophilicity")!;
    expect(found).toMatchObject({ available: true, name: { zh: expect.stringMatching(/\p{Script=Han}/u) } });
    expect(found.metrics.find(({ name }) => name === "mae")!.value).toBeLessThan(0.56);
    const detail = await rest("GET", "/models/lipophilicity");
    expect(detail.body.manifest.dataset.sha256.test).toMatch(/^[0-9a-f]{64}$/);
    expect(await rest("GET", "/models/colour")).toMatchObject({
      status: 422,
      body: { error: { code: "api.endpoint.unknown" } },
    });
  });
});
