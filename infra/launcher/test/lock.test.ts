import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startMarkOf } from "@qinghao/services";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeLock } from "../src/lock.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-lock-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a second taker is told who holds the lock and where it answers", () => {
  const file = path.join(folder, "held");
  const first = takeLock(file);
  if (!first.ok) throw new Error("the lock was free");
  first.lock.describe("http://127.0.0.1:3000");
  expect(takeLock(file)).toMatchObject({ ok: false, holder: { pid: process.pid, url: "http://127.0.0.1:3000" } });
  first.lock.release();
  expect(existsSync(file)).toBe(false);
});

test.each([
  ["a dead process", () => ({ pid: 2 ** 22 - 3, mark: "1", url: null })],
  ["an earlier process of a number that is in use again", () => ({ pid: process.pid, mark: "1", url: null })],
  ["nobody: damaged text", () => "not json"],
])("the lock of %s is taken over", (_who, holder) => {
  const file = path.join(folder, "stale");
  const content = holder();
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const taken = takeLock(file);
  expect(taken.ok).toBe(true);
  if (taken.ok) taken.lock.release();
});

test.skipIf(startMarkOf(process.pid) === null)("a process's start mark is its own and stays the same", async () => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await new Promise((resolve) => child.once("spawn", resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const pid = child.pid ?? -1;
  expect(startMarkOf(pid)).toBe(startMarkOf(pid));
  expect(startMarkOf(pid)).not.toBe(startMarkOf(process.pid));
  child.kill("SIGKILL");
});
