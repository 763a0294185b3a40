import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildKnowledge, standardFolders } from "@qinghao/knowledge/node";
import { writeDocx, writePdf } from "@qinghao/testing/documents";
import { criteriaDocumentSchema } from "@qinghao/trials/schema";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CliResult, looksLikeStack, runCli } from "./run-cli.ts";
import { runHere } from "./run-here.ts";

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-cli-criteria-"));
  const packs = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
  env = { QINGHAO_KNOWLEDGE: packs };
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 240_000 });

/** One process for all commands: the packs are opened once. */
const qinghao = (...args: string[]): Promise<CliResult> => runHere(args, env);
const file = (name: string) => join(folder, name);
const json = async (name: string) => JSON.parse(await readFile(file(name), "utf8"));
const lines = async (name: string) =>
  (await readFile(file(name), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const protocol = `Inclusion Criteria:
- Age 18 to 75 years
- Type 2 diabetes mellitus
- Serum creatinine <= 1.5 mg/dL within 3 months before screening
Exclusion Criteria:
- Pregnant or breastfeeding women
`;

async function parsed(name: string, text = protocol): Promise<string> {
  await writeFile(file(`${name}.txt`), text);
  const result = await qinghao("criteria", "parse", file(`${name}.txt`), "-o", file(`${name}.json`));
  expect(result.code, result.stderr).toBe(0);
  return file(`${name}.json`);
}

/** One patient of our own: sex, birth date, and what the record holds. */
const bundle = (id: string, gender: string, birthDate: string, ...resources: object[]) =>
  JSON.stringify({
    resourceType: "Bundle",
    type: "collection",
    entry: [{ resourceType: "Patient", id, gender, birthDate }, ...resources].map((resource) => ({ resource })),
  });
const diabetes = (patient: string) => ({
  resourceType: "Condition",
  id: `c-${patient}`,
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9" }] },
  subject: { reference: `Patient/${patient}` },
  onsetDateTime: "2020-03",
});
const creatinine = (patient: string, value: number, unit: string, date: string) => ({
  resourceType: "Observation",
  id: `o-${patient}-${date}`,
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "2160-0" }] },
  subject: { reference: `Patient/${patient}` },
  effectiveDateTime: date,
  valueQuantity: { value, unit },
});

