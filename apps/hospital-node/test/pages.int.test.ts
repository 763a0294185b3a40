import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { listCandidates } from "@qinghao/db/site";
import { testPostgres } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HospitalNode, openNode } from "../src/node.ts";
import { csvCell } from "../src/pages/export-csv.ts";
import { html } from "../src/pages/html.ts";
import { startPages } from "../src/pages/server.ts";
import { nodeSettingsSchema } from "../src/settings.ts";
import { knowledgeFolder } from "./knowledge-folder.ts";
import { siteQuery } from "./signed-criteria.ts";

const knowledge = knowledgeFolder();
if (knowledge === null)
  console.warn("skipped: no knowledge packs were built; run `npm start` or set QINGHAO_KNOWLEDGE");
const signal = new AbortController().signal;

test("what is filled in is escaped, markup is not", () => {
  expect(html`<p title="${'"x"'}">${"<script>"}${html`<b>${1}</b>`}${[html`<i></i>`, null, false]}</p>`.text).toBe(
    '<p title="&quot;x&quot;">&lt;script&gt;<b>1</b><i></i></p>',
  );
});

test("a cell is no formula", () => {
  expect(["=1+1", "@x", "-3.5", "a,b", 'say "x"'].map(csvCell)).toEqual([
    "'=1+1",
    "'@x",
    "-3.5",
    '"a,b"',
    '"say ""x"""',
  ]);
});

describe.skipIf(knowledge === null)("the hospital's own pages", () => {
  let node: HospitalNode;
  let pages: Awaited<ReturnType<typeof startPages>>;
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-pages-"));
  const list = "/trials/trial_diabetes";
  let patient: string;

  type Asked = { language?: "en" | "zh"; reader?: string; form?: Record<string, string>; headers?: HeadersInit };
  const ask = async (at: string, { language = "en", reader = "", form, headers = {} }: Asked = {}) => {
    const cookie = `qinghao-language=${language}; qinghao-reader=${encodeURIComponent(reader)}`;
    const response = await fetch(`${pages.url}${at}`, {
      redirect: "manual",
      headers: { cookie, ...(form === undefined ? {} : { origin: pages.url }), ...headers },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    return { status: response.status, text: await response.text(), location: response.headers.get("location") };
  };

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
        QINGHAO_NODE_PATIENTS: "200",
        QINGHAO_NODE_FLAVOUR: "cn",
        QINGHAO_NODE_DIRT: "4",
      }),
    );
    pages = await startPages(node, 0);
    expect((await ask("/")).text).toContain("No records have been read yet.");
    await node.refresh();
    expect((await ask("/")).text).toContain("No trial has asked for candidates here yet.");
    const query = await siteQuery("run_pages", { purpose: "matching" });
    await node.work.admitQuery({ query }, signal);
    await node.work.answerQuery({ query }, signal);
    await node.work.enlistCandidates({ query }, signal);
    const { rows } = await listCandidates(node.db, "trial_diabetes", { status: null, offset: 0, limit: 1 });
    patient = `${list}/patients/${rows[0]!.patient}`;
  });
  afterAll(async () => {
    await pages?.close();
    await node?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(["/", list, `${list}?status=enrolled`, `${list}/screening`, "/codes", "/log"])(
    "%s is whole in both languages and names the hospital",
    async (at) => {
      const [en, zh] = await Promise.all([ask(at), ask(at, { language: "zh" })]);
      expect([en.status, zh.status]).toEqual([200, 200]);
      for (const [text, name, lang] of [
        [en.text, "Made-up Hospital", 'lang="en"'],
        [zh.text, "虚构医院", 'lang="zh-CN"'],
      ] as const) {
        expect(text).toContain(name);
        expect(text).toContain(lang);
        expect(text).toContain("</html>");
        expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
      }
    },
  );

  test("a candidate shows evidence with its source, and what to ask next", async () => {
    const { text, status } = await ask(patient);
    expect(status).toBe(200);
    expect(text).toContain("Haemoglobin at least 100 g/L.");
    expect(text).toContain("Evidence in time");
    expect(text).toMatch(/<code>(Observation|Condition|Patient) /);
  });

  test("two readers judge without seeing each other first; the numbers show how they agree", async () => {
    const judge = (reader: string, criterion: string, verdict: string) =>
      ask(`${patient}/judge`, { reader, form: { criterion, verdict } });
    expect((await judge("Chen", "i1", "met")).location).toBe(patient);
    expect((await ask(patient, { reader: "Li" })).text).toContain("Another reader has decided; shown after you have.");
    await judge("Li", "i1", "met");
    expect((await ask(patient, { reader: "Li" })).text).toContain("Chen: Met");
    await judge("Chen", "i2", "met");
    await judge("Li", "i2", "not-met");
    expect((await ask(patient, { reader: "Li" })).text).toContain("To be settled");
    expect((await ask(`${list}/screening`)).text).toMatch(/Chen, Li<\/td><td class="n">2<\/td>\s*<td class="n">1/);
  });

  test("a candidate goes through the steps, and only through them", async () => {
    const move = (to: string, text = "") => ask(`${patient}/status`, { reader: "Chen", form: { to, text } });
    expect((await move("enrolled")).status).toBe(409);
    expect((await move("in-review")).status).toBe(303);
    expect((await move("excluded", "moved away")).status).toBe(303);
    await ask(`${patient}/note`, { reader: "Chen", form: { text: "<b>called</b>" } });
    const { text } = await ask(patient);
    expect(text).toContain("New → In review");
    expect(text).toContain("&lt;b&gt;called&lt;/b&gt;");
    expect((await ask(`${list}/screening`)).text).toContain("moved away (1)");
    expect((await ask(`${list}/export.csv`)).text).toContain(",excluded,");
  });

  test("nothing is decided without a name, from another origin, or under another host", async () => {
    expect((await ask(`${patient}/note`, { form: { text: "x" } })).status).toBe(422);
    const foreign = { origin: "http://elsewhere.example" };
    expect((await ask(`${patient}/note`, { reader: "Chen", form: { text: "x" }, headers: foreign })).status).toBe(403);
    expect((await ask("/nothing")).status).toBe(404);
  });

  test("records are read again when asked, and the first page says how far that is", async () => {
    expect((await ask("/records/read", { form: {} })).location).toBe("/");
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
      if ((await ask("/")).text.includes("version 1")) return;
    }
    throw new Error("the records were never there again");
  });

  test("a code is mapped from a suggestion and leaves the list", async () => {
    const before = (await ask("/codes")).text;
    const href = /href="(\/codes\/map\?[^"]+)"/.exec(before)![1]!.replaceAll("&amp;", "&");
    const code = new URL(href, pages.url).searchParams.get("code")!;
    const suggestions = (await ask(`${href}&q=hemoglobin`)).text;
    const concept = /name="concept" value="([^"]+)"/.exec(suggestions)![1]!;
    const system = new URL(href, pages.url).searchParams.get("system")!;
    const done = await ask("/codes/map", { reader: "Chen", form: { system, code, display: "", concept } });
    expect(done.location).toBe("/codes");
    expect((await ask("/codes")).text).toContain(`<code>${concept}</code></td><td>Chen`);
    expect((await ask("/log")).text).toContain("Code mapped");
  });
});
