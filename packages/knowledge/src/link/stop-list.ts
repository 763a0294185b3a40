import { orderedKey } from "../text/keys.ts";
import { tokenize } from "../text/tokens.ts";
import type { Mention } from "./mention.ts";

type Stop = Exclude<Mention["stop"], null>;

/** Words that name no concept by themselves, by why. Comma-separated. */
const phrases: Record<Stop, string> = {
  placebo: `placebo, placebos, matching placebo, placebo comparator, sham, sham comparator, sham procedure, vehicle, no treatment, no intervention, standard of care, standard care, usual care, best supportive care, supportive care, control, dummy,
    observation, saline placebo, sugar pill, 安慰剂, 模拟剂, 空白对照, 标准治疗, 最佳支持治疗, 假手术`,
  healthy: `healthy, healthy volunteer, healthy volunteers, healthy subjects, healthy subject, healthy participants, healthy people, healthy adults, healthy individuals, normal volunteers, normal control, healthy controls, healthy control, volunteers, volunteer,
    健康, 健康受试者, 健康志愿者, 健康人, 健康人群, 志愿者, 受试者`,
  generic: `disease, diseases, disorder, condition, syndrome, illness, medical condition, patient, patients, subject, therapy, treatment, drug, drugs, medication, medicine, agent, inhibitor, symptom, symptoms, sign, finding, procedure, operation,
    other, others, unspecified, unknown, disease or disorder, all, adult, child, children, male, female, man, woman, men, women, human, infection status, history, study, trial, test, normal, positive, negative, active, acute, chronic, onset,
    phenotypic abnormality, clinical modifier, mode of inheritance, frequency, past medical history, blood group, severity, status, protein, gene, cell, cells, dose, primary, secondary, risk, function, abnormality, water, food, age, weight, height, body weight, blood, serum, plasma, urine, safety, quality of life, prevention, response, failure, event, clinical, type, group, level, score, response rate, cohort,
    疾病, 病, 患者, 病人, 症状, 体征, 其他, 综合征, 治疗, 药物, 手术, 病变, 感染性, 异常, 男性, 女性, 成人, 儿童, 待查, 血清, 血浆, 尿液, 血液, 阳性, 阴性, 正常`,
  procedure: `surgery, chemotherapy, radiotherapy, radiation therapy, radiation, transplantation, questionnaire administration, laboratory biomarker analysis, biopsy, exercise, education, counseling, quality-of-life assessment,
    化疗, 放疗, 手术治疗, 放射治疗, 康复训练, 护理`,
};

const byKey = new Map<string, Stop>();
for (const [why, list] of Object.entries(phrases)) {
  for (const written of list.split(",")) byKey.set(orderedKey(tokenize(written.trim())), why as Stop);
}

/** Longest stop-list entry, in tokens. */
export const longestStop = 6;

/** Why a span is on the stop-list, by its ordered key; undefined when it is not. */
export const stopReason = (key: string): Stop | undefined => byKey.get(key);

const words = (list: string) => new Set(list.trim().split(/\s+/));

/**
 * English words that are also a gene symbol or an abbreviation; in lower case they mean the word. Counted as words in
 * criteria sentences of registered trials, with everyday words added.
 */
const everyday = words(`
  of in at as be not on an if or and the to for by with from no any may can has had was is are were am it its he she we do does did so but
  limit mg cell per all type can mass scan up men dl eg out plan cm end post his mol large met rest ms impact lab minor stop sex cap light
  red tube gm pg arm laser best ago air blast damage yrs race wish wave hip permit face nodal et coma caps simple cc ul act hrs get fat hr
  aura fast yes fish incl tic neu ten aid cut nail arms co kit sit castor set danger led cat star top bad chip age arc dock ear eye flash gas
  hook jam lamp map mask max mice nod pace page pan park pear pin pole rib ring rod sail salt sea side skin snap span spin spot stab step
  team tap trap via vim clock cold coil crisp prism pigs task tank sharp cast dare fate gene ghost iron king lime mars moms nick rage raft
  raise tiger toll trail mad mr use see one two day days time low high old new big own part area care case cause data date dose drug form
  four free full good half hand head health help home host hour key kind last late left less life line list live long lost main make man
  many mean mid mind month more most much name need next non none nor note off once only open oral over own pain past pill plus poor real
  right role round same self short site size slow small some sole soon such sure take tend term test than that then there these this
  three through thus total true try under unit upon used value very view visit way week well what when where which who whole why wide will
  within word work year young zero but yet low bid tid qd po iv im sc prn vs ie min max sec hrs wk wks mo mos yo ii iii ml ul kpa mmhg mmol umol`);

/** Whether lower-case letters are an everyday word rather than a short form. */
export const isEverydayWord = (word: string): boolean => everyday.has(word);

const functionWords = words(
  "and or not no nor but if in at of to for on with from by as is are be were had have an the this that any it its",
);

/** Whether letters are a word of grammar, which even in capitals names nothing inside a sentence. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);