describe("qinghao criteria parse", () => {
  it("writes the promised document, whose places hold", async () => {
    const document = criteriaDocumentSchema.parse(JSON.parse(await readFile(await parsed("own"), "utf8")));
    expect(document.criteria.map(({ id, type, computable }) => [id, type, computable])).toEqual([
      ["I1", "inclusion", "full"],
      ["I2", "inclusion", "full"],
      ["I3", "inclusion", "full"],
      ["E1", "exclusion", "full"],
    ]);
    for (const { start, end, text } of document.criteria) expect(document.source.text.slice(start, end)).toBe(text);
    expect(document.criteria[0]!.tree).toEqual({ kind: "age", range: { min: 18, max: 75 }, unit: "year" });
  });
  it("is the same from a process of its own", async () => {
    await writeFile(file("process.txt"), protocol);
    const result = await runCli(["criteria", "parse", file("process.txt"), "-o", "-"], { env });
    expect([result.code, result.stderr]).toEqual([0, ""]);
    expect(JSON.parse(result.stdout)).toEqual(JSON.parse(await readFile(await parsed("process"), "utf8")));
  });
  it.each([
    ["pdf", "latin", ["Age 18 to 75 years", "Pregnant or breastfeeding women"]],
    ["pdf", "unicode", ["年龄18～75岁", "妊娠或哺乳期女性"]],
    ["docx", "latin", ["Age 18 to 75 years", "Pregnant or breastfeeding women"]],
    ["docx", "unicode", ["年龄18～75岁", "妊娠或哺乳期女性"]],
  ] as const)("reads the eligibility section of a protocol, %s %s", async (format, font, [included, excluded]) => {
    const headings = font === "latin" ? ["5.1 Inclusion Criteria", "5.2 Exclusion Criteria"] : ["入选标准", "排除标准"];
    const lines = ["1. Background", headings[0]!, included, headings[1]!, excluded];
    const bytes =
      format === "pdf"
        ? writePdf([lines.map((text, at) => ({ text, x: 60, y: 780 - 18 * at, size: 11 }))], { font })
        : writeDocx(lines.map((text, at) => (at === 1 || at === 3 ? { heading: text } : { text })));
    await writeFile(file(`protocol.${format}`), bytes);
    const result = await qinghao("criteria", "parse", file(`protocol.${format}`), "-o", file("protocol.json"));
    expect(result.code, result.stderr).toBe(0);
    const document = criteriaDocumentSchema.parse(await json("protocol.json"));
    expect(document.source.format).toBe(format);
    expect(document.criteria.map(({ type, text }) => [type, text])).toEqual([
      ["inclusion", included],
      ["exclusion", excluded],
    ]);
    for (const { start, end, text } of document.criteria) expect(document.source.text.slice(start, end)).toBe(text);
  });
  it.each([
    ["en", /locked with a password/],
    ["zh", /已用密码加密/],
  ] as const)("says that a PDF is locked, ends with code 3 and writes nothing (%s)", async (language, sentence) => {
    await writeFile(file("locked.pdf"), writePdf([[]], { password: { user: "secret", owner: "owner" } }));
    const result = await qinghao(
      "--lang",
      language,
      "criteria",
      "parse",
      file("locked.pdf"),
      "-o",
      file("locked.json"),
    );
    expect([result.code, looksLikeStack(result.stderr)]).toEqual([3, false]);
    expect(result.stderr).toMatch(sentence);
    expect(existsSync(file("locked.json"))).toBe(false);
  });
  it("says what is wrong with a file that is no trial, and ends with code 3", async () => {
    await writeFile(file("broken.json"), '{"protocolSection": {}}');
    const result = await qinghao("criteria", "parse", file("broken.json"), "-o", file("none.json"));
    expect([result.code, looksLikeStack(result.stderr)]).toEqual([3, false]);
    expect(result.stderr).toContain("protocolSection.identificationModule");
  });
});

describe("qinghao criteria evaluate", () => {
  it("has a line per patient and criterion, then one per patient, with evidence and what to ask", async () => {
    const criteria = await parsed("evaluated");
    await writeFile(
      file("patients.ndjson"),
      [
        bundle("a", "female", "1980-05-01", diabetes("a"), creatinine("a", 88.4, "umol/L", "2026-01-10")),
        bundle("b", "male", "2015-01-01", creatinine("b", 2, "mg/dL", "2026-01-10")),
      ]
        .flatMap((text) => JSON.parse(text).entry.map((entry: { resource: object }) => JSON.stringify(entry.resource)))
        .join("\n"),
    );
    const result = await qinghao(
      ...["criteria", "evaluate", criteria, "--patients", file("patients.ndjson")],
      ...["--as-of", "2026-01-31", "-o", file("verdicts.ndjson")],
    );
    expect(result.code, result.stderr).toBe(0);
    const rows = await lines("verdicts.ndjson");
    const verdicts = rows.filter(({ criterion }) => criterion).map((row) => [row.patient, row.criterion, row.verdict]);
    expect(verdicts).toEqual([
      ["a", "I1", "met"],
      ["a", "I2", "met"],
      ["a", "I3", "met"],
      ["a", "E1", "unknown"],
      ["b", "I1", "not-met"],
      ["b", "I2", "unknown"],
      ["b", "I3", "not-met"],
      ["b", "E1", "not-met"],
    ]);
    expect(rows.filter(({ eligible }) => eligible)).toEqual([
      { patient: "a", eligible: "unknown" },
      { patient: "b", eligible: "no" },
    ]);
    const result3 = rows.find(({ patient, criterion }) => patient === "a" && criterion === "I3");
    expect(result3.evidence[0]).toMatchObject({ value: "88.4", unit: "umol/L", source: { table: "Observation" } });
    expect(rows.find(({ patient, criterion }) => patient === "a" && criterion === "E1").missing.ask.en).not.toBe("");
  });
  it("is as of today where no date is given", async () => {
    const dayYearsAgo = (years: number) => `${new Date().getFullYear() - years}-06-30`;
    const criteria = await parsed("undated");
    const born = [10, 40, 90].map((years) => bundle(`born-${years}`, "female", dayYearsAgo(years)));
    const people = born.flatMap((text) => JSON.parse(text).entry.map((entry: { resource: object }) => entry.resource));
    await writeFile(file("born.ndjson"), people.map((resource) => JSON.stringify(resource)).join("\n"));
    const asked = ["criteria", "evaluate", criteria, "--patients", file("born.ndjson"), "-o", file("undated.ndjson")];
    const result = await runCli(asked, { env });
    expect(result.code, result.stderr).toBe(0);
    expect(result.stderr).toContain(`as of ${new Date().getFullYear()}-`);
    const ages = (await lines("undated.ndjson")).filter(({ criterion }) => criterion === "I1");
    expect(ages.map(({ verdict }) => verdict)).toEqual(["not-met", "met", "not-met"]);
  });
  it("refuses a wrong date and a path where nothing is", async () => {
    const criteria = await parsed("refused");
    const wrong = await qinghao(
      "criteria",
      "evaluate",
      criteria,
      "--patients",
      folder,
      "--as-of",
      "2026-02-30",
      "-o",
      "-",
    );
    expect(wrong.code).toBe(2);
    const nowhere = await qinghao("criteria", "evaluate", criteria, "--patients", file("nowhere"), "-o", "-");
    expect(nowhere.code).toBe(3);
  });
});

