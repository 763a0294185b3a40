import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renderLicences, renderNotice, renderShareAlikeNotice } from "../../src/build/notice.ts";
import { noticeFiles } from "../../src/node/notice-files.ts";
import { readFacts } from "../../src/node/read-sources.ts";
import { factsOf } from "./small-sources.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const folder = path.join(root, "datasets", "knowledge");

/** Folders that hold a table; the project's own ones count once their table has been checked. */
async function foldersWithTables(): Promise<string[]> {
  const found: string[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory())) {
    const files = await readdir(path.join(folder, entry.name));
    if (files.some((file) => file.endsWith(".gz") || file.endsWith(".checked.tsv"))) found.push(entry.name);
  }
  return found;
}

describe("licences", () => {
  it("every folder with a table has a licence line", async () => {
    const described = new Set((await readFacts(folder)).map((facts) => facts.name));
    expect((await foldersWithTables()).filter((name) => !described.has(name))).toEqual([]);
  });

  it("every table is listed with its checksum", async () => {
    for (const facts of await readFacts(folder)) {
      const files = await readdir(path.join(folder, facts.name));
      const tables = files.filter((file) => file.endsWith(".gz") || file.endsWith(".checked.tsv"));
      expect(facts.files.map((file) => file.path).sort(), facts.name).toEqual(tables.sort());
      for (const file of facts.files) {
        const sha256 = createHash("sha256")
          .update(await readFile(path.join(folder, facts.name, file.path)))
          .digest("hex");
        expect(sha256, `${facts.name}/${file.path}: describe it again`).toBe(file.sha256);
      }
    }
  });

  it("the committed tables hold at most 15 MB, and every class is one that may be shipped", async () => {
    const facts = await readFacts(folder);
    const bytes = facts.flatMap((one) => one.files).reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(15e6);
    expect(facts.filter((one) => !["G", "H", "S", "own"].includes(one.licence.class))).toEqual([]);
  });

  it("NOTICE and the manifests are as the command writes them", async () => {
    const expected = noticeFiles(await readFacts(folder));
    for (const [file, text] of Object.entries(expected)) {
      const stale = `${file} is stale: node packages/knowledge/src/node/licences-command.ts`;
      expect(await readFile(path.join(root, file), "utf8"), stale).toBe(text);
    }
  });

  it("a new source, a new attribution and a moved source make them stale", () => {
    const one = factsOf("one");
    const shared = factsOf("two", { licence: { id: "CC-BY-SA-4.0", class: "S", attribution: "Two" } });
    expect(renderNotice([one])).toContain("Makers of one");
    expect(renderNotice([one, shared])).toBe(renderNotice([one]));
    expect(renderShareAlikeNotice([one, shared])).toContain("datasets/knowledge/two");
    expect(renderNotice([{ ...one, licence: { ...one.licence, attribution: "Others" } }])).not.toBe(
      renderNotice([one]),
    );
    expect(JSON.parse(renderLicences([shared, one])).sources.map((entry: { pack: string }) => entry.pack)).toEqual([
      "core",
      "share-alike",
    ]);
  });
});
