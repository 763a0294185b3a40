import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { pruneBuilds } from "../src/node/prune-builds.ts";

it("keeps the three newest builds, and whatever is younger than an hour", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "qinghao-builds-"));
  try {
    const now = 1_800_000_000;
    for (const [name, minutesAgo] of Object.entries({ a: 1, b: 10, c: 20, d: 50, e: 70, f: 9_000 })) {
      await mkdir(path.join(folder, name));
      await utimes(path.join(folder, name), now, now - minutesAgo * 60);
    }
    expect(await pruneBuilds(folder, now * 1000)).toEqual(["e", "f"]);
    expect((await readdir(folder)).sort()).toEqual(["a", "b", "c", "d"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