describe("qinghao criteria annotate, lint and judge", () => {
  it("annotates with places and codes", async () => {
    await writeFile(file("note.txt"), "Type 2 diabetes mellitus, HbA1c >= 7.5 %");
    expect((await qinghao("criteria", "annotate", file("note.txt"), "-o", file("note.json"))).code).toBe(0);
    const found = await json("note.json");
    expect(found.find(({ type }: { type: string }) => type === "condition")).toMatchObject({
      start: 0,
      code: "MONDO:0005148",
    });
  });
  it("ends with code 1 where nobody can be eligible, and shows a patient", async () => {
    const criteria = await parsed(
      "contradiction",
      "Inclusion Criteria:\n- Serum potassium >= 5.5 mmol/L\nExclusion Criteria:\n- Serum potassium > 5.0 mmol/L\n",
    );
    const result = await qinghao("criteria", "lint", criteria);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/E1.*I1|I1.*E1/);
    expect(result.stdout).toContain("Example");
    expect((await qinghao("criteria", "lint", await parsed("fine"))).code).toBe(0);
  });
  it("judges a note line by line and lists a line that is no question", async () => {
    const note = "0. A 45-year-old man with type 2 diabetes.\n1. He takes metformin.";
    const question = { id: 7, note, criterion: "Age 18 years or older", type: "inclusion" };
    await writeFile(file("notes.ndjson"), `${JSON.stringify(question)}\n{"id": 8}\n`);
    expect((await qinghao("criteria", "judge", file("notes.ndjson"), "-o", file("labels.ndjson"))).code).toBe(0);
    const [judged, refused] = await lines("labels.ndjson");
    expect(judged).toMatchObject({ id: 7, label: "included", sentences: [0] });
    expect(refused).toMatchObject({ line: 2 });
  });
});

