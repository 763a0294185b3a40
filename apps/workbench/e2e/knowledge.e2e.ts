import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, createProject, openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

const nsclc = "MONDO:0005233";
const conceptPath = (id: string, tab?: string) =>
  `/knowledge/${encodeURIComponent(id)}${tab === undefined ? "" : `?tab=${tab}`}`;

let workbench: WorkbenchBrowser;
let project: { id: string };
beforeAll(async () => {
  workbench = await openWorkbench();
  project = await createProject(workbench.stack, `Knowledge ${Date.now()}`);
});
afterAll(() => workbench?.close());

const box = (page: Page) => page.getByRole("searchbox", { name: "Search concepts" });
const downloaded = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const saving = page.waitForEvent("download");
  await press();
  const file = await (await saving).createReadStream();
  return Buffer.concat(await file.toArray()).toString("utf8");
};

describe("search", () => {
  it.each([
    ["an abbreviation", "NSCLC", /non-small cell lung c/i],
    ["a Chinese name", "非小细胞肺癌", /non-small cell lung c/i],
    ["pinyin initials", "fxxbfa", /non-small cell lung c/i],
    ["a gene", "EGFR", /EGFR|epidermal growth factor receptor/i],
    ["an InChIKey", "BSYNRYMUTXBXSQ-UHFFFAOYSA-N", /acetylsalicylic acid|aspirin/i],
    ["the number of a trial", "NCT02296125", /NCT02296125/],
  ])("finds by %s while it is typed", async (_, text, name) => {
    const page = await workbench.open("/knowledge");
    await box(page).pressSequentially(text, { delay: 15 });
    await page.getByRole("option", { name }).first().waitFor();
    await page.context().close();
  });

  it("finds a code with its own title", async () => {
    const page = await workbench.open("/knowledge?q=C34.9&kinds=code");
    await page.getByRole("option").filter({ hasText: "ICD10CN:C34.9" }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("goes up and down by the arrow keys and opens by Enter, and keeps the question in the address", async () => {
    const page = await workbench.open("/knowledge");
    await box(page).fill("osimertinib");
    await page.getByRole("option").first().waitFor();
    await page.waitForURL(/q=osimertinib/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /osimertinib/i }).waitFor();
    await page.goBack();
    await expect.poll(() => box(page).inputValue()).toBe("osimertinib");
    await page.context().close();
  });

  it("begins with examples and says when nothing is known", async () => {
    const page = await workbench.open("/knowledge", { locale: "zh", theme: "dark", width: 820 });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: /^NSCLC/ }).click();
    await page.getByRole("option").first().waitFor();
    await page.getByRole("searchbox").fill("qqzzxxqq");
    await page.getByText("没有与“qqzzxxqq”对应的概念。").waitFor();
    await page.context().close();
  });

  it("stands in the command palette too", async () => {
    const page = await workbench.open("/models");
    const palette = page.getByRole("dialog");
    while (!(await palette.isVisible())) {
      await page.keyboard.press("Control+k");
      await page.waitForTimeout(50);
    }
    await page.keyboard.type("fxxbfa");
    await page
      .getByRole("menuitem", { name: /non-small cell/i })
      .first()
      .click();
    await page.waitForURL(/\/knowledge\/MONDO/);
    await page.context().close();
  });
});

