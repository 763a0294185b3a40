import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeThreadSafe } from "../tensorflow/compile.mjs";
import { extraRequirements } from "../tensorflow/fetch.mjs";
import { buildFolder } from "../tensorflow/releases.mjs";
import { assertPlatform, findTools } from "../tensorflow/tools.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "qinghao-tensorflow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder for PATH in which each named program prints a line and succeeds, or fails. */
function programs(name: string, wanted: Record<string, "works" | "fails">): string {
  const bin = path.join(folder, name);
  mkdirSync(bin);
  for (const [program, does] of Object.entries(wanted))
    writeFileSync(path.join(bin, program), `#!/bin/sh\n${does === "works" ? "echo 1.0" : "exit 1"}\n`, { mode: 0o755 });
  return bin;
}

describe.skipIf(process.platform === "win32")("tools", () => {
  test.each([
    ["no Python", {}, /Python was not found/, /python3-pip/],
    ["Python without pip", { python3: "fails" }, /pip was not found/, /python3-pip/],
    ["no compiler", { python3: "works", tar: "works" }, /No C\+\+ compiler/, /apt-get install g\+\+/],
    ["no tar", { python3: "works", "g++": "works" }, /tar was not found/, /install tar/],
  ] as const)("%s is named with its remedy", (name, wanted, message, remedy) => {
    const PATH = programs(name, wanted);
    const error = thrownBy(() => findTools({ PATH }));
    expect(error).toMatchObject({ impossible: true, message: expect.stringMatching(message) });
    expect(error).toHaveProperty("remedies.0", expect.stringMatching(remedy));
  });

  test("strip is optional, and CXX comes first", () => {
    const PATH = programs("all", { python3: "works", tar: "works", "g++": "works", "my-cxx": "works" });
    expect(findTools({ PATH })).toMatchObject({ compiler: "g++", strip: null });
    expect(findTools({ PATH, CXX: "my-cxx" })).toMatchObject({ compiler: "my-cxx" });
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

test.each([
  ["darwin", "arm64"],
  ["linux", "arm64"],
  ["win32", "x64"],
])("%s %s is told that it cannot have it", (platform, arch) => {
  expect(() => assertPlatform(platform as NodeJS.Platform, arch)).toThrow(`this is ${platform} ${arch}`);
  expect(() => assertPlatform("linux", "x64")).not.toThrow();
});

test("CUDA wheels are the ones that the wheel's own metadata names", () => {
  const metadata = [
    "Requires-Dist: numpy <2.1.0,>=1.26.0",
    "Requires-Dist: nvidia-cublas-cu12 ==12.5.3.2 ; extra == 'and-cuda'",
    'Requires-Dist: nvidia-cudnn-cu12 (==9.3.0.75); extra == "and-cuda"',
    "Requires-Dist: something-else ==1.0 ; extra == 'other'",
  ].join("\r\n");
  expect(extraRequirements(metadata, "and-cuda")).toEqual([
    "nvidia-cublas-cu12==12.5.3.2",
    "nvidia-cudnn-cu12==9.3.0.75",
  ]);
});

test("the addon's shared set becomes one per thread; an unknown source is refused", () => {
  expect(makeThreadSafe("a\nstatic std::set<std::string> ATTR_NAME_SET;\nb")).toBe(
    "a\nstatic thread_local std::set<std::string> ATTR_NAME_SET;\nb",
  );
  expect(() => makeThreadSafe("something else")).toThrow(/not the one/);
});

test("builds lie in the user's cache, never in the project", () => {
  expect(buildFolder("cpu", { XDG_CACHE_HOME: "/caches" })).toBe("/caches/qinghao/tensorflow/2.18.1-cpu");
  expect(existsSync(path.join(import.meta.dirname, "..", "tensorflow", "node_modules"))).toBe(false);
});
