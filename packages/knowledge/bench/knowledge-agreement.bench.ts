import { type Knowledge, link } from "@qinghao/knowledge";
import { writeBenchReport } from "@qinghao/testing";
import { openFolder, packFolder, share, stagedText, tableRows } from "./open-packs.ts";

// Where two sources state the same mapping, does linking the name find it? The stated code or its name is taken as truth;
// concepts above or below it are counted apart.

const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);

type Stated = { name: string; truth: ReadonlySet<string> };

function firstDisease(text: string): string | null {
  const mentions = link(knowledge, text, { kinds: ["disease"], lang: "en" });
  const longest = mentions.reduce<(typeof mentions)[number] | null>(
    (best, one) => (best === null || one.end - one.start > best.end - best.start ? one : best),
    null,
  );
  return longest?.concept ?? null;
}

const isBeside = (map: Knowledge, one: string, truth: ReadonlySet<string>) =>
  [...map.parents(one), ...map.children(one)].some((id) => truth.has(id));

const isOnOneLine = (map: Knowledge, one: string, truth: ReadonlySet<string>) =>
  [...map.ancestors(one), ...map.descendants(one)].some((id) => truth.has(id));

function agreement(stated: readonly Stated[]) {
  let same = 0;
  let beside = 0;
  let line = 0;
  let none = 0;
  const apart: string[] = [];
  for (const { name, truth } of stated) {
    const answered = firstDisease(name);
    if (answered === null) none++;
    else if (truth.has(answered)) same++;
    else if (isBeside(knowledge, answered, truth)) beside++;
    else if (isOnOneLine(knowledge, answered, truth)) line++;
    else
      apart.push(
        `${name} -> ${answered} ${knowledge.preferredName(answered, "en").text}; stated ${[...truth].join(" ")}`,
      );
  }
  const all = stated.length;
  return {
    stated: all,
    same: share(same, all),
    sameOrDirectlyAboveOrBelow: share(same + beside, all),
    sameOrAnywhereAboveOrBelow: share(same + beside + line, all),
    notLinked: share(none, all),
    apart: apart.filter((_, place) => place % Math.max(1, Math.floor(apart.length / 40)) === 0),
  };
}

const mondo = tableRows(stagedText("knowledge/mondo/mondo_terms.tsv.gz")).filter(({ id }) => knowledge.has(id!));
const mondoBy = (prefix: string) => {
  const found = new Map<string, Set<string>>();
  for (const { id, xrefs } of mondo) {
    for (const xref of xrefs!.split("|")) {
      if (xref.startsWith(prefix)) found.set(xref, (found.get(xref) ?? new Set()).add(id!));
    }
  }
  return found;
};
const byNcit = mondoBy("NCIT:");
const byOncotree = mondoBy("ONCOTREE:");
const oncotree: Stated[] = [];
for (const { code, name, ncit } of tableRows(stagedText("knowledge/oncotree/oncotree_2025-10-03.tsv.gz"))) {
  const truth = new Set([...(byOncotree.get(`ONCOTREE:${code}`) ?? []), ...(byNcit.get(`NCIT:${ncit}`) ?? [])]);
  if (truth.size > 0) oncotree.push({ name: name!, truth });
}
const byDoid = mondoBy("DOID:");
const titles = new Map(
  tableRows(stagedText("knowledge/icd10cm_2026/tabular.tsv.gz")).map(({ code, title }) => [code!, title!]),
);
// Several diseases list one code, which then covers them all: any of them agrees with its title.
const byTitle = new Map<string, Set<string>>();
for (const { id, xrefs } of tableRows(stagedText("knowledge/doid/doid_terms.tsv.gz"))) {
  const truth = byDoid.get(`${id}`);
  if (truth === undefined) continue;
  for (const xref of xrefs!.split("|")) {
    const title = xref.startsWith("ICD10CM:") ? titles.get(xref.slice(8)) : undefined;
    if (title === undefined) continue;
    const known = byTitle.get(title) ?? new Set();
    for (const one of truth) known.add(one);
    byTitle.set(title, known);
  }
}
const icd = [...byTitle].map(([name, truth]): Stated => ({ name, truth }));
const report = { oncotreeNames: agreement(oncotree), icd10cmTitles: agreement(icd) };
console.log(JSON.stringify(report, null, 1));
writeBenchReport(import.meta.dirname, report, "knowledge-agreement");
