import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeUpHospitals, openMadeUpHospitals } from "./made-up-hospitals.ts";
import { signedTrial } from "./sign-trial.ts";
import { accessibilityFaults, openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

const text = [
  "Inclusion Criteria:",
  "- Age 18 to 75 years",
  "- ECOG performance status of 0 or 1",
  "",
  "Exclusion Criteria:",
  "- Pregnant or breastfeeding women",
].join("\n");
const [answers, strict, silent] = madeUpHospitals;
const names = madeUpHospitals.map(({ name }) => name.en);

let workbench: WorkbenchBrowser;
let hospitals: { close(): Promise<void> };
let trialId: string;
beforeAll(async () => {
  workbench = await openWorkbench();
  hospitals = await openMadeUpHospitals(workbench.stack);
  ({ trialId } = await signedTrial(workbench.stack, text, "A trial that hospitals are asked about"));
});
afterAll(async () => {
  await workbench?.close();
  await hospitals?.close();
});

/** Asks some of the test's hospitals from the page and waits for the run's own page. */
async function ask(wanted: readonly string[]): Promise<Page> {
  const page = await workbench.open(`/trials/${trialId}/runs`);
  const boxes = page.getByRole("group", { name: "Hospitals" }).getByRole("checkbox");
  await boxes.first().waitFor();
  for (const box of await boxes.all()) {
    const name = (await box.evaluate((one) => one.closest("label")?.textContent)) ?? "";
    if (!wanted.includes(name.trim())) await box.setChecked(false, { force: true });
  }
  await page.getByRole("textbox", { name: "Who asks" }).fill("Li Wei");
  await page.getByRole("button", { name: /^Ask (one|\d) hospital/ }).click();
  await page.waitForURL(/\/runs\/run_/);
  return page;
}
const rowOf = (page: Page, hospital: string) => page.getByRole("row").filter({ hasText: hospital });

describe("the question to hospitals", () => {
  it("has its index date as ISO 8601, typed part by part, in both languages", async () => {
    for (const [locale, label] of [
      ["en", "Index date"],
      ["zh", "索引日期"],
    ] as const) {
      const page = await workbench.open(`/trials/${trialId}/runs`, { locale });
      const field = page.getByRole("group", { name: label });
      await field.waitFor();
      expect(((await field.textContent()) ?? "").replace(/\s/g, "")).toMatch(/^20\d\d-\d\d-\d\d$/);
      await field.getByRole("spinbutton").first().click();
      await page.keyboard.type("20250309");
      expect(((await field.textContent()) ?? "").replace(/\s/g, "")).toBe("2025-03-09");
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.context().close();
    }
  });

  it("is cancelled from its page, and the hospital is not waited for", async () => {
    const page = await ask([silent.name.en]);
    await rowOf(page, silent.name.en).getByText("Waiting").waitFor();
    await page.getByRole("button", { name: "Cancel the run" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Cancel this run?" });
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel the run" }).click();
    await rowOf(page, silent.name.en).getByText("Cancelled").waitFor();
    await page.getByRole("heading", { level: 1 }).locator("..").getByText("Cancelled").waitFor();
    expect(await page.getByRole("button", { name: "Cancel the run" }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("shows who answered, who refused and why, and who was not reached", async () => {
    const page = await ask(names);
    await rowOf(page, answers.name.en).getByText("Answered").waitFor();
    await rowOf(page, strict.name.en).getByText("Refused").waitFor();
    await rowOf(page, strict.name.en)
      .getByText(/signed by 2.*3|3.*sign/i)
      .waitFor();
    await rowOf(page, silent.name.en).getByText("Waiting").waitFor();
    // A hospital has a minute; the others are shown meanwhile.
    await rowOf(page, silent.name.en).getByText("Unreachable").waitFor({ timeout: 90_000 });
    await page.getByText("Not answered in time. An answer is still taken when it comes.").waitFor();
    await page.getByRole("heading", { level: 1 }).locator("..").getByText("Done with failures").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const zh = await workbench.open(new URL(page.url()).pathname, { locale: "zh", theme: "dark", width: 1000 });
    await rowOf(zh, strict.name.zh).getByText("已拒绝").waitFor();
    await rowOf(zh, silent.name.zh).getByText("无法连接").waitFor();
    expect(await accessibilityFaults(zh)).toEqual([]);
    const overflow = await zh.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await zh.context().close();
    await page.context().close();
  });
});

it("found no error in any console and no request to anyone else", () => {
  expect(workbench.problems).toEqual([]);
});