describe("qinghao patients and match", () => {
  it("generates the same patients again, and ranks every one of them", async () => {
    const generate = (out: string) =>
      qinghao(
        ...["patients", "generate", "--count", "20", "--seed", "5", "--flavour", "cn", "--format", "omop"],
        ...["--as-of", "2026-01-31", "-o", file(out)],
      );
    expect((await generate("one")).code).toBe(0);
    expect((await generate("two")).code).toBe(0);
    for (const name of (await readdir(file("one"))).filter((entry) => entry.endsWith(".csv")))
      expect(await readFile(file(`two/${name}`), "utf8")).toBe(await readFile(file(`one/${name}`), "utf8"));
    const matched = await qinghao(
      ...["match", "--trial", await parsed("ranked"), "--patients", file("one")],
      ...["--as-of", "2026-01-31", "-o", file("ranking.csv")],
    );
    expect(matched.code, matched.stderr).toBe(0);
    const rows: Record<string, string>[] = parseCsv(await readFile(file("ranking.csv"), "utf8"), { columns: true });
    expect(Object.keys(rows[0]!)).toEqual(["rank", "id", "score", "reason"]);
    expect(rows.map(({ rank }) => Number(rank))).toEqual(rows.map((_, place) => place + 1));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(20);
    expect(matched.stderr).toMatch(/20 patients as of 2026-01-31; codes and units that could not be mapped: [1-9]/);
  });
  it("ranks trials for a patient, those for other diseases last", async () => {
    const record = (nctId: string, condition: string) =>
      JSON.stringify({
        protocolSection: {
          identificationModule: { nctId, briefTitle: condition },
          conditionsModule: { conditions: [condition] },
          eligibilityModule: { eligibilityCriteria: "Inclusion Criteria:\n\n* Adults", minimumAge: "18 Years" },
        },
      });
    await writeFile(
      file("trials.ndjson"),
      `${record("NCT00000001", "Gout")}\n${record("NCT00000002", "Type 2 diabetes")}\n`,
    );
    await writeFile(file("patient.json"), bundle("a", "female", "1980-05-01", diabetes("a")));
    const result = await qinghao(
      ...["match", "--patient", file("patient.json"), "--trials", file("trials.ndjson")],
      ...["--as-of", "2026-01-31", "-o", "-"],
    );
    expect(result.code, result.stderr).toBe(0);
    const rows: Record<string, string>[] = parseCsv(result.stdout, { columns: true });
    expect(rows.map(({ id }) => id)).toEqual(["NCT00000002", "NCT00000001"]);
    expect(Number(rows[1]!.score)).toBe(0);
  });
  it.each([
    ["A 58-year-old woman with type 2 diabetes takes metformin.", "The note names the trial's condition"],
    ["患者，女，58岁，2型糖尿病，口服二甲双胍。", "The note names the trial's condition"],
  ])("ranks trials for a patient known by a note: %s", async (note, reason) => {
    const record = (nctId: string, condition: string, eligibility: object = {}) =>
      JSON.stringify({
        protocolSection: {
          identificationModule: { nctId, briefTitle: condition },
          conditionsModule: { conditions: [condition] },
          eligibilityModule: { eligibilityCriteria: `Inclusion Criteria:\n\n* ${condition}`, ...eligibility },
        },
      });
    const records = [
      record("NCT00000001", "Gout"),
      record("NCT00000002", "Type 2 diabetes", { maximumAge: "40 Years" }),
      record("NCT00000003", "Type 2 diabetes", { minimumAge: "18 Years", maximumAge: "75 Years" }),
      record("NCT00000004", "Type 2 diabetes", { sex: "MALE" }),
    ];
    await writeFile(file("note-trials.ndjson"), records.join("\n"));
    await writeFile(file("note.txt"), note);
    const result = await qinghao(
      "match",
      "--patient",
      file("note.txt"),
      "--trials",
      file("note-trials.ndjson"),
      "-o",
      "-",
    );
    expect([result.code, result.stderr]).toEqual([0, ""]);
    const rows: Record<string, string>[] = parseCsv(result.stdout, { columns: true });
    expect(rows[0]).toMatchObject({ id: "NCT00000003", reason: expect.stringContaining(reason) });
    expect(rows).toHaveLength(4);
    const reasonOf = (id: string) => rows.find((row) => row.id === id)!.reason;
    expect(reasonOf("NCT00000002")).toContain("the age is outside the trial's");
    expect(reasonOf("NCT00000004")).toContain("the sex is not the trial's");
  });
  it("refuses half a question", async () => {
    expect((await qinghao("match", "--trial", "x", "-o", "-")).code).toBe(2);
  });
});
