import { type Knowledge, link } from "@qinghao/knowledge";
import { treatmentNamed } from "../../src/terminology/treatments.ts";
import { aliases } from "./aliases.ts";

const tie = 0.08;

/**
 * Ids that an English name of the set stands for: groups of treatments, the concept that the linker gives the whole name,
 * its equals in other code systems, and what the concept's own Chinese name is linked to. Names of the set were written
 * before any look at the knowledge pack, so a name that nothing knows is an error of the set or a gap of the pack and
 * counts as a miss.
 */
export function idsOfName(knowledge: Knowledge, names: string): Set<string> {
  const ids = new Set<string>();
  for (const written of names.split("|")) {
    const name = aliases[written] ?? written;
    for (const { id } of treatmentNamed(name)?.of ?? []) ids.add(id);
    for (const id of linked(knowledge, name, "en")) {
      ids.add(id);
      const chinese = knowledge.preferredName(id, "zh-Hans");
      if (chinese.language === "zh-Hans") for (const same of linked(knowledge, chinese.text, "zh")) ids.add(same);
    }
  }
  return ids;
}

function linked(knowledge: Knowledge, name: string, lang: "en" | "zh"): string[] {
  const whole = link(knowledge, name, { lang }).filter(({ start, end }) => end - start >= name.length * 0.9);
  return whole.flatMap((mention) =>
    mention.candidates.filter(({ score }) => score >= mention.candidates[0]!.score - tie).map(({ concept }) => concept),
  );
}
