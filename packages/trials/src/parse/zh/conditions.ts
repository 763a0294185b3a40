import type { LexiconRow } from "../language.ts";
import { condition as conditionOf, either, type Named } from "../lexicon-rows.ts";

const condition = (phrases: string, name: Named) => conditionOf(phrases, ...name);

const hyperthyroidism: Named = ["MONDO:0004425", "hyperthyroidism", "甲状腺功能亢进症"];
const hypothyroidism: Named = ["MONDO:0005420", "hypothyroidism", "甲状腺功能减退症"];
const alcoholAbuse: Named = ["MONDO:0002046", "alcohol abuse", "酒精滥用"];
const alcoholDependence: Named = ["MONDO:0007079", "alcohol dependence", "酒精依赖"];
const substanceAbuse: Named = ["MONDO:0002491", "substance abuse", "物质滥用"];
const heart: Named = ["MONDO:0005267", "heart disorder", "心脏病"];
const cerebrovascular: Named = ["MONDO:0011057", "cerebrovascular disorder", "脑血管疾病"];
const cardiovascular: Named = ["MONDO:0004995", "cardiovascular disorder", "心血管疾病"];
const kidneyFailure: Named = ["MONDO:0001106", "kidney failure", "肾功能不全"];
const hepatitisB: Named = ["MONDO:0005344", "hepatitis B virus infection", "乙型肝炎病毒感染"];
const hepatitisC: Named = ["MONDO:0005231", "hepatitis C virus infection", "丙型肝炎病毒感染"];
const bacterialInfection: Named = ["MONDO:0005113", "bacterial infectious disease", "细菌感染"];
const viralInfection: Named = ["MONDO:0005108", "viral infectious disease", "病毒感染"];
const fungalInfection: Named = ["MONDO:0002041", "fungal infectious disease", "真菌感染"];
const hepaticInsufficiency: Named = ["QHDISEASE:hepatic-insufficiency", "hepatic insufficiency", "肝功能不全"];

