import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityFaults,
  callApi,
  createProject,
  openWorkbench,
  type WorkbenchBrowser,
} from "./workbench-browser.ts";

let workbench: WorkbenchBrowser;
let project: { id: string };
beforeAll(async () => {
  workbench = await openWorkbench();
  project = await createProject(workbench.stack, `Import ${Date.now()}`);
});
afterAll(() => workbench?.close());

const table = [
  "Compound,SMILES,solubility",
  "aspirin,CC(=O)Oc1ccccc1C(=O)O,-1.7",
  "caffeine,Cn1cnc2c1c(=O)n(C)c(=O)n2C,-0.9",
  "broken,C1CC(not a molecule,0",
  "aspirin again,OC(=O)c1ccccc1OC(C)=O,-1.7",
  "",
].join("\n");

describe("importing", () => {
  it("takes a file, shows how it is understood, and says what became of each row", async () => {
    const page = await workbench.open(`/p/${project.id}/import`);
    await page.locator("input[type=file]").setInputFiles({
      name: "hits.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(table),
    });
    await page.getByRole("heading", { name: "hits.csv" }).waitFor();
    const roles = page.getByRole("region", { name: "Columns" });
    await roles.getByRole("button", { name: /What the column SMILES becomes/ }).waitFor();
    expect(await roles.getByRole("button", { name: /What the column SMILES becomes/ }).textContent()).toContain(
      "Structure",
    );
    expect(await roles.getByRole("button", { name: /What the column Compound becomes/ }).textContent()).toContain(
      "Name",
    );
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole("button", { name: "Start the import" }).click();
    await page.getByRole("link", { name: "Show compounds" }).waitFor({ timeout: 60_000 });
    const figures = await page.locator("dl").first().textContent();
    expect(figures).toBe("New compounds2Already present1Rejected rows1");
    const rejects = page.getByRole("grid", { name: "Rejected rows" });
    await rejects.getByText("C1CC(not a molecule").first().waitFor();
    expect(await rejects.getByRole("row").nth(1).textContent()).toContain("4");
    expect(await accessibilityFaults(page)).toEqual([]);

    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: /Download 1/ }).click();
    const file = await (await saving).createReadStream();
    const text = Buffer.concat(await file.toArray()).toString("utf8");
    expect(text).toContain("C1CC(not a molecule");
    await page.context().close();
  });

  it("adds nothing the second time and says so", async () => {
    const page = await workbench.open(`/p/${project.id}/import?from=paste`);
    await page.getByRole("textbox", { name: "Molecules" }).fill("CC(=O)Oc1ccccc1C(=O)O aspirin");
    await page.getByRole("button", { name: "Look at the first rows" }).click();
    await page.getByRole("button", { name: "Start the import" }).click();
    await page.getByText("was already in the project. Nothing was added.").waitFor({ timeout: 60_000 });
    const { compounds } = await callApi<{ compounds: number }>(workbench.stack, "GET", `/projects/${project.id}`);
    expect(compounds).toBe(2);
    await page.context().close();
  });

  it("refuses what is no molecule file with a sentence, not a crash", async () => {
    const page = await workbench.open(`/p/${project.id}/import`, { locale: "zh" });
    await page.locator("input[type=file]").setInputFiles({
      name: "picture.png",
      mimeType: "image/png",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3]),
    });
    const alert = page.getByRole("alert").filter({ hasText: "picture.png" });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/\p{Script=Han}{4}/u);
    await page.context().close();
  });

  it("keeps the import in the address, so that it can be sent on", async () => {
    const page = await workbench.open(`/p/${project.id}/import`);
    await page.getByRole("region", { name: "Earlier imports" }).getByRole("link", { name: "hits.csv" }).click();
    await page.getByRole("link", { name: "Show compounds" }).waitFor();
    expect(new URL(page.url()).searchParams.get("import")).toMatch(/^imp_/);
    await page.reload();
    await page.getByRole("link", { name: "Show compounds" }).waitFor();
    await page.context().close();
  });
});
