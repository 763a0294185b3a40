import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureKnowledge } from "../knowledge.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "qinghao-packs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tools = () => ({ node: process.execPath, env: { QINGHAO_KNOWLEDGE: folder } });

test("a folder of packs that is named is used as it is", async () => {
  writeFileSync(path.join(folder, "core.pack"), "");
  expect(await ensureKnowledge(tools())).toBe(folder);
});

test("a named folder without packs is refused with what to do", async () => {
  await expect(ensureKnowledge(tools())).rejects.toMatchObject({ name: "SetupError", remedies: [expect.any(String)] });
});