describe("a concept", () => {
  it.each([
    { locale: "en", theme: "light", width: 1280, names: "Names" },
    { locale: "zh", theme: "dark", width: 820, names: "名称" },
  ] as const)(
    "shows names, codes and sources ($locale) without a fault that axe can find",
    async ({ names, ...look }) => {
      const page = await workbench.open(conceptPath(nsclc, "facts"), look);
      const table = page.getByRole("table", { name: names, exact: true });
      await table.getByText("Carcinoma, Non-Small-Cell Lung", { exact: true }).waitFor();
      await table.getByRole("link", { name: /mondo/ }).first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it("gives its codes as a set with reasons, broader codes apart", async () => {
    const page = await workbench.open(`${conceptPath("MONDO:0008903", "codes")}&system=icd10-cn`);
    await page.getByRole("heading", { name: "The set" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const csv = await downloaded(page, () => page.getByRole("button", { name: "CSV with names" }).click());
    expect(csv).toMatch(/^\uFEFFgroup,code,title_zh,title_en,relation,reasons,concept,name_zh,name_en\r\n/);
    expect(csv).toContain("set,C34,");
    await page.context().close();
  });

  it("is drawn with what surrounds it, walked by arrow keys, and told as a list", async () => {
    const page = await workbench.open(conceptPath(nsclc, "graph"));
    const drawing = page.getByRole("application");
    await drawing.locator("svg [data-node]").nth(50).waitFor({ state: "attached" });
    await drawing.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Details of the selection" }).waitFor();
    expect(new URL(page.url()).searchParams.get("select")).not.toBeNull();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("radio", { name: "List" }).click();
    await page.getByRole("table", { name: "List" }).getByRole("row").nth(50).waitFor();
    await page.context().close();
  });

  it("that is a drug says what is dated, and one that is a target where its receptors are seen", async () => {
    const page = await workbench.open(conceptPath("DRUGBANK:DB09330"));
    await page.getByText("this list was made in 2014").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(workbench.stack.url + conceptPath("HGNC:3236"));
    await page.getByText("Open a project to see its receptors of this target").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("lists its relations with their details as columns", async () => {
    const page = await workbench.open(`${conceptPath("HGNC:3236", "relations")}&predicate=evidence:out`);
    await page.getByRole("columnheader", { name: "Evidence item" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const csv = await downloaded(page, () => page.getByRole("button", { name: "Export CSV" }).click());
    expect(csv).toMatch(/^\uFEFFconcept,name_en,name_zh,predicate,direction,other,/);
    expect(csv.trim().split("\r\n").length).toBeGreaterThan(100);
    await page.context().close();
  });

  it("that nobody knows leads back to the search", async () => {
    const page = await workbench.open(conceptPath("MONDO:9999999"));
    await page.getByRole("alert").getByRole("link", { name: "Search for a concept" }).waitFor();
    await page.context().close();
  });
});

it("links a text, takes a correction and exports who decided", async () => {
  const page = await workbench.open("/knowledge?tab=link");
  await page.getByRole("textbox", { name: "Text" }).fill("Metastatic NSCLC after osimertinib.");
  await page.getByRole("button", { name: "Find concepts" }).click();
  await page.getByRole("button", { name: /^NSCLC: / }).click();
  await page.getByRole("button", { name: "It is no concept" }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  const csv = await downloaded(page, () => page.getByRole("button", { name: "Export CSV" }).click());
  const [header, ...rows] = csv.replace("\uFEFF", "").trim().split("\r\n");
  expect(header).toBe("row,text,start,end,matched,concept,name_en,name_zh,score,qualifiers,decided");
  expect(rows.some((row) => row.includes("osimertinib") && row.endsWith("matcher"))).toBe(true);
  expect(rows.some((row) => row.endsWith("person"))).toBe(true);
  await page.context().close();
});

describe("own terms", () => {
  it("are added, found by search in the project, removed and put back", async () => {
    const page = await workbench.open(`/p/${project.id}/knowledge`);
    await page.getByRole("button", { name: "Add an entry" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("textbox", { name: "Text", exact: true }).fill("qinghao house name");
    await sheet.getByRole("textbox", { name: "Concept", exact: true }).fill(nsclc);
    await sheet.getByRole("button", { name: "Save" }).click();
    const table = page.getByRole("grid", { name: "Own terms and codes" });
    await table.getByText("qinghao house name").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.goto(`${workbench.stack.url}/knowledge?q=qinghao+house`);
    await page.getByRole("option", { name: /non-small cell/i }).waitFor();

    await page.goto(`${workbench.stack.url}/p/${project.id}/knowledge`);
    await table.getByText("qinghao house name").waitFor();
    await table.getByRole("checkbox", { name: "Select row" }).click();
    await page.getByRole("button", { name: "Remove one" }).click();
    await page.getByText("This project has added nothing of its own yet").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await table.getByText("qinghao house name").waitFor();
    await page.context().close();
  });

  it("come as a table whose bad lines are listed with the reason", async () => {
    const page = await workbench.open(`/p/${project.id}/knowledge`);
    await page.getByRole("button", { name: "Import a table" }).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByRole("textbox", { name: "Or paste it here" })
      .fill(
        [
          "entry\tconcept\ttext\tlanguage\trole",
          `name\t${nsclc}\thouse abbreviation\ten\tabbreviation`,
          "name\tnowhere\tbad line\ten\tsynonym",
        ].join("\n"),
      );
    await sheet.getByRole("button", { name: "Import", exact: true }).click();
    await sheet.getByText("one line was refused").waitFor();
    await sheet.getByRole("table", { name: "Refused lines" }).getByText("expected an id such as").waitFor();
    const csv = await downloaded(page, () => sheet.getByRole("button", { name: "Download the refused lines" }).click());
    expect(csv).toContain("bad line");
    await page.context().close();
  });
});

it("names every source with its licence", async () => {
  const page = await workbench.open("/knowledge/sources");
  await page.getByRole("heading", { name: /^Mondo Disease Ontology/ }).waitFor();
  expect(await page.getByText(/Human Phenotype Ontology/).count()).toBeGreaterThan(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.context().close();
});

it("found no error in any console and no request to anyone else", () => {
  // A concept that nobody knows is answered with 404, which the browser reports.
  expect(workbench.problems.filter((problem) => !problem.includes("MONDO%3A9999999"))).toEqual([]);
});
