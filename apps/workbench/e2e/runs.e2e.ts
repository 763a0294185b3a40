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
  project = await createProject(workbench.stack, `Runs ${Date.now()}`);
  const molecules = Array.from({ length: 40 }, (_, length) => `${"C".repeat(length + 1)}O alcohol-${length + 1}`);
  const started = await callApi<{ id: string }>(workbench.stack, "POST", `/projects/${project.id}/imports`, {
    text: molecules.join("\n"),
    format: "smiles",
  });
  await waitUntilOver(`/imports/${started.id}`);
});
afterAll(() => workbench?.close());

async function waitUntilOver(path: string): Promise<string> {
  for (;;) {
    const { state } = await callApi<{ state: string }>(workbench.stack, "GET", path);
    if (["completed", "failed", "cancelled"].includes(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

describe("runs", () => {
  it("says what to do while there is none", async () => {
    const empty = await createProject(workbench.stack, `Without runs ${Date.now()}`);
    const page = await workbench.open(`/p/${empty.id}/runs`);
    await page.getByText("Nothing was predicted in this project yet").waitFor();
    await page.getByRole("link", { name: "Import compounds" }).waitFor();
    await page.context().close();
  });

  it("follows a run to its end and shows what computed it", async () => {
    const run = await callApi<{ id: string }>(workbench.stack, "POST", `/projects/${project.id}/runs`, {
      endpoints: ["lipophilicity"],
    });
    const page = await workbench.open(`/p/${project.id}/runs/${run.id}`);
    await page.getByText("40 of 40").first().waitFor({ timeout: 90_000 });
    await page.getByText("Done", { exact: true }).waitFor({ timeout: 30_000 });
    const record = page.locator("section").filter({ has: page.getByRole("heading", { name: "Record" }) });
    expect(await record.textContent()).toMatch(/Backend(tensorflow|webgpu|wasm|cpu)/);
    expect(await accessibilityFaults(page)).toEqual([]);

    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download results (CSV)" }).click();
    const file = await (await saving).createReadStream();
    const lines = Buffer.concat(await file.toArray())
      .toString("utf8")
      .trim()
      .split("\n");
    expect(lines).toHaveLength(41);
    await page.context().close();
  });

  it("lists the runs and keeps the filter in the address", async () => {
    const page = await workbench.open(`/p/${project.id}/runs`);
    await page.getByRole("radio", { name: "Ended" }).click();
    await page.waitForURL(/show=over/);
    await page.getByRole("table", { name: "Runs" }).getByRole("link").first().waitFor();
    await page.reload();
    expect(await page.getByRole("radio", { name: "Ended" }).getAttribute("aria-checked")).toBe("true");
    await page.context().close();
  });
});
