import { expect, test } from "vitest";
import { parseCriteria } from "../../../src/parse/parse-criteria.ts";
import { noNames } from "../knowledge-packs.ts";

const read = (text: string) =>
  parseCriteria(text, { knowledge: noNames }).criteria.map(({ type, text: words }) => `${type[0]} ${words}`);

test.each([
  ["入选标准：\n1、年龄≥18岁；\n2、ECOG 0-1分", ["i 年龄≥18岁；", "i ECOG 0-1分"]],
  ["纳入标准\n（1）年龄≥18岁\n（2）ECOG 0-1分", ["i 年龄≥18岁", "i ECOG 0-1分"]],
  ["【入组标准】\n① 年龄≥18岁\n② ECOG 0-1分", ["i 年龄≥18岁", "i ECOG 0-1分"]],
  ["主要入选标准:\n1.年龄≥18岁\n主要排除标准:\n1.妊娠", ["i 年龄≥18岁", "e 妊娠"]],
  ["排除标准\n1.1 妊娠\n1.2 HIV感染", ["e 妊娠", "e HIV感染"]],
  ["一、入选标准\n1）年龄≥18岁\n二、排除标准\na) 妊娠\nb) 哺乳", ["i 年龄≥18岁", "e 妊娠", "e 哺乳"]],
  ["入排标准\n入选标准：年龄≥18岁\n剔除标准：妊娠", ["i 年龄≥18岁", "e 妊娠"]],
])("%j", (text, items) => {
  expect(read(text)).toEqual(items);
});

test("a list inside a line is read as a list", () => {
  const [criterion] = parseCriteria("排除标准：\n1、存在下列任一情况：①LVEF＜50%；②BMI＞35", {
    knowledge: noNames,
  }).criteria;
  expect(criterion!.tree).toMatchObject({
    kind: "any",
    of: [{ kind: "measurement" }, { kind: "score", score: "bmi" }],
  });
});

test("Chinese is found by its characters, with English words in it", () => {
  const { source, criteria } = parseCriteria("入选标准\n1. ECOG performance status评分0～1", { knowledge: noNames });
  expect(source.language).toBe("zh");
  expect(criteria[0]!.tree).toMatchObject({ kind: "score", score: "ecog", range: { min: 0, max: 1 } });
});
