import type { LexiconRow } from "../language.ts";
import type { TimeUnit } from "../mark.ts";
import { hanNumerals } from "./numerals.ts";

const units: readonly [string, TimeUnit][] = [
  ["小时|个小时|钟头|h|hr|hours", "hour"],
  ["天|日|个自然日|自然日|个日历日|d|日龄|天龄|days", "day"],
  ["周|个周|星期|个星期|礼拜|w|周龄|wk|weeks", "week"],
  ["个月|月|个月份|个自然月|月龄|m|个月龄|months|个整月", "month"],
  ["年|周岁|岁|周年|岁龄|y|年龄|整年|years", "year"],
];

const anchors =
  "{签署,签订}{书面,}{知情同意书,知情同意,icf}{时,当天,当日,之日,日}|{首次,第一次,初次,第1次,}{使用,接受,应用,注射,服用,}{研究,试验,本研究,本试验,受试,试验用,研究用,方案规定的,}{药物,用药,给药,治疗,干预,药品,干预措施}|首剂{研究,试验,}{给药,用药,药物,}|首次{给药,用药,服药,注射,输注,接种,治疗,剂量}|第一次{给药,用药}|{入组,入选,纳入,入院,筛选,随机,随机化,登记,注册,基线,入试,参加研究,参加试验,参加本研究,参加本试验,进入研究,进入试验,进入本研究,参与研究,参与本研究,试验开始,研究开始,治疗开始,本研究开始,本次研究,本研究,本试验,研究治疗,试验,研究,治疗,开始治疗,开始用药,研究给药,用药,给药,给予研究药物,访视1,d1,c1d1,知情同意,访视,招募}{分组,分配,时,期,访视,当天,当日,}";

/** Lengths of time, how they lie to the index date, and the days of a study that stand for it. */
export const times: readonly LexiconRow[] = [
  [Array.from({ length: 60 }, (_, at) => `${1980 + at}年{版,制定的,修订的,}`).join("|"), { type: "filler" }],
  ...units.map(([words, unit]): LexiconRow => [words, { type: "time-unit", unit }]),
  // "three months", "eighteen years old": a Han numeral is a number only before what it counts.
  ...units.flatMap(([words, unit]) =>
    hanNumerals.map(
      ([numeral, value]): LexiconRow => [
        words
          .split("|")
          .filter((word) => !/[a-z]/.test(word) && !(word === "月" && value <= 12) && !(word === "日"))
          .map((word) => numeral + word)
          .join("|"),
        { type: "quantity", value, unit: { of: "time", unit } },
      ],
    ),
  ),
  ["半年|半年时间", { type: "quantity", value: 6, unit: { of: "time", unit: "month" } }],
  ["半个月|半月", { type: "quantity", value: 15, unit: { of: "time", unit: "day" } }],
  ["一年半", { type: "quantity", value: 18, unit: { of: "time", unit: "month" } }],
  ["每{天,日,周,月,年,晚}|/{天,日,周,月}|日剂量|一天|一日", { type: "dose-word" }],
  ["内|内的|以内的|以内|之内|期间内|时间内", { type: "relation", is: "within" }],
  ["前|前的|之前|以前|距|距离|停药|停用|停药时间|停用时间|洗脱期", { type: "relation", is: "before" }],
  ["后|后的|之后|以后|起", { type: "relation", is: "after" }],
  ["最近|近|过去|过去的|在过去|在过去的|近期|最近的|此前|前述|之前的", { type: "relation", is: "last" }],
  ["未来|今后|将来|拟|拟在|计划|计划在|预计|预计在|预期|准备|打算", { type: "relation", is: "next" }],
  [
    "病程{为,在,已,}|病史{为,在,已,}{超过,}|持续{时间,}|已持续|持续存在|发病{,后,时间,至入组时间,至入组,至随机,至治疗时间,至随机时间,至就诊,至今}|确诊{时间,}|确诊后|诊断时间|起病时间|稳定{使用,治疗,服用,剂量,}|维持{使用,}|治疗时间|持续用药|规律",
    { type: "relation", is: "for" },
  ],
  ["{末次,最后一次,最后}{给药,用药,治疗,接受研究药物,使用研究药物}后", { type: "relation", is: "after" }],
  [anchors, { type: "anchor" }],
];
