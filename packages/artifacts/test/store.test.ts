import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type ArtifactStore, createMemoryStore } from "../src/index.ts";
import { createFolderStore } from "../src/node.ts";

const directory = mkdtempSync(join(tmpdir(), "qinghao-artifacts-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const utf8 = new TextEncoder();
const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
async function* chunks(...texts: string[]) {
  for (const text of texts) yield utf8.encode(text);
}

const stores: [string, ArtifactStore][] = [
  ["memory", createMemoryStore()],
  ["folder", createFolderStore(join(directory, "store"))],
];

describe.each(stores)("%s store", (_name, store) => {
  test("keeps what it was given, with its checksum", async () => {
    const put = await store.put("uploads/upl_1", utf8.encode("abc"));
    // FIPS 180-2, appendix B.1.
    const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(put).toEqual({ key: "uploads/upl_1", size: 3, sha256 });
    expect(await store.stat("uploads/upl_1")).toEqual({ size: 3, sha256 });
    expect(new TextDecoder().decode(await store.get("uploads/upl_1"))).toBe("abc");
  });

  test("takes and gives streams", async () => {
    const parts = Array.from({ length: 300 }, (_, i) => `line ${i} ${"x".repeat(4000)}\n`);
    const put = await store.put("runs/run_1/out.csv", chunks(...parts));
    expect(put.sha256).toBe(createHash("sha256").update(parts.join("")).digest("hex"));
    const read = Buffer.concat(await collect(store.open("runs/run_1/out.csv"))).toString();
    expect(read).toBe(parts.join(""));
  });

  test("a source that breaks off leaves the former artifact", async () => {
    await store.put("a/kept", utf8.encode("first"));
    async function* broken() {
      yield utf8.encode("half");
      throw new Error("connection lost");
    }
    await expect(store.put("a/kept", broken())).rejects.toThrow("connection lost");
    expect(new TextDecoder().decode(await store.get("a/kept"))).toBe("first");
  });

  test("replaces, lists in order and removes", async () => {
    for (const name of ["0010", "0002", "0001"]) await store.put(`runs/run_2/shards/${name}.json`, utf8.encode(name));
    await store.put("runs/run_2/shards/0002.json", utf8.encode("again"));
    expect(await collect(store.list("runs/run_2/"))).toEqual([
      "runs/run_2/shards/0001.json",
      "runs/run_2/shards/0002.json",
      "runs/run_2/shards/0010.json",
    ]);
    expect(new TextDecoder().decode(await store.get("runs/run_2/shards/0002.json"))).toBe("again");
    await store.remove("runs/run_2/shards/0002.json");
    await store.remove("runs/run_2/shards/0002.json");
    expect(await store.stat("runs/run_2/shards/0002.json")).toBeNull();
    await expect(store.get("runs/run_2/shards/0002.json")).rejects.toMatchObject({
      code: "artifacts.artifact.missing",
    });
  });

  test.each(["../secret", "a/../b", "/etc/passwd", "a//b", "", ".", "a/b.sha256", "a/b.part", "a\\b", "a/b c", "é"])(
    "refuses the key %j",
    async (key) => {
      await expect(store.put(key, utf8.encode("x"))).rejects.toMatchObject({ code: "artifacts.key.invalid" });
      await expect(store.get(key)).rejects.toMatchObject({ code: "artifacts.key.invalid" });
    },
  );
});

describe("folder store", () => {
  test("notices changed bytes", async () => {
    const store = createFolderStore(join(directory, "changed"));
    await store.put("a/b", utf8.encode("right"));
    writeFileSync(join(directory, "changed/a/b"), "wrong");
    await expect(store.get("a/b")).rejects.toMatchObject({ code: "artifacts.artifact.corrupt" });
    await expect(collect(store.open("a/b"))).rejects.toMatchObject({ code: "artifacts.artifact.corrupt" });
  });

  test("what a killed writer left does not exist, and a finished write leaves no parts", async () => {
    const root = join(directory, "killed");
    const store = createFolderStore(root);
    await store.put("a/done", utf8.encode("done"));
    writeFileSync(join(root, "a/half"), "ha");
    expect(await store.stat("a/half")).toBeNull();
    expect(await collect(store.list(""))).toEqual(["a/done"]);
    expect(readdirSync(join(root, "a")).sort()).toEqual(["done", "done.sha256", "half"]);
  });
});
