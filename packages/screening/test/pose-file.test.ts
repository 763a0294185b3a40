import { createMemoryStore } from "@qinghao/artifacts";
import { expect, it } from "vitest";
import { readPoseFile, writePoseFile } from "../src/methods/index.ts";

it("gives the poses of each ligand back as they were kept", async () => {
  const store = createMemoryStore();
  const entries = ["one\nM  END\n$$$$\ntwo\nM  END\n$$$$\n", "苯甲酸\nM  END\n$$$$\n"];
  await writePoseFile(store, "poses/000000.json", entries);
  expect(await readPoseFile(store, "poses/000000.json")).toEqual(entries);
  await expect(readPoseFile(store, "poses/000001.json")).rejects.toMatchObject({ code: "artifacts.artifact.missing" });
});