/** Diagnoses under short names of protocols that the knowledge pack has under others. */
export const conditions: readonly LexiconRow[] = [
  condition("{有,}{肝,肝脏}{内,}转移{瘤,癌,灶,}", [
    "QHDISEASE:secondary-malignant-neoplasm-of-liver",
    "secondary malignant neoplasm of liver",
    "肝转移",
  ]),
  either(
    "急{性,}{、,/,或,和,及,}慢性胰腺炎",
    ["MONDO:0006515", "acute pancreatitis", "急性胰腺炎"],
    ["MONDO:0005003", "chronic pancreatitis", "慢性胰腺炎"],
  ),
  condition("{2,ii,ⅱ}型多发性内分泌{腺,}{瘤,肿瘤}{病,综合征,}{(men2),(men-2),(men 2),}|men{-, ,}2", [
    "MONDO:0019003",
    "multiple endocrine neoplasia type 2",
    "多发性内分泌腺瘤病2型",
  ]),
  condition("自杀{未遂,企图}{史,}", ["ICD10CM:T14.91", "Suicide attempt", "自杀未遂"]),
  condition("{动/静脉,动、静脉,动静脉,动脉/静脉,动脉或静脉,静脉或动脉}血栓{形成,栓塞,}{事件,性疾病,疾病,}", [
    "MONDO:0000831",
    "thrombotic disease",
    "血栓性疾病",
  ]),
  either(
    "间质性肺{病,疾病}{(ild),}{/,或,、}{非感染性,}肺炎",
    ["MONDO:0015925", "interstitial lung disease", "间质性肺疾病"],
    ["MONDO:0043905", "pneumonitis", "非感染性肺炎"],
  ),
  either(
    "室上性{或,和,及,、,/}室性心律失常",
    ["HP:0005115", "Supraventricular arrhythmia", "室上性心律失常"],
    ["HP:0004308", "Ventricular arrhythmia", "室性心律失常"],
  ),
  condition("骨转移{瘤,癌,灶,}", [
    "QHDISEASE:secondary-malignant-neoplasm-of-bone",
    "secondary malignant neoplasm of bone",
    "骨转移",
  ]),
  condition("{脑转移{瘤,癌,灶,},{中枢神经系统,cns}转移{灶,}}", [
    "QHDISEASE:secondary-malignant-neoplasm-of-brain",
    "secondary malignant neoplasm of brain",
    "脑转移",
  ]),
  condition("{癌性,肿瘤性,软}脑膜{炎,转移}|脑膜转移", ["MONDO:0700219", "neoplastic meningitis", "软脑膜转移"]),
  condition("{下肢,}深静脉血栓{形成,}|dvt", [
    "QHDISEASE:deep-vein-thrombosis",
    "deep vein thrombosis",
    "深静脉血栓形成",
  ]),
  condition("gilbert{氏,}{综合征,综合症,症候群,病}|吉尔伯特综合征", [
    "MONDO:0007745",
    "Gilbert syndrome",
    "Gilbert综合征",
  ]),
  condition("甲{状腺功能,}亢{进,}{症,}|甲亢", hyperthyroidism),
  condition("甲{状腺功能,}减{退,低,}{症,}|甲减", hypothyroidism),
  either(
    "甲状腺功能{亢进或减退,亢进症或减退症,亢进、减退,减退或亢进,异常(亢进或减退)}|甲亢或甲减",
    hyperthyroidism,
    hypothyroidism,
  ),
  condition("酗酒{史,者,}|酒精滥用{史,者,}|嗜酒{史,者,}", alcoholAbuse),
  condition("酒{精,}依赖{史,者,}", alcoholDependence),
  condition("{药物,物质,毒品}滥用{史,者,}|吸毒{史,者,}", substanceAbuse),
  either(
    "{酒精,酗酒}{或,和,、,和/或,及}{药物,毒品}滥用{史,者,}|{药物,毒品}{或,和,、,和/或,及}酒精滥用{史,者,}",
    alcoholAbuse,
    substanceAbuse,
  ),
  either("{药物,酒精,毒品}{或,和,、}{酒精,药物,毒品}依赖{史,者,}", alcoholDependence, substanceAbuse),
  either("心脑血管{疾病,疾患,病,性疾病}|心、脑血管{疾病,病}", heart, cerebrovascular),
  condition("心血管{系统,}{疾病,疾患,病}", cardiovascular),
  condition("心脏{病,疾病,疾患}", heart),
  condition("脑血管{疾病,意外,病}", cerebrovascular),
  either(
    "{乙型病毒性,乙型,乙}{或,和,、,/,及,和/或,与}{丙型{病毒性,}肝炎,丙肝}{病毒,}{感染,}|{hbv{或,和,、,/,及,和/或,与}hcv}{感染,}",
    hepatitisB,
    hepatitisC,
  ),
  either(
    "细菌{性,}{或,和,、,/,及,和/或,与}病毒{性,}感染|病毒{性,}{或,和,、,/,及,和/或,与}细菌{性,}感染",
    bacterialInfection,
    viralInfection,
  ),
  either(
    "细菌{性,}{或,和,、,/,及,和/或,与}真菌{性,}感染|真菌{性,}{或,和,、,/,及,和/或,与}细菌{性,}感染",
    bacterialInfection,
    fungalInfection,
  ),
  either(
    "{细菌,病毒,真菌}{性,}、{细菌,病毒,真菌}{性,}{或,和,、,及,和/或,与}{细菌,病毒,真菌}{性,}感染",
    bacterialInfection,
    viralInfection,
    fungalInfection,
  ),
  either("肝{、,}肾功能{不全,衰竭}", hepaticInsufficiency, kidneyFailure),
  condition("间质性肺{病,炎,疾病,病变,部疾病}|ild", ["MONDO:0015925", "interstitial lung disease", "间质性肺疾病"]),
  condition("慢{性,}阻{塞性,}肺{疾病,病,疾患,}|copd", [
    "MONDO:0005002",
    "chronic obstructive pulmonary disease",
    "慢性阻塞性肺疾病",
  ]),
  condition("{免疫缺陷,免疫功能缺陷}{病,性疾病,疾病,}", ["MONDO:0021094", "immunodeficiency disease", "免疫缺陷病"]),
  condition("{过敏性,变应性,变态反应性}鼻炎", ["MONDO:0011786", "allergic rhinitis", "过敏性鼻炎"]),
  condition("肾上腺{皮质,}功能{减退,不全,低下}{症,}", [
    "MONDO:0000004",
    "adrenocortical insufficiency",
    "肾上腺皮质功能减退",
  ]),
  condition("电解质{紊乱,失衡,异常,失调}", ["HP:0003111", "Abnormal blood ion concentration", "电解质紊乱"]),
];
