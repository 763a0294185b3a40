import type { LintFinding, Terminology } from "@qinghao/trials";
import type { CriteriaVersionView } from "../schema.ts";

type Witness = NonNullable<LintFinding["witness"]>;
type Fact = Witness["record"]["facts"][number];
type Example = NonNullable<CriteriaVersionView["findings"][number]["example"]>;

const sexes = {
  en: { female: "female", male: "male", other: "other sex" },
  zh: { female: "女", male: "男", other: "其他性别" },
} as const;
const absent = { en: "none recorded", zh: "已排除" } as const;

/** A made-up patient in words: who it is and what is recorded, in both languages, and how the engine judged. */
export function exampleView({ record, asOf, verdicts, eligible }: Witness, terminology: Terminology): Example {
  const { sex, birth } = record.person;
  const inWords = (language: "en" | "zh") => {
    const parts = [
      ...(sex === "unknown" ? [] : [sexes[language][sex]]),
      ...(birth === null ? [] : [language === "en" ? `born ${birth}` : `${birth} 出生`]),
      ...record.facts.map((fact) => factInWords(fact, terminology, language)),
    ];
    if (parts.length === 0) parts.push(language === "en" ? "nothing is recorded" : "没有任何记录");
    return language === "en"
      ? `On ${asOf}, a made-up patient: ${parts.join("; ")}.`
      : `${asOf}，一名虚构患者：${parts.join("；")}。`;
  };
  return {
    patient: { en: inWords("en"), zh: inWords("zh") },
    verdicts: verdicts.map(({ criterion, verdict }) => ({ criterion, verdict })),
    eligible,
  };
}

function factInWords(fact: Fact, terminology: Terminology, language: "en" | "zh"): string {
  const name = fact.concept === null ? "–" : terminology.name(fact.concept, language);
  const when = fact.start === null ? "" : language === "en" ? ` on ${fact.start}` : `（${fact.start}）`;
  const denied = fact.assertion === "absent" ? `: ${absent[language]}` : "";
  return `${name}${valueInWords(fact)}${denied}${when}`;
}

function valueInWords({ value, alteration }: Fact): string {
  const change = alteration === undefined ? "" : ` ${alteration}`;
  if (value === null) return change;
  if (value.type === "quantity") {
    const unit = value.ucum === null || value.ucum === "1" ? "" : ` ${value.ucum}`;
    const high =
      value.high === undefined || value.unit !== value.canonicalUnit ? "" : ` (${value.low ?? ""}–${value.high})`;
    return `${change} ${value.value}${unit}${high}`;
  }
  if (value.type === "code") return `${change} ${value.concept ?? ""}`;
  return `${change} ${value.type === "text" ? value.text : String(value.value)}`;
}
