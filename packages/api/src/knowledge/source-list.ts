import type { Knowledge, KnowledgePack } from "@qinghao/knowledge";
import type { SourceList } from "../schema.ts";

type Counts = SourceList["sources"][number]["counts"];
const counted = new WeakMap<KnowledgePack, ReadonlyMap<string, Counts>>();

/** What stands in each pack by source: concepts that it defines, names and relations. Counted once per opened pack. */
export function listSources(knowledge: Knowledge): SourceList {
  return {
    packs: knowledge.packs.map(({ header: { name, version, counts } }) => ({
      name,
      version,
      concepts: counts.concepts,
      names: counts.terms,
    })),
    sources: knowledge.packs.flatMap((pack) => {
      const counts = countsOf(pack);
      return pack.header.sources.map((source) => ({
        ...source,
        pack: pack.header.name,
        counts: counts.get(source.id) ?? { concepts: 0, names: 0, relations: 0 },
      }));
    }),
  };
}

function countsOf(pack: KnowledgePack): ReadonlyMap<string, Counts> {
  const known = counted.get(pack);
  if (known !== undefined) return known;
  const { header } = pack;
  const tally = (column: string, isWanted: (row: number) => boolean = () => true): number[] => {
    const numbers = header.sources.map(() => 0);
    const places = pack.bytes(column);
    for (let row = 0; row < places.length; row++) if (isWanted(row)) numbers[places[row]!]!++;
    return numbers;
  };
  const concepts = tally("concept.source", (concept) => !pack.isReference(concept));
  const names = tally("term.source");
  const relations = tally("edge.source");
  const made = new Map(
    header.sources.map(({ id }, at) => [id, { concepts: concepts[at]!, names: names[at]!, relations: relations[at]! }]),
  );
  counted.set(pack, made);
  return made;
}
