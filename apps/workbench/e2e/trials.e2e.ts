import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, callApi, openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

/** A registry record as ClinicalTrials.gov's API v2 gives it; the trial is made up. */
const record = JSON.stringify({
  protocolSection: {
    identificationModule: {
      nctId: "NCT99900001",
      briefTitle: "A Study of Exampletinib in Adults With Metastatic Non-small Cell Lung Cancer",
    },
    eligibilityModule: {
      eligibilityCriteria: [
        "Inclusion Criteria:",
        "",
        "* Histologically confirmed non-small cell lung cancer",
        "* ECOG performance status of 0 or 1",
        "* Absolute neutrophil count >= 1.5 x 10^9/L and platelets >= 100 x 10^9/L",
        "* Serum creatinine <= 1.5 x ULN",
        "",
        "Exclusion Criteria:",
        "",
        "* Chemotherapy within 4 weeks before the first dose",
        "* Pregnant or breastfeeding women",
        "* Any condition that in the opinion of the investigator makes participation unsafe",
      ].join("\n"),
      sex: "ALL",
      minimumAge: "18 Years",
      maximumAge: "75 Years",
      healthyVolunteers: false,
    },
  },
});
const amendment = [
  "Inclusion Criteria:",
  "- Histologically confirmed non-small cell lung cancer",
  "- ECOG performance status of 0 to 2",
  "",
  "Exclusion Criteria:",
  "- Pregnant or breastfeeding women",
  "- Known hypersensitivity to osimertinib",
].join("\n");

let workbench: WorkbenchBrowser;
let trialId: string;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench?.close());

const trialPath = (rest = "") => `/trials/${trialId}${rest}`;
const criteriaOf = (page: Page) => page.getByRole("region", { name: "Criteria", exact: true });
const progress = (page: Page) => page.getByRole("status").filter({ hasText: /of \d+ reviewed/ });
const waitUntilSaved = (page: Page) => progress(page).filter({ hasText: "Saved" }).waitFor();

