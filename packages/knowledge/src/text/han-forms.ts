/**
 * Words of one meaning in Chinese clinical writing, as [written, folded]; longest written form wins at each place.
 * Malignant neoplasm and cancer count as one word, as in hospital records.
 */
const rules: readonly (readonly [string, string])[] = [
  ["恶性肿瘤", "癌"],
  ["恶性新生物", "癌"],
  ["综合症", "综合征"],
  ["症候群", "综合征"],
  ["证候群", "综合征"],
  ["粥状硬化", "粥样硬化"],
  ["返流", "反流"],
  ["黏", "粘"],
  ["癎", "痫"],
  ["其它", "其他"],
  ["机能", "功能"],
  ["惟一", "唯一"],
  ["食道", "食管"],
  ["摄护腺", "前列腺"],
  ["子宫颈", "宫颈"],
  ["肺脏", "肺"],
  ["肝脏", "肝"],
  ["肾脏", "肾"],
  ["脾脏", "脾"],
  ["胰脏", "胰"],
  ["胰腺", "胰"],
  ["心脏病", "心病"],
  ["乳癌", "乳腺癌"],
  ["乳房癌", "乳腺癌"],
  ["乳房恶性肿瘤", "乳腺癌"],
  ["乳恶性肿瘤", "乳腺癌"],
  ["乳房恶性新生物", "乳腺癌"],
  ["高血压病", "高血压"],
  ["血癌", "白血病"],
  ["炎症性", "炎性"],
  ["发炎性", "炎性"],
  ["荷尔蒙", "激素"],
  ["贺尔蒙", "激素"],
  ["注射剂", "注射液"],
  ["骨胳", "骨骼"],
  ["所致的", "所致"],
  ["瘢痕", "疤痕"],
  ["谷丙转氨酶", "丙氨酸氨基转移酶"],
  ["谷草转氨酶", "天冬氨酸氨基转移酶"],
];

/** Latin short forms that stand for Chinese words when they touch Chinese characters: 肺Ca, 2型DM. */
export const touchingShortForms: ReadonlyMap<string, string> = new Map([
  ["ca", "癌"],
  ["dm", "糖尿病"],
]);

const byFirst = new Map<string, (readonly [string, string])[]>();
for (const rule of rules) {
  const first = rule[0][0]!;
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), rule].sort((a, b) => b[0].length - a[0].length),
  );
}

/** Rules whose written form begins with the character, longest first. */
export const hanRulesFrom = (first: string): readonly (readonly [string, string])[] | undefined => byFirst.get(first);

/** Chinese numerals that stand for digits before a counting word such as 型, 期, 级. */
export const hanDigits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    一: "1",
    二: "2",
    三: "3",
    四: "4",
    五: "5",
    六: "6",
    七: "7",
    八: "8",
    九: "9",
    十: "10",
  }),
);
export const hanCounters: ReadonlySet<string> = new Set(["型", "期", "级", "度", "类"]);
