import { type Tokens, tokenize } from "../text/tokens.ts";
import type { QualifierKind } from "./mention.ts";

/** Words that qualify a concept, by what they say. Comma-separated. */
const phrases: Record<Exclude<QualifierKind, "form">, string> = {
  status: `metastatic, recurrent, relapsed, relapsing, refractory, relapsed/refractory, relapsed or refractory, resistant, treatment-resistant,
    treatment resistant, drug resistant, drug-resistant, platinum-resistant, platinum resistant, platinum-sensitive, platinum refractory, hormone-refractory,
    castration-resistant, castrate-resistant, castration resistant, hormone-sensitive, hormone sensitive, endocrine-resistant, persistent,
    untreated, previously untreated, previously treated, treatment-naive, treatment naive, naive, newly diagnosed, newly-diagnosed, de novo, locally advanced,
    locally-advanced, locally recurrent, advanced, unresectable, inoperable, resectable, resected, completely resected, operable, early, early stage, early-stage, late stage, localized,
    limited, limited stage, extensive, extensive stage, extensive-stage, limited-stage, progressive, uncontrolled, poorly controlled, inadequately controlled, controlled, stable, unstable,
    active, inactive, symptomatic, asymptomatic, residual, disseminated, high risk, high-risk, low risk, low-risk, intermediate risk,
    standard risk, borderline resectable, potentially resectable, suspected, in remission, compensated, decompensated, established, complicated, uncomplicated, moderate to severe,
    moderate-to-severe, mild to moderate, mild-to-moderate, adult, childhood, pediatric, paediatric, elderly, juvenile, postmenopausal, premenopausal,
    post-menopausal, hospitalized, sporadic, familial, hereditary, malignant, non-metastatic, nonmetastatic, metastasized, oligometastatic, invasive,
    复发性, 复发, 难治性, 难治, 复发难治, 复发难治性, 转移性, 局部晚期, 局部进展期, 晚期, 早期, 中晚期, 进展期, 终末期, 初治, 经治, 初诊, 既往未治疗, 未治疗, 未经治疗,
    不可切除, 可切除, 不可手术, 术后, 术前, 根治术后, 化疗后, 放疗后, 放化疗后, 切除术后, 介入术后, 改良根治术后, 保乳术后, 综合治疗后, 内分泌治疗后, 靶向治疗后,
    活动性, 活动期, 稳定期, 缓解期, 急性加重期, 急性发作期, 急性期, 恢复期, 后遗症期, 慢性期, 加速期, 失代偿期, 代偿期, 急性发作, 急性加重, 局限期, 广泛期, 持续性, 进行性, 顽固性,
    激素敏感性, 去势抵抗性, 去势抵抗, 激素受体阳性, 耐药, 铂耐药, 铂敏感, 播散性, 多发转移, 转移, 浸润性, 成人, 儿童, 老年, 小儿, 维持性血液透析, 完全缓解, 部分缓解, 缓解, 术后复发, 治疗后`,
  stage: `stage, phase, early phase, 期`,
  grade: `high grade, high-grade, low grade, low-grade, intermediate grade, well differentiated, moderately differentiated, poorly differentiated,
    undifferentiated, 高分化, 中分化, 低分化, 未分化, 高-中分化, 中-低分化, 中低分化, 高中分化, 高级别, 低级别`,
  side: `left, right, bilateral, unilateral, left-sided, right-sided, 左侧, 右侧, 双侧, 单侧, 左, 右, 双, 两侧, 双眼, 左眼, 右眼, 左下肢, 右下肢, 双下肢, 左上肢, 右上肢`,
  severity: `mild, moderate, severe, very severe, critical, profound, serious, life-threatening, 轻度, 中度, 重度, 极重度, 轻中度, 中重度, 轻型, 重型, 轻症, 重症, 危重型, 极高危, 高危, 中危, 低危, 很高危, 严重`,
  course: `acute, chronic, subacute, acute exacerbation, acute exacerbations of, exacerbation of, exacerbations of, exacerbations, recent, recent onset, recent-onset, new onset, new-onset, late onset, early onset, episodic, intermittent, recurrent episode, single episode,
    浅表性, 梗阻性, 非梗阻性, 急性, 慢性, 亚急性, 反复发作, 阵发性, 新发, 陈旧性, 间歇性`,
  line: `first-line, first line, second-line, second line, third-line, third line, front-line, frontline, 1st line, 2nd line, adjuvant, neoadjuvant, neo-adjuvant, maintenance, salvage, consolidation, induction, 一线, 二线, 三线, 后线, 辅助, 新辅助, 维持`,
  negation: `no, not, without, no history of, absence of, negative for, free of, denies, excluding, other than, except, 无, 否认, 排除, 除外, 未见, 不伴, 没有, 未发现, 除`,
  part: `球部, 前壁, 下壁, 侧壁, 后壁, 前间壁, 广泛前壁, 高侧壁, 基底节区, 上叶, 下叶, 中叶, 上段, 中段, 下段, 中上段, 中下段, 胸中段, 胸上段, 胸下段, 外上象限, 内上象限, 外下象限, 内下象限, 中央型, 周围型, 远端, 近端, 多发, 单发, 全身, 局部, 头部, 体尾部,
    upper lobe, lower lobe, proximal, distal, multiple, solitary, generalized, diffuse`,
  certainty: `suspected, possible, probable, confirmed, history of, prior, previous, past history of, status post, risk of, risk for, prevention of, prophylaxis of, treatment of, management of, patients with, subjects with,
    可疑, 疑似, 待查, 待排, 考虑, 病史, 既往, 可能, 待除外, 个人史`,
  marker: `her2-positive, her2 positive, her2-negative, her2 negative, her-2 positive, her2-positive metastatic, er-positive, er positive, er-negative, er negative, pr-positive, pr negative, hormone receptor positive, hormone receptor-positive,
    hormone receptor negative, hr-positive, hr positive, hr-negative, egfr-mutant, egfr mutant, egfr mutation positive, egfr mutation-positive, egfr-mutated, alk-positive, alk positive, alk-rearranged, kras wild type, kras-wild type,
    ras wild type, ras wild-type, braf mutant, braf-mutant, braf v600e, braf v600 mutation-positive, pd-l1 positive, cd20-positive, cd20 positive, cd30-positive, brca-mutated, brca mutated, brca mutation, brca1/2, philadelphia chromosome positive, philadelphia chromosome-positive,
    philadelphia chromosome negative, philadelphia-positive, ph-positive, msi-h, flt3-itd, flt3 mutated, estrogen receptor positive, estrogen receptor-positive, androgen receptor positive, triple-negative, seropositive, castrate,
    her2阳性, her2阴性, 激素受体阴性, er阳性, pr阳性, egfr突变, egfr突变阳性, egfr敏感突变, alk阳性, alk融合, ros1阳性, kras突变, 突变型, 野生型, 阳性, 阴性, 突变`,
};

