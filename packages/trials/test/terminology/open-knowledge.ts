import { readFileSync } from "node:fs";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { buildKnowledge, packFileOf, standardFolders } from "@qinghao/knowledge/node";

let opened: Promise<Knowledge> | null = null;

/** The whole pack: the folder that QINGHAO_KNOWLEDGE names, else the one of the set-up, built when it is not there. */
export function openWholeKnowledge(): Promise<Knowledge> {
  opened ??= (async () => {
    const folder = process.env.QINGHAO_KNOWLEDGE ?? (await buildKnowledge(standardFolders(process.env))).folder;
    return openKnowledge(
      (["core", "share-alike"] as const).map((name) => new KnowledgePack(readFileSync(packFileOf(folder, name)))),
    );
  })();
  return opened;
}
