import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench?.close());

describe("the frame", () => {
  it("leads from room to room and marks where one is", async () => {
    const page = await workbench.open("/");
    const rooms = page.getByRole("navigation", { name: "Rooms" });
    await rooms.getByRole("link", { name: "Models" }).click();
    await page.getByRole("heading", { level: 1, name: "Models" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/models");
    expect(await rooms.getByRole("link", { name: "Models" }).getAttribute("aria-current")).toBe("page");
    await rooms.getByRole("link", { name: "System" }).click();
    await page.getByRole("heading", { level: 1, name: "System" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Models" }).waitFor();
    await page.context().close();
  });

  it("changes the language at once and keeps it", async () => {
    const page = await workbench.open("/models");
    await page.getByRole("button", { name: "Language" }).click();
    await page.getByRole("menuitem", { name: "简体中文" }).click();
    await page.getByRole("heading", { level: 1, name: "模型" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "模型" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
    await page.context().close();
  });

  it("changes the theme without a flash on the next page", async () => {
    const page = await workbench.open("/models");
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitem", { name: "Dark" }).click();
    expect(await ground()).not.toBe(light);
    const html = await (await page.context().request.get(page.url())).text();
    expect(html).toContain('data-theme="dark"');
    await page.context().close();
  });

  it("goes anywhere from the command palette by keyboard alone", async () => {
    const page = await workbench.open("/models");
    await page.getByRole("heading", { level: 1, name: "Models" }).waitFor();
    const palette = page.getByRole("searchbox", { name: "Search and commands" });
    // The heading is there before the page's script answers keys.
    const isOpenAfterKeys = async () => {
      if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
      return palette.isVisible();
    };
    await expect.poll(isOpenAfterKeys, { interval: 500, timeout: 20_000 }).toBe(true);
    await page.keyboard.type("system health");
    await page.getByRole("menuitem", { name: "System" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "System" }).waitFor();
    await page.context().close();
  });

  it("offers a way past the frame as the first stop of the Tab key", async () => {
    const page = await workbench.open("/models");
    await page.getByRole("heading", { level: 1, name: "Models" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.context().close();
  });

  it("makes a project and goes to its import page", async () => {
    const page = await workbench.open("/");
    const name = `Made in the browser ${Date.now()}`;
    await page.getByRole("button", { name: "New project" }).first().click();
    await page.getByLabel("Name").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "New project" }).click();
    await page.getByRole("heading", { level: 1, name: "Import compounds" }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/p\/prj_[0-9a-z]+\/import$/);
    await page.getByRole("button", { name: `Project: ${name}` }).waitFor();
    await page.context().close();
  });

  it("says that a page does not exist and leads back", async () => {
    const page = await workbench.open("/no-such-page", { locale: "zh" });
    await page.getByText("没有这个页面").waitFor();
    await page.getByRole("link", { name: "前往项目列表" }).click();
    await page.getByRole("heading", { level: 1, name: "项目" }).waitFor();
    await page.context().close();
  });

  it("loads less than 300 kB of script, compressed, on the first page", async () => {
    const page = await workbench.open("/");
    await page.waitForLoadState("networkidle");
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.name.includes("/_next/") && entry.name.split("?")[0]?.endsWith(".js"))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(300_000);
    await page.context().close();
  });
});