type Phrase = { forms: readonly string[]; kind: QualifierKind };
const byFirst = new Map<string, Phrase[]>();
for (const [kind, list] of Object.entries(phrases)) {
  for (const written of list.split(",")) {
    const { forms } = tokenize(written.trim());
    const first = forms[0];
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { forms, kind: kind as QualifierKind }]);
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b.forms.length - a.forms.length);

/** Staging and grading as it is written out: one pattern per way of writing. */
const written: readonly (readonly [RegExp, QualifierKind, RegExp])[] = [
  [/[cpyr]{0,3}T(?:is|[0-4x][a-d]?)\s?N[0-3x][a-c]?\s?(?:M[01x][a-c]?)?/gi, "stage", /T[0-4ix]/i],
  [
    /(?:stages?|ann arbor|figo)\s*(?:[IVX]{1,4}|[0-4])[a-d]?\d?(?:\s*(?:-|–|to|\/|and|or|,)\s*(?:stage\s*)?(?:[IVX]{1,4}|[0-4])[a-d]?\d?(?![a-z\d]))*(?![a-z\d])/gi,
    "stage",
    /stage|arbor|figo/i,
  ],
  [
    /(?:BCLC|FIGO|Ann\s?Arbor|TNM|Dukes|Child-?Pugh)?\s*(?:[IVXⅠⅡⅢⅣ]{1,4}|[0-5A-D一二三四]|[1-5])\s*[A-Da-d]?\d?\s*期/g,
    "stage",
    /期/,
  ],
  [/(?:WHO|NYHA|Killip)?\s*(?:[IVXⅠⅡⅢⅣ]{1,4}|[1-5一二三四])\s*级/g, "grade", /级/],
  [/心功能\s*(?:[IVXⅠⅡⅢⅣ]{1,4}|[1-5一二三四])\s*级/g, "grade", /心功能/],
  [
    /(?:who\s*)?grades?\s*(?:[IVX]{1,4}|[0-4])[a-d]?(?:\s*(?:-|to|\/|and|or)\s*(?:[IVX]{1,4}|[0-4])[a-d]?)*(?![a-z\d])/gi,
    "grade",
    /grade/i,
  ],
  [/TI-?RADS\s*\d[a-c]?\s*类?/gi, "grade", /rads/i],
  [/BI-?RADS\s*\d[a-c]?\s*类?/gi, "grade", /rads/i],
];

/** A qualifier as tokens `from` to `to` (end excluded). */
export type QualifierSpan = { from: number; to: number; kind: QualifierKind };

/** Every qualifier of a text, left to right and apart from each other. */
export function findQualifiers(tokens: Tokens): QualifierSpan[] {
  const found: QualifierSpan[] = [];
  const { forms, text, starts, ends } = tokens;
  for (const [pattern, kind, sign] of written) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      if (match[0].trim() === "") continue;
      const start = match.index;
      const end = start + match[0].length;
      let from = 0;
      while (from < forms.length && starts[from]! < start) from++;
      let to = from;
      while (to < forms.length && ends[to]! <= end) to++;
      if (to > from && !found.some((one) => one.from < to && from < one.to)) found.push({ from, to, kind });
    }
  }
  for (let i = 0; i < forms.length; ) {
    const taken = found.find((one) => one.from <= i && i < one.to);
    if (taken !== undefined) {
      i = taken.to;
      continue;
    }
    const phrase = byFirst.get(forms[i]!)?.find((one) => standsAt(forms, i, one.forms));
    if (phrase === undefined) {
      i++;
      continue;
    }
    found.push({ from: i, to: i + phrase.forms.length, kind: phrase.kind });
    i += phrase.forms.length;
  }
  return found.sort((a, b) => a.from - b.from);
}

function standsAt(forms: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let k = 0; k < phrase.length; k++) if (forms[at + k] !== phrase[k]) return false;
  return true;
}
