import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page as Tab } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomCounts, randomNetwork, referenceForward, relativeError } from "../random-network.ts";
import type { Page } from "./page.ts";

const places = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = places.find((file) => file !== undefined && existsSync(file));
if (executablePath === undefined) console.log("skipped: no Chromium; set CHROMIUM_PATH to run the browser backends");

const types: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

describe.skipIf(executablePath === undefined)("in Chromium", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "qinghao-compute-"));
  let server: Server;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        outDir: folder,
        minify: false,
        lib: { entry: path.join(import.meta.dirname, "page.ts"), formats: ["es"], fileName: "page" },
      },
    });
    const wasm = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"));
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const file = path.join(pathname.startsWith("/wasm/") ? wasm : folder, path.basename(pathname));
      response.setHeader("content-type", types[path.extname(pathname)] ?? "text/html");
      if (pathname === "/") response.end('<!doctype html><script type="module" src="/page.js"></script>');
      else if (existsSync(file)) response.end(readFileSync(file));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
    tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction(() => "compute" in globalThis);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inPage = <T>(use: (page: Page) => Promise<T>): Promise<T> =>
    tab.evaluate(`(${use.toString()})(globalThis.compute)`) as Promise<T>;

  test("wasm and cpu give the definition's outputs; auto takes wasm without a graphics card and says why", async () => {
    const network = randomNetwork([300, 64, 1], 6);
    const wanted = referenceForward(network, randomCounts(20, 300, 6), 20);
    for (const got of [
      await inPage((page) => page.compute("wasm", 6)),
      await inPage((page) => page.compute("cpu", 6)),
      await inPage((page) => page.compute("auto", 6)),
    ])
      expect(relativeError(got.output, wanted)).toBeLessThan(1e-4);
    const probes = await inPage((page) => page.probe());
    expect(probes.map(({ name }) => name)).toEqual(["webgpu", "wasm", "cpu"]);
    const webgpu = probes[0]!;
    const { record } = await inPage((page) => page.compute("auto", 6));
    if (webgpu.kind === "gpu") expect(record.name).toBe("webgpu");
    else expect(record).toMatchObject({ name: "wasm", kind: "cpu", passedOver: [{ name: "webgpu" }] });
    expect(record.device).toMatch(/SIMD|WebGPU/);
  });

  test("a backend that browsers do not have is refused", async () => {
    await expect(inPage((page) => page.compute("tensorflow", 1))).rejects.toThrow(
      /tensorflow backend is not available/,
    );
  });

  test("derivatives are there when asked for", async () => {
    expect(await inPage((page) => page.slope())).toEqual([6]);
  });
});
