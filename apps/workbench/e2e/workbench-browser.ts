import { AxeBuilder } from "@axe-core/playwright";
import { findChromium } from "@qinghao/services";
import { type Stack, testStack } from "@qinghao/testing";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Locale } from "../i18n/locale.ts";

export type PageOptions = { locale?: Locale; theme?: "light" | "dark"; width?: number; height?: number };
export type WorkbenchOptions = {
  /** For 3D views; drawn by the processor they are right, and everything on the page is slower. Default false. */
  webgl?: boolean;
};

/** The sandbox needs a user that tests in containers lack. */
const flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
const softwareWebgl = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

/** A browser on the test's stack. `problems` gathers what no page may have: errors, and requests to anyone else. */
export type WorkbenchBrowser = {
  stack: Stack;
  problems: string[];
  open(path: string, options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

export async function openWorkbench({ webgl = false }: WorkbenchOptions = {}): Promise<WorkbenchBrowser> {
  const stack = await testStack();
  const program = process.env.CHROMIUM_PATH ?? findChromium();
  if (program === null) throw new Error("no Chromium was found: see npm run doctor");
  const browser: Browser = await chromium.launch({
    executablePath: program,
    args: [...flags, ...(webgl ? softwareWebgl : [])],
  });
  const problems: string[] = [];
  return {
    stack,
    problems,
    open: async (path, { locale = "en", theme = "light", width = 1280, height = 800 } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
        acceptDownloads: true,
      });
      context.setDefaultTimeout(30_000);
      await context.addCookies([
        { name: "qinghao-locale", value: locale, url: stack.url },
        { name: "qinghao-theme", value: theme, url: stack.url },
      ]);
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(`${path}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(`${path}: ${message.text()}`);
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== new URL(stack.url).origin)
          problems.push(`${path}: asked ${request.url()}`);
      });
      await page.goto(stack.url + path);
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * What axe finds against WCAG 2.2 A and AA, one line each. React Aria's announcer is left out: for a moment it points at
 * elements that are already gone, which is how it makes screen readers speak. Ketcher's own tool bars are left out too:
 * their unnamed buttons are not ours to name, and everything they do can be typed as SMILES in the field above.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude("[data-live-announcer]")
    .exclude(".qh-sketcher")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.target.join(" ")}`));
}

/** Calls a REST procedure of the stack; throws what it answers when it refuses. */
export async function callApi<T>(
  stack: Stack,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${stack.url}/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}

export const createProject = (stack: Stack, name: string): Promise<{ id: string }> =>
  callApi(stack, "POST", "/projects", { name });

/** Imports lines of SMILES and waits until every row is stored. */
export async function importSmiles(stack: Stack, projectId: string, lines: readonly string[]): Promise<void> {
  type Import = { id: string; state: string };
  let job = await callApi<Import>(stack, "POST", `/projects/${projectId}/imports`, {
    text: lines.join("\n"),
    format: "smiles",
  });
  while (job.state !== "completed") {
    if (job.state === "failed" || job.state === "cancelled") throw new Error(`the import ended as ${job.state}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    job = await callApi<Import>(stack, "GET", `/imports/${job.id}`);
  }
}
