import { enumerateSmiles, madeUpPocket } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityFaults,
  callApi,
  createProject,
  importSmiles,
  openWorkbench,
  type WorkbenchBrowser,
} from "./workbench-browser.ts";

const library = [
  "CC(=O)Oc1ccccc1C(=O)O aspirin",
  "O=C(O)c1ccccc1O salicylic acid",
  "CC(=O)Nc1ccc(O)cc1 paracetamol",
  "CN1C=NC2=C1C(=O)N(C)C(=O)N2C caffeine",
  "CC(C)Cc1ccc(C(C)C(=O)O)cc1 ibuprofen",
  "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC long chain",
];

describe("a screening campaign", () => {
  let workbench: WorkbenchBrowser;
  let projectId: string;
  const room = () => `/p/${projectId}/screening`;

  beforeAll(async () => {
    workbench = await openWorkbench();
    projectId = (await createProject(workbench.stack, "Screening test")).id;
    await importSmiles(workbench.stack, projectId, library);
  }, 300_000);
  afterAll(() => workbench?.close());

  it("is set up, says what is missing, fills its funnel and ranks its hits", async () => {
    const page = await workbench.open(room());
    await page.getByText("No campaign in this project yet").waitFor();
    await page.getByRole("link", { name: "New campaign" }).click();
    await page.getByText("6 compounds of the project go in").waitFor();
    await page.getByRole("button", { name: "Start the campaign" }).click();
    await page.getByText("Give at least one active, as SMILES.").waitFor();
    await page.getByLabel("Known actives, one SMILES per line").fill("O=C(O)c1ccccc1OC(C)=O\n");
    await page.getByRole("textbox", { name: "Name" }).fill("Aspirin's kin");
    await page.getByRole("button", { name: "Start the campaign" }).click();
    await page.getByText("Every ligand went its way.").waitFor({ timeout: 60_000 });
    await page.getByText(/^Known actives 1 · Fingerprint morgan2 · Tanimoto at least 0\.4/).waitFor();
    const hits = page.getByRole("grid", { name: "Hits" });
    await hits.getByText("aspirin", { exact: true }).waitFor();
    // Python RDKit 2026.9.1, Morgan radius 2, 2048 bits: salicylic acid 13 / 29 = 0.448 passes 0.4, the others do not.
    await hits.getByText("0.448").first().waitFor();
    expect(await hits.getByText("paracetamol").count()).toBe(0);
    const csv = await fetch(`${page.url().replace(/\/p\/.*\/screening/, "/api/v1/campaigns")}/hits.csv`);
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines[0]).toBe("rank,id,name,smiles,score_1_property-filter,score_2_similarity,cluster,nearest_known");
    expect(lines).toHaveLength(3);
    await page.context().close();
  });

  it("docks a share that active learning picks, and says what was not picked", async () => {
    const { id } = await createProject(workbench.stack, "Active learning test");
    await importSmiles(workbench.stack, id, enumerateSmiles(20));
    const receptor = await callApi<{ id: string }>(workbench.stack, "POST", `/projects/${id}/receptors`, {
      ...{ name: "Hollow", text: madeUpPocket(), fileName: "hollow.pdb", reference: { residue: "A:BEN900" } },
    });
    const page = await workbench.open(`/p/${id}/screening/new?receptor=${receptor.id}`);
    await page.getByText("20 compounds of the project go in").waitFor();
    for (const number of [5, 4, 3]) await page.getByRole("button", { name: `Remove stage ${number}` }).click();
    const estimate = page.getByText(/^About .* with the usual rate/);
    const whole = await estimate.textContent();
    await page.getByText("Dock only a share, chosen by active learning").click();
    await page.getByText("After each batch a model learns the scores so far").waitFor();
    const share = page.getByRole("textbox", { name: "Share to dock, %" });
    expect(await share.inputValue()).toBe("20");
    expect(await estimate.textContent()).not.toBe(whole);
    await share.fill("25");
    const batches = page.getByRole("textbox", { name: "Batches" });
    await batches.fill("3");
    await batches.press("Tab");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Start the campaign" }).click();
    await page.getByText("Every ligand went its way.").waitFor({ timeout: 100_000 });
    const docked = page.getByRole("listitem").filter({ hasText: "batch 3 of 3" });
    await docked.getByText("5 (25%)").waitFor();
    await docked
      .getByText(/^Receptor Hollow · Box .* Å · Exhaustiveness 1 · .* · Share scored 25% · Batches 3$/)
      .waitFor();
    expect(await docked.getByText("Not docked (not picked)").locator("xpath=..").textContent()).toMatch(/15$/);
    expect(await docked.getByText("Failed").locator("xpath=..").textContent()).toMatch(/0$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    const seen = page.url();
    await page.context().close();
    const chinese = await workbench.open(new URL(seen).pathname, { locale: "zh" });
    await chinese.getByText("第 3 批，共 3 批").waitFor();
    await chinese.getByText("未对接（未被挑选）").waitFor();
    await chinese.getByText(/^受体 Hollow · .* · 评分比例 25% · 批次 3$/).waitFor();
    await chinese.context().close();
  });

  it.each(["en", "zh"] as const)("is without a fault that axe can find (%s)", async (locale) => {
    const title = locale === "en" ? "Screening" : "虚拟筛选";
    const page = await workbench.open(room(), { locale });
    const link = page.getByRole("link", { name: "Aspirin's kin" });
    await link.waitFor();
    expect(await page.getByRole("heading", { name: title }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await link.click();
    await page.getByRole("grid").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`${workbench.stack.url}${room()}/new`);
    await page.getByRole("heading", { name: locale === "en" ? "New campaign" : "新建筛选任务" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
    expect(workbench.problems).toEqual([]);
  });
});
