import type { KeysOfTerm } from "../pack/rows.ts";
import { writePack } from "../pack/write-pack.ts";
import { addSearchIndex } from "../search/add-search-index.ts";
import type { Assembly, UnmappedRow } from "./assembly.ts";
import { assembleCore } from "./build-core.ts";
import { assembleShareAlike } from "./build-share-alike.ts";
import {
  idPatterns,
  licensedSources,
  minimumCounts,
  noCycle,
  noMergeAcrossKinds,
  noSharedName,
  passGates,
} from "./gates.ts";
import { identifierPatterns } from "./identifier-patterns.ts";
import { ownSource } from "./own-source.ts";
import { browserRowsOf, packRowsOf } from "./pack-rows.ts";
import { coreMinimum, ownMinimum, shareAlikeMinimum } from "./requirements.ts";
import { type Sources, sourceInfoOf } from "./source-tables.ts";

export type BuiltPacks = {
  core: Uint8Array;
  shareAlike: Uint8Array;
  browser: Uint8Array;
  unmapped: readonly UnmappedRow[];
};

/**
 * The three packs from the committed tables, after every gate has passed. About 30 s and 1.5 GB on one core.
 * @param builtFrom sha256 over everything that the packs depend on.
 * Errors: `knowledge.table.missing`, `knowledge.build.refused`, `knowledge.row.invalid`.
 */
export function buildPacks(sources: Sources, builtFrom: string, keysOfTerm: KeysOfTerm): BuiltPacks {
  const lines = [ownSource, ...[...sources.values()].map(({ facts }) => sourceInfoOf(facts))];
  const licensed = new Set(lines.map((line) => line.id));
  const patterns = identifierPatterns(sources);
  const check = (assembly: Assembly, minimum: Readonly<Record<string, number>>) =>
    passGates(assembly, [
      minimumCounts(minimum),
      idPatterns(patterns),
      noMergeAcrossKinds,
      noCycle,
      noSharedName,
      licensedSources(licensed),
    ]);
  const core = assembleCore(sources);
  const own = Object.entries(ownMinimum).filter(([source]) => sources.has(source));
  check(core, { ...coreMinimum, ...Object.fromEntries(own) });
  const shareAlike = assembleShareAlike(sources, core);
  check(shareAlike, shareAlikeMinimum);
  const facts = { version: "1", builtFrom, sources: lines };
  const coreRows = packRowsOf(core, { ...facts, name: "core" });
  const shareAlikeRows = packRowsOf(shareAlike, { ...facts, name: "share-alike" }, core);
  const unmapped = [...core.unmapped, ...shareAlike.unmapped];
  return {
    core: addSearchIndex(writePack(coreRows, keysOfTerm)),
    shareAlike: addSearchIndex(writePack(shareAlikeRows, keysOfTerm)),
    browser: addSearchIndex(writePack(browserRowsOf(coreRows), keysOfTerm)),
    unmapped,
  };
}
