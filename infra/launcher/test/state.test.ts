import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startMarkOf } from "@qinghao/services";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endLeftovers, openState, rememberChild } from "../src/state.ts";

let folder = "";
let bystander: ChildProcess;
const spawned = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await new Promise((resolve) => child.once("spawn", resolve));
  return child;
};
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-state-"));
  bystander = await spawned();
});
afterEach(() => {
  bystander.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("what an interrupted launch left running is ended; a process that only has its number is not", async () => {
  if (startMarkOf(process.pid) === null) return; // The platform does not tell processes apart: nothing is ended.
  const file = path.join(folder, "state.json");
  const left = await spawned();
  const gone = new Promise((resolve) => left.once("exit", (_code, signal) => resolve(signal)));
  const before = openState(file);
  rememberChild(before, "worker", left.pid ?? -1);
  before.change((state) => {
    state.children.push({ part: "temporal", pid: bystander.pid ?? -1, mark: "an earlier process" });
  });

  const said: string[] = [];
  const after = openState(file);
  await endLeftovers(after, (line) => said.push(line));
  expect(await gone).toBe("SIGTERM");
  expect(said).toHaveLength(1);
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  expect(openState(file).value.children).toEqual([]);
});

test("a damaged state file is begun anew", () => {
  const file = path.join(folder, "state.json");
  writeFileSync(file, "{ half");
  const state = openState(file);
  expect(state.value).toEqual({ ports: {}, children: [], demonstratedAt: null });
  state.change((value) => {
    value.ports.postgres = 55_432;
  });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ ports: { postgres: 55_432 } });
});
