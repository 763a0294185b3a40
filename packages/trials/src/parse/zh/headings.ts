import type { HeadingSense } from "../language.ts";

/** How Chinese protocols name their parts. A line that begins so opens a section. */
export const headings: readonly (readonly [string, HeadingSense])[] = [
  [
    "{主要,关键,重要,受试者,患者,病例,研究对象,一般,其他,总体,}{入选,纳入,入组,入排中的入选,选入}{标准,条件,要求}|纳入研究的标准|inclusion {criteria,criterion}|符合以下{条件,标准}者可入组",
    "inclusion",
  ],
  [
    "{主要,关键,重要,受试者,患者,病例,研究对象,一般,其他,总体,}{排除,剔除,非入选,不纳入,禁忌入组}{标准,条件,要求}|exclusion {criteria,criterion}|有以下情况之一者{不得入组,应排除,予以排除}",
    "exclusion",
  ],
  ["{入选,纳入,入组}{与,和,及,/,、,}排除标准|入排标准|入选/排除标准|受试者选择|合格标准|eligibility criteria", "title"],
];
