/** Words for a group of medicines, and the ATC groups (WHO Anatomical Therapeutic Chemical classification) that it takes in. */
const rows: readonly (readonly [names: string, codes: string])[] = [
  ["(?:gluco)?cortico-?\\s?steroids?|glucocorticoids?|steroids?|皮质激素|激素", "H02 R03BA D07 A07EA S01BA R01AD"],
  ["inhaled (?:cortico)?steroids?|ICS", "R03BA"],
  ["immun[oe][- ]?suppress(?:ive|ants?|ors?)(?: agents?| drugs?| medications?| therapy)?|免疫抑制剂?", "L04 H02"],
  ["immun[oe][- ]?modulat(?:ory|ors?|ing)(?: agents?| drugs?| therapy)?", "L03 L04"],
  ["interferons?|IFN|干扰素", "L03AB"],
  [
    "NSAIDs?|non-?\\s?steroidal anti-?\\s?inflammator(?:y|ies)(?: drugs?| agents?)?|anti-inflammator(?:y|ies)|非甾体抗炎药",
    "M01A",
  ],
  ["analgesics?|pain ?killers?|pain medications?|镇痛药", "N02 M01A"],
  ["opioids?|opiates?|narcotics?|阿片类", "N02A N07BC"],
  ["anti-?hypertensives?|blood pressure (?:medications?|drugs?)|降压药", "C02 C03 C07 C08 C09"],
  ["(?:beta|β)[- ]?(?:adrenergic )?(?:receptor )?(?:blockers?|antagonists?)|β受体阻滞剂", "C07"],
  ["calcium[- ]channel (?:blockers?|antagonists?)|CCBs?|钙通道阻滞剂", "C08"],
  ["ACE[- ]?inhibitors?|ACEIs?|angiotensin[- ]converting[- ]enzyme inhibitors?", "C09A C09B"],
  ["ARBs?|angiotensin (?:II )?receptor (?:blockers?|antagonists?)", "C09C C09D"],
  ["diuretics?|利尿剂", "C03"],
  ["nitrates?|nitroglycerin|硝酸酯", "C01DA"],
  ["anti-?arrhythmics?", "C01B"],
  ["vasopressors?|inotropes?|catecholamines?", "C01CA"],
  ["statins?|HMG[- ]?CoA reductase inhibitors?|他汀", "C10AA"],
  ["lipid[- ]lowering(?: \\w+)?|cholesterol[- ]lowering(?: \\w+)?|降脂药", "C10"],
  ["anti-?\\s?coagula(?:nts?|tion)|blood thinners?|抗凝药?", "B01AA B01AB B01AE B01AF"],
  ["anti-?platelets?(?: agents?| drugs?| therapy)?|抗血小板药?", "B01AC"],
  ["anti-?thrombotics?", "B01"],
  ["heparins?|肝素", "B01AB"],
  ["antibiotics?|anti-?bacterials?|anti-?microbials?|抗生素|抗菌药", "J01"],
  ["anti-?fungals?|抗真菌药", "J02"],
  ["anti-?virals?|抗病毒药", "J05"],
  ["direct[- ]acting anti-?virals?|DAAs?|direct antiviral drugs?", "J05AP"],
  ["anti-?retrovirals?|HAART", "J05AR J05AE J05AF J05AG J05AJ"],
  ["anti-?malarials?|抗疟药", "P01B"],
  ["macrolides?|大环内酯", "J01FA"],
  ["penicillins?|青霉素类", "J01C"],
  ["cephalosporins?|头孢菌素", "J01D"],
  ["(?:fluoro)?quinolones?|喹诺酮", "J01M"],
  ["anti-?diabetics?|(?:oral )?hypo-?glyc(?:a)?emic (?:agents?|drugs?|medications?)|降糖药", "A10"],
  ["insulins?|胰岛素", "A10A"],
  ["proton[- ]pump inhibitors?|PPIs?|质子泵抑制剂", "A02BC"],
  ["H2[- ]?(?:receptor )?(?:blockers?|antagonists?)|H2RAs?", "A02BA"],
  ["antacids?|抗酸药", "A02A"],
  ["acid[- ]suppressi(?:ve|on)(?: \\w+)?", "A02B"],
  ["anti-?emetics?", "A04 A03FA"],
  ["laxatives?|泻药", "A06"],
  ["vitamins?|multivitamins?|维生素", "A11"],
  ["SSRIs?|selective serotonin (?:re-?uptake )?inhibitors?", "N06AB"],
  ["anti-?depressants?|抗抑郁药", "N06A"],
  ["anti-?psychotics?|neuroleptics?|major tranquili[sz]ers?|抗精神病药", "N05A"],
  ["benzodiazepines?|anxiolytics?|苯二氮", "N05BA N05CD"],
  ["sedatives?|hypnotics?|sleeping pills?|镇静药", "N05C N05B"],
  ["psycho-?tropics?|psychoactive (?:drugs?|medications?)", "N05 N06"],
  ["anti-?(?:epileptics?|convulsants?)|AEDs?|抗癫痫药", "N03"],
  ["dopamine[- ]agonists?", "N04BC G02CB"],
  ["cholinesterase inhibitors?", "N06DA"],
  ["stimulants?|psychostimulants?", "N06B"],
  ["bronchodilators?|支气管扩张剂", "R03A R03BB"],
  ["(?:long|short)[- ]acting (?:beta|β)[- ]?2?[- ]?agonists?|LABAs?|SABAs?|(?:beta|β)[- ]?2?[- ]?agonists?", "R03A"],
  ["anti-?histamines?|抗组胺药", "R06"],
  ["leukotriene (?:receptor )?(?:antagonists?|modifiers?|inhibitors?)", "R03DC"],
  ["anti-?cholinergics?|anti-?muscarinics?|抗胆碱药", "R03BB G04BD N04A A03"],
  ["thyroid (?:hormones?|replacement|medications?)", "H03A"],
  ["anti-?thyroid(?: drugs?| medications?)?", "H03B"],
  ["somatostatin anal(?:ogue|og)s?", "H01CB"],
  ["growth hormone(?! receptor)", "H01AC"],
  ["o?estrogens?|hormone replacement(?: therapy)?|HRT", "G03C G03F"],
  ["(?:oral|hormonal) contraceptives?|birth control pills?|避孕药", "G03A"],
  ["androgens?|testosterone replacement", "G03B"],
  ["chemo-?therap(?:y|ies|eutics?)|cytotoxics?(?: \\w+)?|anti-?neoplastics?|化疗|细胞毒", "L01"],
  ["hormon(?:e|al) therap(?:y|ies)|endocrine therap(?:y|ies)|anti-?androgens?|anti-?estrogens?", "L02"],
  ["tyrosine kinase inhibitors?|TKIs?|kinase inhibitors?", "L01E"],
  [
    "anti-?TNF(?:[- ]?(?:alpha|α))?(?: agents?)?|TNF(?:[- ]?(?:alpha|α))? (?:inhibitors?|blockers?|antagonists?)",
    "L04AB",
  ],
  ["DMARDs?|disease[- ]modifying anti-?rheumatic drugs?", "L04 P01BA M01C"],
  ["bisphosphonates?|双膦酸盐", "M05BA"],
  ["urate[- ]lowering(?: \\w+)?|ULT", "M04A"],
  ["alpha[- ]?(?:1[- ]?)?(?:adrenergic |adreno)?(?:receptor )?(?:blockers?|antagonists?)", "G04CA C02CA"],
  ["5[- ]?(?:alpha|α)[- ]?reductase inhibitors?", "G04CB"],
  ["muscle relaxants?", "M03"],
  ["iron (?:supplements?|therapy|preparations?)|铁剂", "B03A"],
];

const compiled = rows.map(([names, codes]) => ({
  pattern: new RegExp(`(?<![A-Za-z])(?:${names})(?![A-Za-z])`, /^[A-Z]{3}/.test(names) ? "g" : "gi"),
  codes: codes.split(" "),
}));

/** Words of a text that name a group of medicines. */
export type DrugGroup = { readonly start: number; readonly end: number; readonly codes: readonly string[] };

/** Groups of medicines that a text names, left to right; the longest where several begin together or overlap. */
export function drugGroups(text: string): DrugGroup[] {
  const found = compiled.flatMap(({ pattern, codes }) =>
    [...text.matchAll(pattern)].map(({ index, 0: written }) => ({ start: index, end: index + written.length, codes })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: DrugGroup[] = [];
  for (const one of found) {
    const last = out.at(-1);
    if (last === undefined || one.start >= last.end) out.push(one);
    else if (one.end - one.start > last.end - last.start) out[out.length - 1] = one;
  }
  return out;
}
