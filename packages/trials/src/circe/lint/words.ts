import type { DomainName } from "../domains.ts";

/** The same words in both languages. */
export type Words = { readonly en: string; readonly zh: string };

export const domainWords: Readonly<Record<DomainName, Words>> = {
  ConditionOccurrence: { en: "condition occurrence", zh: "疾病记录" },
  ConditionEra: { en: "condition era", zh: "疾病时期" },
  DrugExposure: { en: "drug exposure", zh: "用药记录" },
  DrugEra: { en: "drug era", zh: "用药时期" },
  DoseEra: { en: "dose era", zh: "剂量时期" },
  ProcedureOccurrence: { en: "procedure", zh: "操作记录" },
  Measurement: { en: "measurement", zh: "检验检查" },
  Observation: { en: "observation", zh: "观察记录" },
  VisitOccurrence: { en: "visit", zh: "就诊" },
  VisitDetail: { en: "visit detail", zh: "就诊明细" },
  DeviceExposure: { en: "device exposure", zh: "器械使用" },
  Death: { en: "death", zh: "死亡" },
  Specimen: { en: "specimen", zh: "标本" },
  ObservationPeriod: { en: "observation period", zh: "观察期" },
  PayerPlanPeriod: { en: "payer plan period", zh: "保险期" },
  LocationRegion: { en: "region of residence", zh: "居住地区" },
};

export const partWords = {
  entry: { en: "the initial events", zh: "起始事件" },
  additional: { en: "the additional criteria", zh: "附加条件" },
  censoring: { en: "the censoring events", zh: "删失事件" },
  definition: { en: "the definition", zh: "定义" },
  observation: { en: "the observation window", zh: "观察窗口" },
  exit: { en: "the exit", zh: "退出条件" },
  value: { en: "value", zh: "数值" },
  upperValue: { en: "upper value", zh: "上限" },
  operator: { en: "operator", zh: "运算符" },
  windowStart: { en: "the start of the window", zh: "时间窗起点" },
  windowEnd: { en: "the end of the window", zh: "时间窗终点" },
  initialLimit: { en: "the limit of initial events", zh: "起始事件限制" },
  qualifiedLimit: { en: "the limit of qualifying events", zh: "合格事件限制" },
  includedLimit: { en: "the limit of included events", zh: "入选事件限制" },
} as const satisfies Record<string, Words>;

export const ruleWords = (name: string | number): Words => ({
  en: `inclusion rule "${name}"`,
  zh: `纳入规则“${name}”`,
});

/** One thing in a part of the definition. */
export const within = (thing: Words, part: Words): Words => ({
  en: `${thing.en} in ${part.en}`,
  zh: `${part.zh}中的${thing.zh}`,
});

export const demographicsIn = (part: Words): Words => within({ en: "the demographics", zh: "人口学条件" }, part);
