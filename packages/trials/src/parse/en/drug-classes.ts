import type { LexiconRow } from "../language.ts";

const drugClass = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "drug-class", qualifiers: [] },
];
const several = (phrases: string, ids: readonly string[], en: string, zh: string): LexiconRow => [
  phrases,
  { type: "leaf", tree: { kind: "drug", concepts: { of: ids.map((id) => ({ id, en, zh })) } }, sharesTime: true },
];

/** Words for groups of drugs that the knowledge pack names otherwise. */
export const drugClasses: readonly LexiconRow[] = [
  several(
    "platinum{ based, containing,}{ doublet, combination, systemic,}{ chemotherapy, chemotherapies, therapy, therapies, treatment, regimen, regimens,}",
    ["QHCLASS:platinum-compound"],
    "platinum-based chemotherapy",
    "含铂化疗",
  ),
  several(
    "{oral ,therapeutic ,systemic ,full dose ,}{anticoagula{nt,nts,tion},anti coagulants}{ therapy, treatment, medication, drugs, agents,}|blood thinner{s,}",
    ["ATC:B01AA", "ATC:B01AB", "ATC:B01AE", "ATC:B01AF"],
    "anticoagulants",
    "抗凝药",
  ),
  several(
    "{systemic ,}{anticancer,anti cancer,cancer,antineoplastic,antitumor,anti tumor,antitumour,anti tumour,anti neoplastic} {therap{y,ies},treatment{s,},drug{s,},agent{s,},medication{s,}}",
    ["ATC:L01", "ATC:L02"],
    "antineoplastic and endocrine therapy",
    "抗肿瘤药",
  ),
  drugClass(
    "{hormon{al,e},endocrine} {therap{y,ies},treatment{s,}}|hormonotherapy",
    "ATC:L02",
    "endocrine therapy",
    "内分泌治疗药",
  ),
  drugClass(
    "statin{s,}|hmg coa reductase inhibitor{s,}",
    "QHCLASS:hmg-coa-reductase-inhibitor",
    "HMG-CoA reductase inhibitor",
    "HMG-CoA还原酶抑制剂",
  ),
  drugClass(
    "{systemic ,oral ,intravenous ,iv ,parenteral ,}{antibiotic{s,},antibacterial{s,}}{ therapy, treatment, agents,}",
    "ATC:J01",
    "antibacterials for systemic use",
    "全身用抗菌药",
  ),
  drugClass(
    "{systemic ,}{immunosuppress{ant,ants,ive agent,ive agents,ive drug,ive drugs,ive medication,ive medications,ive therapy,ive treatment,ive therapies,ives},immunosuppressor{s,}}",
    "QHCLASS:immunosuppressant",
    "immunosuppressant",
    "免疫抑制剂",
  ),
  drugClass("antidepressant{s,}{ medication, medications,}", "ATC:N06A", "antidepressants", "抗抑郁药"),
  drugClass(
    "antipsychotic{s,}{ medication, medications, drugs, agents,}|neuroleptic{s,}",
    "ATC:N05A",
    "antipsychotics",
    "抗精神病药",
  ),
  drugClass(
    "opioid{s,}{ analgesic, analgesics, medication, medications, therapy,}|opiate{s,}|narcotic{s,}",
    "QHCLASS:opioid-analgesic",
    "opioid analgesic",
    "阿片类镇痛药",
  ),
  drugClass(
    "nsaid{s,}|non steroidal anti inflammatory {drug,drugs,agent,agents}{ (nsaids), (nsaid),}|nonsteroidal anti inflammatory {drug,drugs,agent,agents,medication,medications}{ (nsaids), (nsaid),}",
    "QHCLASS:non-steroidal-anti-inflammatory-or-antipyretic-analgesic",
    "non-steroidal anti-inflammatory drug",
    "非甾体抗炎药",
  ),
  drugClass(
    "{monoamine oxidase inhibitor{s,},mao inhibitor{s,},maoi{s,}}{ (maoi), (maois),}",
    "ATC:N06AF",
    "monoamine oxidase inhibitors",
    "单胺氧化酶抑制剂",
  ),
  drugClass(
    "{anticonvulsant{s,},antiepileptic{s,},anti epileptic{s,}}{ drug, drugs, medication, medications, therapy, agents,}",
    "QHCLASS:antiepileptic",
    "antiepileptic",
    "抗癫痫药",
  ),
  drugClass(
    "antiviral{s,}{ therapy, treatment, drugs, agents, medication,}",
    "ATC:J05",
    "antivirals for systemic use",
    "全身用抗病毒药",
  ),
  drugClass(
    "antifungal{s,}{ therapy, treatment, drugs, agents, medication,}",
    "ATC:J02",
    "antimycotics for systemic use",
    "全身用抗真菌药",
  ),
  drugClass(
    "antiarrhythmic{s,}{ drug, drugs, medication, medications, therapy, agents,}",
    "QHCLASS:antiarrhythmic",
    "antiarrhythmic",
    "抗心律失常药",
  ),
  drugClass(
    "{systemic ,oral ,inhaled ,topical ,intravenous ,parenteral ,}{corticosteroid{s,},glucocorticoid{s,},steroid{s,},glucocorticosteroid{s,}}{ therapy, treatment,}",
    "QHCLASS:corticosteroid",
    "corticosteroid",
    "糖皮质激素",
  ),
  drugClass(
    "{oral ,hormonal ,}contraceptive pill{s,}|oral contraceptive{s,}|hormonal contraceptive{s,}",
    "ATC:G03A",
    "hormonal contraceptives",
    "激素类避孕药",
  ),
  drugClass(
    "anti pd {1,l1}{ or anti pd l1,/pd l1, or pd l1,/anti pd l1,}{ antibody, antibodies, therapy, agent, inhibitor, inhibitors, monoclonal antibody,}|pd 1/pd l1 inhibitor{s,}",
    "QHCLASS:pd-1-inhibitor",
    "PD-1 inhibitor",
    "PD-1抑制剂",
  ),
];
