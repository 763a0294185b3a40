import type { Knowledge } from "@qinghao/knowledge";
import type { ConceptSet } from "../criteria/ranges.schema.ts";
import type { Terminology } from "../terminology.ts";
import { labItemOf } from "./lab-items.ts";
import { type Members, membersOf, membersOfSet } from "./members.ts";

/** Terminology of a knowledge map. Sets are worked out once each. */
export function terminologyOf(knowledge: Knowledge): Terminology {
  const byId = new Map<string, Members>();
  const bySet = new Map<string, Members>();
  const of = (id: string, descendants: boolean) => {
    const key = `${descendants}|${id}`;
    const known = byId.get(key) ?? membersOf(knowledge, id, descendants);
    byId.set(key, known);
    return known;
  };
  const setOf = (set: ConceptSet) => {
    const key = `${set.descendants ?? true}|${set.of.map(({ id }) => id)}|${set.except?.map(({ id }) => id) ?? ""}`;
    const known = bySet.get(key) ?? membersOfSet(of, set);
    bySet.set(key, known);
    return known;
  };
  return {
    members: (set) => setOf(set).certain,
    mayBeMembers: (set) => setOf(set).mayBe,
    has: (id) => knowledge.has(id),
    name: (id, language) =>
      knowledge.has(id) ? knowledge.preferredName(id, language === "zh" ? "zh-Hans" : "en").text : id,
    labItem: (id) => labItemOf(knowledge, id),
  };
}
