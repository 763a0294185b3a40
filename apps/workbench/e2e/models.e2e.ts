import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench?.close());

describe("a model's evidence", () => {
  it("draws predicted against measured values and shows the molecule that was chosen", async () => {
    const page = await workbench.open("/models/lipophilicity?rows=held-out");
    await page
      .getByRole("img", { name: /^Predicted against measured/ })
      .locator("svg")
      .waitFor();
    const errors = page.getByRole("region", { name: "Largest errors" });
    await errors.getByRole("button").first().click();
    await page.waitForURL(/row=\d+/);
    await page.getByRole("button", { name: "Copy the SMILES" }).waitFor();
    await page.getByRole("radio", { name: "Test set" }).click();
    await page.waitForURL((address) => !address.search.includes("held-out"));
    await page.getByText("Choose a point or a row to see its molecule.").waitFor();
    for (const name of [/^Do intervals hold/, /^Error and similarity/]) {
      await page.getByRole("img", { name }).locator("svg").waitFor();
    }
    await page.context().close();
  });

  it("speaks Chinese throughout its methods", async () => {
    const page = await workbench.open("/models/aqueous-solubility", { locale: "zh" });
    const method = page.locator("section").filter({ has: page.getByRole("heading", { name: "方法", exact: true }) });
    expect(await method.textContent()).toContain("交叉保形预测");
    expect(workbench.problems).toEqual([]);
    await page.context().close();
  });
});
