import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourceFiles, sourceHash } from "../src/build.ts";

let root = "";
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "qinghao-build-"));
  write("apps/workbench/app/page.tsx", "page");
  write("packages/ui/src/index.ts", "ui");
  write("pnpm-lock.yaml", "lock");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("sources are listed; outputs, tests and documents are not", () => {
  write("apps/workbench/.next/server.js", "built");
  write("apps/workbench/public/vendor/rdkit/rdkit.wasm", "copied");
  write("apps/workbench/e2e/first.e2e.ts", "test");
  write("packages/ui/node_modules/react/index.js", "installed");
  write("packages/ui/README.md", "document");
  write("packages/testing/src/index.ts", "for tests only");
  expect(sourceFiles(root)).toEqual(["apps/workbench/app/page.tsx", "packages/ui/src/index.ts", "pnpm-lock.yaml"]);
});

test("the hash follows contents and names, not times", () => {
  const before = sourceHash(root);
  utimesSync(path.join(root, "packages/ui/src/index.ts"), new Date(0), new Date(0));
  expect(sourceHash(root)).toBe(before);
  write("packages/ui/src/index.ts", "ui, changed");
  const changed = sourceHash(root);
  expect(changed).not.toBe(before);
  write("packages/ui/src/new.ts", "");
  expect(sourceHash(root)).not.toBe(changed);
});
