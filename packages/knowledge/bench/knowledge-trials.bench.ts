import { link } from "@qinghao/knowledge";
import { writeBenchReport } from "@qinghao/testing";
import { isCodedCondition } from "./coded-condition.ts";
import { openFolder, packFolder, share } from "./open-packs.ts";
import { halfOf, namesDrug, readTrials, type Trial } from "./trial-fields.ts";

// Share of registered trials with a disease and with a drug linked. Rules were first developed on half 0 alone; the last
// rows of the own disease table were written from the misses of both halves, so that neither is held out any more.

const knowledge = openFolder(await packFolder(), ["core", "share-alike"]);

function measure(trials: readonly Trial[]) {
  let mondo = 0;
  let disease = 0;
  let codedCondition = 0;
  let diseaseOrFinding = 0;
  let named = 0;
  let drugNamed = 0;
  let drugLinked = 0;
  const missedConditions = new Map<string, number>();
  const missedDrugs = new Map<string, number>();
  const count = (map: Map<string, number>, text: string) => map.set(text, (map.get(text) ?? 0) + 1);
  for (const { conditions, interventions } of trials) {
    const strict = conditions.flatMap((text) => link(knowledge, text, { kinds: ["disease"] }));
    const wide = conditions.map((text) => link(knowledge, text, { kinds: ["disease", "phenotype"] }));
    if (strict.some(({ concept }) => concept?.startsWith("MONDO:"))) mondo++;
    const hasDisease = strict.some(({ concept }) => concept !== null);
    if (hasDisease) disease++;
    const hasFinding = hasDisease || wide.flat().some(({ concept }) => concept !== null);
    if (hasFinding) diseaseOrFinding++;
    if (hasDisease || wide.flat().some(({ concept }) => concept !== null && isCodedCondition(knowledge, concept)))
      codedCondition++;
    // A trial whose conditions are all on the stop-list (healthy volunteers) names no disease.
    const isNamed = wide.some((mentions) => mentions.length === 0 || mentions.some(({ stop }) => stop === null));
    if (isNamed) named++;
    if (!hasDisease && isNamed) for (const text of conditions) count(missedConditions, text);
    const linked = interventions.map((text) => link(knowledge, text, { kinds: ["drug", "drug-class"] }));
    const isLinked = linked.flat().some(({ concept }) => concept !== null);
    if (!isLinked && !interventions.some(namesDrug)) continue;
    drugNamed++;
    if (isLinked) drugLinked++;
    else for (const text of interventions.filter(namesDrug)) count(missedDrugs, text);
  }
  const top = (map: Map<string, number>) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 40);
  return {
    trials: trials.length,
    conditions: {
      namingACondition: named,
      linkedToMondo: { ofAll: share(mondo, trials.length), ofNaming: share(mondo, named) },
      linkedToDisease: { ofAll: share(disease, trials.length), ofNaming: share(disease, named) },
      linkedToCodedCondition: {
        ofAll: share(codedCondition, trials.length),
        ofNaming: share(codedCondition, named),
      },
      linkedToDiseaseOrFinding: {
        ofAll: share(diseaseOrFinding, trials.length),
        ofNaming: share(diseaseOrFinding, named),
      },
    },
    drugs: { namingADrug: drugNamed, linked: share(drugLinked, drugNamed), ofAll: share(drugLinked, trials.length) },
    missedConditions: top(missedConditions),
    missedDrugs: top(missedDrugs),
  };
}

const trials = readTrials();
const report = {
  rule: "naming a condition: not every condition is on the stop-list; naming a drug: some intervention has no word for a procedure, device, behaviour, diagnostics or placebo",
  definitions: {
    linkedToMondo: "a concept of Mondo",
    linkedToDisease: "a concept of kind disease: Mondo, or a disease of another source that Mondo does not have",
    linkedToCodedCondition:
      "a concept of kind disease, or a finding (phenotype) that an ICD-10 or ICD-10-CM code of a disease, injury or symptom (A to T, U) stands for, exactly or more broadly, or that is a MeSH descriptor of diseases, mental disorders or signs (trees C, F03)",
    linkedToDiseaseOrFinding: "a concept of kind disease or phenotype, coded or not",
    notLinked:
      "healthy volunteers, procedures and transplantations are no disease and no finding in any of these figures",
  },
  firstHalf: measure(trials.filter(({ nctId }) => halfOf(nctId) === 0)),
  secondHalf: measure(trials.filter(({ nctId }) => halfOf(nctId) === 1)),
  whole: measure(trials),
};
console.log(JSON.stringify(report.whole, null, 1));
writeBenchReport(import.meta.dirname, report, "knowledge-trials");
