import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cachedTemporal, cacheRoot, findChromium, findTemporal, onPath } from "../src/discovery.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-discovery-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = (relative: string, body: string) => {
  const file = path.join(folder, relative);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
};

test.each([
  ["linux", { HOME: "/people/li" }, "/people/li/.cache/qinghao"],
  ["linux", { HOME: "/people/li", XDG_CACHE_HOME: "/big/cache" }, "/big/cache/qinghao"],
  ["darwin", { HOME: "/people/li" }, "/people/li/Library/Caches/qinghao"],
  ["win32", { USERPROFILE: "C:/li", LOCALAPPDATA: "C:/li/local" }, "C:/li/local/qinghao"],
] as const)("the cache on %s with %o is %s", (platform, env, expected) => {
  expect(cacheRoot(env, platform).replaceAll("\\", "/")).toBe(expected);
});

describe.skipIf(process.platform === "win32")("findTemporal", () => {
  const env = () => ({ HOME: folder, XDG_CACHE_HOME: path.join(folder, "cache"), PATH: path.join(folder, "bin") });
  const answer = 'echo "temporal version 1.5.1 (Server 1.29.1)"';

  test("finds nothing on an empty machine", () => {
    expect(findTemporal({ env: { ...env(), PATH: "" } })).toEqual({ kind: "missing", rejected: [] });
  });

  test("an address comes before every program", () => {
    program("bin/temporal", answer);
    expect(findTemporal({ env: { ...env(), TEMPORAL_ADDRESS: "host:7233" } })).toEqual({
      kind: "address",
      address: "host:7233",
    });
  });

  test("PATH comes before the cache, and a program that does not run is passed over", () => {
    const onPathProgram = program("bin/temporal", answer);
    const cached = cachedTemporal(env());
    program(path.relative(folder, cached), answer);
    expect(findTemporal({ env: env() })).toMatchObject({ kind: "binary", path: onPathProgram, source: "path" });

    program("bin/temporal", "exit 1");
    expect(findTemporal({ env: env() })).toMatchObject({ kind: "binary", path: cached, source: "cache" });
    rmSync(cached);
    expect(findTemporal({ env: env() })).toEqual({ kind: "missing", rejected: [onPathProgram] });
  });

  test("another program of the same name is not Temporal", () => {
    program("bin/temporal", 'echo "a calendar, version 2"');
    expect(findTemporal({ env: env() })).toMatchObject({ kind: "missing" });
  });
});

describe.skipIf(process.platform === "win32")("programs", () => {
  test("PATH keeps its order and leaves out what cannot run", () => {
    const second = program("second/tool", "true");
    mkdirSync(path.join(folder, "first"), { recursive: true });
    writeFileSync(path.join(folder, "first", "tool"), "not executable");
    const PATH = [path.join(folder, "first"), path.join(folder, "second")].join(":");
    expect(onPath("tool", { PATH })).toEqual([second]);
  });

  test("Chromium: CHROMIUM_PATH decides, also when it names nothing", () => {
    const browser = program("browsers/chromium", "true");
    const PATH = path.dirname(browser);
    expect(findChromium({ env: { PATH } })).toBe(browser);
    expect(findChromium({ env: { PATH, CHROMIUM_PATH: "/no/such/browser" } })).toBeNull();
  });
});
