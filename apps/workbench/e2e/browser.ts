import { findChromium } from "@qinghao/services";
import { testStack } from "@qinghao/testing";
import { type Browser, chromium, type Page } from "playwright-core";

/** The sandbox needs a user that tests in containers lack. */
const flags = ["--no-sandbox", "--disable-background-networking"];
/** WebGL without a graphics card: right, and too slow for pages whose frames are counted. */
const softwareWebgl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

export type OpenBrowserOptions = { readonly webgl?: boolean };

export async function openBrowser({ webgl = true }: OpenBrowserOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium is installed; npm run doctor says how to get one");
  return chromium.launch({ executablePath, args: [...flags, ...(webgl ? softwareWebgl : ["--disable-gpu"])] });
}

export type OpenPageOptions = { readonly locale?: "en" | "zh"; readonly theme?: "light" | "dark" };

/** A fresh page that collects uncaught errors of the application in `problems`. */
export async function openPage(
  browser: Browser,
  options: OpenPageOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const { url } = await testStack();
  const { locale = "en", theme = "light" } = options;
  const context = await browser.newContext({
    viewport: { width: 1360, height: 860 },
    permissions: ["clipboard-read", "clipboard-write"],
    acceptDownloads: true,
  });
  await context.addCookies([
    { name: "qinghao-locale", value: locale, url },
    { name: "qinghao-theme", value: theme, url },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  return { page, problems };
}

/** Calls the REST API of the stack; throws what it answers when it refuses. */
export async function callApi<T>(method: "GET" | "POST", path: string, body?: object): Promise<T> {
  const { url } = await testStack();
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

export const createProject = async (name: string): Promise<string> =>
  (await callApi<{ id: string }>("POST", "/projects", { name })).id;

/** Imports lines of SMILES and waits until every row is stored. */
export async function importSmiles(projectId: string, lines: readonly string[]): Promise<void> {
  type Import = { id: string; state: string };
  let job = await callApi<Import>("POST", `/projects/${projectId}/imports`, {
    text: lines.join("\n"),
    format: "smiles",
  });
  while (job.state !== "completed") {
    if (job.state === "failed" || job.state === "cancelled") throw new Error(`the import ended as ${job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    job = await callApi<Import>("GET", `/imports/${job.id}`);
  }
}
