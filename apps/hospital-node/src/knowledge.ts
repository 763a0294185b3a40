import { readFile } from "node:fs/promises";
import { type Knowledge, KnowledgePack, openKnowledge } from "@qinghao/knowledge";
import { packFileOf } from "@qinghao/knowledge/node";
import type { Terminology } from "@qinghao/trials";
import { type Identifiers, indexIdentifiers, terminologyOf } from "@qinghao/trials/terminology";

export type NodeKnowledge = { knowledge: Knowledge; identifiers: Identifiers; terminology: Terminology };

/** The packs of a folder, opened when first asked for and kept. */
export function lazyKnowledge(folder: string): () => Promise<NodeKnowledge> {
  let opening: Promise<NodeKnowledge> | null = null;
  return () => {
    opening ??= open(folder).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

async function open(folder: string): Promise<NodeKnowledge> {
  const packs: KnowledgePack[] = [];
  for (const name of ["core", "share-alike"] as const) {
    packs.push(new KnowledgePack(await readFile(packFileOf(folder, name))));
  }
  const knowledge = openKnowledge(packs);
  return { knowledge, identifiers: indexIdentifiers(knowledge), terminology: terminologyOf(knowledge) };
}
