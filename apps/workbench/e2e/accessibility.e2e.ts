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
let compoundId: string;
beforeAll(async () => {
  workbench = await openWorkbench();
  project = await createProject(workbench.stack, `Accessibility ${Date.now()}`);
  const registered = await callApi<{ compound: { id: string } }>(
    workbench.stack,
    "POST",
    `/projects/${project.id}/compounds`,
    { structure: "CC(=O)Oc1ccccc1C(=O)O", name: "Aspirin" },
  );
  compoundId = registered.compound.id;
});
afterAll(() => workbench?.close());

const pages = [
  { name: "projects", path: () => "/" },
  { name: "new project", path: () => "/?new=1" },
  { name: "design", path: () => `/p/${project.id}/design?smiles=CCO` },
  { name: "compounds", path: () => `/p/${project.id}/compounds` },
  { name: "a compound", path: () => `/p/${project.id}/compounds/${compoundId}` },
  { name: "import", path: () => `/p/${project.id}/import` },
  { name: "import by paste", path: () => `/p/${project.id}/import?from=paste` },
  { name: "runs", path: () => `/p/${project.id}/runs` },
  { name: "models", path: () => "/models" },
  { name: "a model", path: () => "/models/lipophilicity" },
  { name: "system", path: () => "/system" },
];
const looks = [
  { locale: "en", theme: "light", width: 1280 },
  { locale: "zh", theme: "dark", width: 820 },
] as const;

describe.each(looks)("in $locale, $theme, $width px wide", (look) => {
  it.each(pages)("$name has no fault that axe can find and does not scroll sideways", async ({ path }) => {
    const page = await workbench.open(path(), look);
    await page.waitForLoadState("networkidle");
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

it("found no error in any console and no request to anyone else", () => {
  expect(workbench.problems).toEqual([]);
});