describe("a trial from its record to two signatures", () => {
  it("is read from a pasted record", async () => {
    const page = await workbench.open("/trials/import?from=text");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Eligibility text or registry record" }).fill(record);
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.getByRole("heading", { level: 1, name: /Exampletinib/ }).waitFor();
    trialId = new URL(page.url()).pathname.split("/").pop() ?? "";
    await page.getByText("NCT99900001").first().waitFor();
    await criteriaOf(page).getByText("Serum creatinine").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("takes a pasted text that is too long to show aside, and reads the whole of it", async () => {
    const page = await workbench.open("/trials/import?from=text");
    const area = page.getByRole("textbox", { name: "Eligibility text or registry record" });
    const long = `Inclusion Criteria:\n${"- Age 18 to 75 years\n".repeat(12_000)}`;
    const paste = (text: string) =>
      area.evaluate((element, pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", pasted);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    await paste("Inclusion Criteria:\n- Age 18 to 75 years");
    await paste(long);
    await page.getByText("252 kB of text was pasted").waitFor();
    await page.getByRole("button", { name: "Take it away" }).click();
    await area.waitFor();
    await paste(record.padEnd(200_001));
    await page.getByText("200 kB of text was pasted").waitFor();
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.getByRole("heading", { level: 1, name: /Exampletinib/ }).waitFor();
    await page.context().close();
  });

  it("says in words what it cannot read", async () => {
    const page = await workbench.open("/trials/import?from=text", { locale: "zh" });
    await page.getByRole("textbox").fill("{}");
    await page.getByRole("button", { name: "解析文本" }).click();
    await page.getByRole("main").getByRole("alert").waitFor();
    expect(await page.getByRole("main").getByRole("alert").textContent()).toMatch(/\p{Script=Han}/u);
    await page.context().close();
  });

  it("leads from the source to the criterion and back", async () => {
    const page = await workbench.open(trialPath());
    const source = page.getByRole("region", { name: "Source text" });
    const mark = source.getByRole("link").filter({ hasText: "Serum creatinine" });
    await mark.click();
    await page.waitForURL(/criterion=/);
    await expect.poll(() => mark.getAttribute("aria-current")).toBe("true");
    await criteriaOf(page).getByRole("button", { expanded: true }).filter({ hasText: "Serum creatinine" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("is edited in a form, undone and redone", async () => {
    const page = await workbench.open(trialPath());
    await criteriaOf(page).getByRole("button").filter({ hasText: "ECOG" }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const upper = page.getByRole("textbox", { name: "To", exact: true });
    await upper.fill("2");
    await upper.press("Tab");
    await page.getByText("As it would read").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Apply" }).click();
    const dialog = page.getByRole("dialog", { name: "Who is reviewing?" });
    await dialog.getByRole("textbox", { name: "Your name" }).fill("Li Wei");
    await dialog.getByRole("button", { name: "Use this name" }).click();
    await progress(page).filter({ hasText: "1 of" }).waitFor();
    await waitUntilSaved(page);
    await page.keyboard.press("u");
    await progress(page).filter({ hasText: "0 of" }).waitFor();
    await page.keyboard.press("Control+Shift+Z");
    await progress(page).filter({ hasText: "1 of" }).waitFor();
    await waitUntilSaved(page);
    type Version = { document: { criteria: { text: string; tree: unknown }[] } };
    const { versions } = await callApi<{ versions: { id: string }[] }>(workbench.stack, "GET", trialPath());
    const { document } = await callApi<Version>(workbench.stack, "GET", `/criteria/${versions[0]?.id}`);
    const ecog = document.criteria.find(({ text }) => text.includes("ECOG"));
    expect(JSON.stringify(ecog?.tree)).toContain('"max":2');
    await page.context().close();
  });

  it("says of a treatment that it is planned, and for what", async () => {
    const page = await workbench.open(trialPath());
    await criteriaOf(page).getByRole("button").filter({ hasText: "Chemotherapy" }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByRole("button", { name: /Status/ }).click();
    await page.getByRole("option", { name: "Planned" }).click();
    await page.getByRole("checkbox", { name: "Adjuvant", exact: true }).press("Space");
    await page.getByText(/is planned to (?:undergo|receive) adjuvant/i).waitFor();
    // A hidden input that takes the focus may not push the page out of its window.
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.context().close();
  });

  it("is split and merged again", async () => {
    const page = await workbench.open(trialPath());
    const count = async () => Number((await progress(page).textContent())?.match(/of (\d+)/)?.[1]);
    await progress(page).waitFor();
    const before = await count();
    await criteriaOf(page).getByRole("button").filter({ hasText: "Absolute neutrophil" }).click();
    await page.getByRole("button", { name: "Split", exact: true }).click();
    await page.getByRole("button", { name: /^Split before “and platelets/ }).click();
    await expect.poll(count).toBe(before + 1);
    await waitUntilSaved(page);
    await criteriaOf(page).getByRole("button").filter({ hasText: "Absolute neutrophil" }).click();
    await page.getByRole("button", { name: "Merge with next" }).click();
    await expect.poll(count).toBe(before);
    await waitUntilSaved(page);
    await page.context().close();
  });

  it("is reviewed by keys and signed by two people", async () => {
    const page = await workbench.open(trialPath());
    await progress(page).waitFor();
    await page.getByRole("button", { name: "Your name" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Li Wei");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const [, total] = (await progress(page).textContent())?.match(/of (\d+)/) ?? [];
    await page.keyboard.press("j");
    for (let at = 0; at < Number(total); at++) await page.keyboard.press("a");
    await progress(page)
      .filter({ hasText: `${total} of ${total} reviewed` })
      .waitFor();
    await waitUntilSaved(page);
    await page.getByRole("button", { name: "Sign", exact: true }).click();
    const sign = page.getByRole("button", { name: "Sign version 1" });
    const name = page.getByRole("textbox", { name: "Name of who signs" });
    expect(await name.inputValue()).toBe("Li Wei");
    expect(await accessibilityFaults(page)).toEqual([]);
    await sign.click();
    const signed = page.getByRole("region", { name: "Signed by" });
    await signed.getByText("Li Wei").waitFor();
    await name.fill("Li Wei");
    await page.getByText("The second signature is another person's.").waitFor();
    await name.fill("Maria Garcia");
    await sign.click();
    await signed.getByText("Maria Garcia").waitFor();
    await page.getByText("Version 1 is in force").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("shows what an amendment changes and keeps what was decided on the rest", async () => {
    const page = await workbench.open(trialPath("/amend?from=text"));
    await page.getByRole("textbox", { name: "Eligibility text or registry record" }).fill(amendment);
    await page.getByRole("button", { name: "Compare with the present version" }).click();
    await page.getByText("Reworded", { exact: true }).first().waitFor();
    await page.getByText("Known hypersensitivity").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await progress(page).filter({ hasText: "2 of 4 reviewed" }).waitFor();
    await page.context().close();
  });
});

describe("the list and the runs", () => {
  it.each([
    { locale: "en", theme: "light", width: 1280 },
    { locale: "zh", theme: "dark", width: 1000 },
  ] as const)("are without a fault that axe can find ($locale)", async (look) => {
    const page = await workbench.open("/trials", look);
    await page
      .getByRole("link", { name: /Exampletinib/ })
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(workbench.stack.url + trialPath("/runs"));
    await page.getByRole("radiogroup").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

it("found no error in any console and no request to anyone else", () => {
  // A record that cannot be read is answered with 4xx, which the browser reports.
  expect(workbench.problems.filter((problem) => !problem.startsWith("/trials/import"))).toEqual([]);
});
