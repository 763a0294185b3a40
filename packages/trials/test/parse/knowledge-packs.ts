import { existsSync, readFileSync } from "node:fs";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { packFileOf } from "@qinghao/knowledge/node";

/** No names at all: what the tables of a language read by themselves. */
export const noNames: Knowledge = openKnowledge([]);

/** The built packs where QINGHAO_KNOWLEDGE names them; null, with a printed reason, where they are not. */
export function builtPacks(): Knowledge | null {
  const folder = process.env.QINGHAO_KNOWLEDGE;
  if (folder === undefined || !existsSync(packFileOf(folder, "core"))) {
    console.log("Not run: criteria with names; QINGHAO_KNOWLEDGE names no folder with built packs.");
    return null;
  }
  return openKnowledge(
    (["core", "share-alike"] as const)
      .map((name) => packFileOf(folder, name))
      .filter(existsSync)
      .map((file) => new KnowledgePack(readFileSync(file))),
  );
}
