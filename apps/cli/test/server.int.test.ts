import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installation, startInstallation } from "./installation.ts";
import { looksLikeStack, runCli } from "./run-cli.ts";

let installation: Installation;
let folder: string;
let input: string;
const rows = (text: string): Record<string, string>[] => parse(text, { columns: true });
const run = (...args: string[]) => runCli([...args, "--server", installation.url]);
const json = async (...args: string[]) => {
  const result = await run(...args, "--json");
  expect([result.code, result.stderr.split("\n").filter((line) => line.startsWith("qinghao:"))]).toEqual([0, []]);
  return JSON.parse(result.stdout);
};

beforeAll(async () => {
  [installation, folder] = await Promise.all([startInstallation(), mkdtemp(join(tmpdir(), "qinghao-cli-server-"))]);
  input = join(folder, "list.csv");
  const alcohols = Array.from({ length: 40 }, (_, n) => `alcohol ${n + 1},${"C".repeat(n + 1)}O`);
  await writeFile(input, ["name,smiles", ...alcohols, "broken,C1CC", "again,OCC"].join("\n"));
});
afterAll(async () => {
  await installation?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe("qinghao against a server", () => {
  it("imports a file, says what came in, and adds nothing the second time", async () => {
    const rejects = join(folder, "rejects.csv");
    const first = await json("import", input, "--project", "醇", "--create", "--rejects", rejects);
    expect(first).toMatchObject({ state: "completed", counts: { read: 42, added: 40, existed: 1, rejected: 1 } });
    expect(rows(await readFile(rejects, "utf8"))).toMatchObject([
      { row: "41", line: "42", code: "chemistry.structure.ring_open" },
    ]);
    const again = await run("import", input, "--project", "醇");
    expect(again.stdout).toMatch(/0 compounds added, 41 already registered, 1 rejected.*imported before/);
    expect((await json("projects", "list")).projects).toMatchObject([{ name: "醇", compounds: 40 }]);
  });

  it("submits, watches and fetches a job whose results are those of the command line itself", async () => {
    const out = join(folder, "results.csv");
    const submitted = await run(
      "jobs",
      "submit",
      input,
      "--project",
      "醇",
      "--endpoint",
      "lipophilicity",
      "-o",
      out,
      "--json",
    );
    expect(submitted.stderr).not.toSatisfy(looksLikeStack);
    expect(submitted.code).toBe(0);
    const job = JSON.parse(submitted.stdout);
    expect(job).toMatchObject({ state: "completed", progress: { done: 40, failed: 0, total: 40 } });
    const results = rows(await readFile(out, "utf8"));
    expect(results).toHaveLength(40);

    const local = join(folder, "local.csv");
    await runCli(["predict", input, "-o", local, "--endpoint", "lipophilicity", "--backend", "wasm", "--threads", "1"]);
    const ethanol = (list: Record<string, string>[]) =>
      Number(list.find(({ smiles }) => smiles === "CCO")!.lipophilicity);
    expect(ethanol(results)).toBeCloseTo(ethanol(rows(await readFile(local, "utf8"))), 4);

    expect((await json("jobs", "get", job.id)).id).toBe(job.id);
    expect((await json("jobs", "list", "--project", "醇")).rows.map(({ id }: { id: string }) => id)).toEqual([job.id]);
    const streamed = await run("jobs", "get", job.id, "-o", "-");
    expect(rows(streamed.stdout)).toEqual(results);
    const cancelled = await run("jobs", "cancel", job.id);
    expect([cancelled.code, cancelled.stderr]).toEqual([1, expect.stringContaining("has already ended (completed)")]);
  });

  it("exports what the server has, with units in the headings", async () => {
    const out = join(folder, "export.csv");
    expect((await run("export", "--project", "醇", "-o", out)).code).toBe(0);
    const exported = rows(await readFile(out, "utf8"));
    expect(exported).toHaveLength(40);
    expect(Object.keys(exported[0]!)).toContain("lipophilicity [log D (pH 7.4)]");
    const sdf = await run("export", "--project", "醇", "-o", "-", "--format", "sdf", "--columns", "inchikey");
    expect(sdf.stdout.split("$$$$\n")).toHaveLength(41);
  });

  it("explains what it cannot do", async () => {
    const unknown = await run("import", input, "--project", "nowhere");
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("There is no project nowhere")]);
    const junk = join(folder, "junk.smi");
    await writeFile(
      junk,
      new Uint8Array(4096).map((_, at) => (at * 197 + 13) % 256),
    );
    const refused = await run("import", junk, "--project", "醇", "--lang", "zh");
    expect(refused.stderr).toContain("该文件不是文本");
    expect(refused.stderr).not.toSatisfy(looksLikeStack);
  });

  it("says so when no server answers", async () => {
    const away = await runCli(["jobs", "list", "--server", "http://127.0.0.1:9"]);
    expect(away.code).toBe(1);
    expect(away.stderr).toContain("No Qinghao server answers at http://127.0.0.1:9");
    expect(away.stderr).not.toSatisfy(looksLikeStack);
  });
});
