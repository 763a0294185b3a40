import type { CriteriaVersionView } from "@qinghao/api/schema";
import { tellModel } from "@qinghao/testing";
import { writeDocx, writePdf } from "@qinghao/testing/documents";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importTrial } from "./sign-trial.ts";
import { accessibilityFaults, callApi, openWorkbench, type WorkbenchBrowser } from "./workbench-browser.ts";

const criterion = "ECOG performance status of 0 or 1";
const text = `Inclusion Criteria:\n- ${criterion}\n- Serum creatinine <= 1.5 mg/dL`;

let workbench: WorkbenchBrowser;
let version: CriteriaVersionView;
beforeAll(async () => {
  workbench = await openWorkbench();
  version = await importTrial(workbench.stack, text, "A trial with a model's drafts");
});
afterAll(() => workbench?.close());

const proposal = (tree: unknown) => JSON.stringify({ criteria: [{ id: version.document.criteria[0]!.id, tree }] });
const ecogUpTo = (max: number) => ({ kind: "score", score: "ecog", range: { min: 0, max } });
const stored = () => callApi<CriteriaVersionView>(workbench.stack, "GET", `/criteria/${version.id}`);

/** The review page with the first criterion open. */
async function openCriterion(locale: "en" | "zh" = "en"): Promise<Page> {
  const page = await workbench.open(`/trials/${version.trialId}`, { locale });
  const criteria = page.getByRole("region", { name: locale === "en" ? "Criteria" : "标准", exact: true });
  await criteria.getByRole("button").filter({ hasText: "ECOG" }).first().click();
  return page;
}
const askModel = async (page: Page) => {
  await page.getByRole("button", { name: /stand-in-model/ }).click();
};

describe("a model's draft of a criterion", () => {
  it("is shown with its differences and changes nothing by itself", async () => {
    await tellModel(workbench.stack.modelUrl, { content: proposal(ecogUpTo(2)) });
    const page = await openCriterion();
    await askModel(page);
    await page.getByText("Draft by stand-in-model, not accepted").waitFor();
    await page.locator("del").first().waitFor();
    await page.locator("ins").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.reload();
    const after = await stored();
    expect([after.revision, after.document, after.reviews]).toEqual([version.revision, version.document, {}]);
    await page.context().close();
  });

  it("becomes a person's edit once the person takes it", async () => {
    const page = await openCriterion();
    await askModel(page);
    await page.getByRole("button", { name: "Take it as my edit" }).click();
    const dialog = page.getByRole("dialog", { name: "Who is reviewing?" });
    await dialog.getByRole("textbox", { name: "Your name" }).fill("Li Wei");
    await dialog.getByRole("button", { name: "Use this name" }).click();
    await expect.poll(async () => JSON.stringify((await stored()).document.criteria[0]?.tree)).toContain('"max":2');
    const { reviews, document } = await stored();
    expect(reviews[document.criteria[0]!.id]).toMatchObject({ decision: "edited", person: "Li Wei" });
    await page.context().close();
  });

  it.each([
    ["en", { kind: "score", score: "made-up" }, /nothing valid.*does not follow the schema/],
    ["zh", { kind: "condition", concepts: { of: [{ id: "MONDO:99999999" }] } }, /MONDO:99999999 不存在/],
  ] as const)("is refused with the reason where it is not valid (%s)", async (locale, tree, reason) => {
    await tellModel(workbench.stack.modelUrl, { content: proposal(tree) });
    const page = await openCriterion(locale);
    await askModel(page);
    await page.getByText(reason).waitFor();
    expect(await page.getByRole("button", { name: /Take it as my edit|采纳/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["en", "break", /stand-in-model did not answer/],
    ["zh", { status: 429, content: "" }, /stand-in-model 拒绝了请求/],
  ] as const)("says that the model is away or refuses (%s)", async (locale, answer, sentence) => {
    await tellModel(workbench.stack.modelUrl, answer);
    const page = await openCriterion(locale);
    await askModel(page);
    await page.getByRole("main").getByText(sentence).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe("a protocol as a file", () => {
  const lines = ["5.1 Inclusion Criteria", "1. Age 18 to 75 years", "5.2 Exclusion Criteria", "1. Pregnant women"];
  const pdf = writePdf([lines.map((one, at) => ({ text: one, x: 60, y: 780 - 18 * at, size: 11 }))]);
  const docx = writeDocx(lines.map((one, at) => (at % 2 === 0 ? { heading: one } : { text: one })));
  const locked = writePdf([[]], { password: { user: "secret", owner: "owner" } });
  const send = async (page: Page, name: string, bytes: Uint8Array) => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Choose a file|选择文件/ }).click();
    await (await choosing).setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  };

  it.each([
    ["protocol.pdf", pdf],
    ["protocol.docx", docx],
  ])("is uploaded and read: %s", async (name, bytes) => {
    const page = await workbench.open("/trials/import");
    await send(page, name, bytes);
    await page.waitForURL(/\/trials\/trial_/);
    const criteria = page.getByRole("region", { name: "Criteria", exact: true });
    await criteria.getByText("Age 18 to 75 years").first().waitFor();
    await criteria.getByText("Pregnant women").first().waitFor();
    await page.getByRole("region", { name: "Source text" }).getByRole("link").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("that is locked says so in the reader's language", async () => {
    const page = await workbench.open("/trials/import", { locale: "zh" });
    await send(page, "锁定.pdf", locked);
    await page.getByRole("main").getByText("该 PDF 文件已用密码加密").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});

it("found no error in any console and no request to anyone else", () => {
  // What cannot be read, and a model that is away, are answered with 4xx and 5xx, which the browser reports.
  expect(workbench.problems.filter((problem) => !/status of (422|502)/.test(problem))).toEqual([]);
});
