import type { Words } from "./words.ts";

/** What the linter can find, how serious it is, and the sentence for the person; `{name}` is filled from the details. */
export const findingKinds = {
  "no-initial-event": {
    severity: "error",
    en: "There is no initial event, so nobody enters the cohort.",
    zh: "没有起始事件，不会有人进入队列。",
  },
  "range-incomplete": {
    severity: "error",
    en: "{field} of {what} has no {part}.",
    zh: "{what} 的 {field} 缺少 {part}。",
  },
  "range-reversed": {
    severity: "error",
    en: "{field} of {what} starts at {from}, after its end {to}: nothing can satisfy it.",
    zh: "{what} 的 {field} 起点 {from} 大于终点 {to}，任何记录都不满足。",
  },
  "date-invalid": {
    severity: "error",
    en: "{field} of {what} holds {value}, which is not a date.",
    zh: "{what} 的 {field} 含有无效日期 {value}。",
  },
  "days-negative": {
    severity: "error",
    en: "{field} of {what} is {value} days; days before or after are counted from zero up.",
    zh: "{what} 的 {field} 为 {value} 天；前后天数不得为负。",
  },
  "concept-empty": {
    severity: "error",
    en: "{field} of {what} names no concept.",
    zh: "{what} 的 {field} 未指定任何概念。",
  },
  "text-empty": {
    severity: "error",
    en: "{field} of {what} has no text.",
    zh: "{what} 的 {field} 没有文本。",
  },
  "demographic-empty": {
    severity: "error",
    en: "A demographic criterion in {what} asks nothing.",
    zh: "{what} 中有一条人口学条件没有任何内容。",
  },
  "rule-empty": {
    severity: "warning",
    en: "{what} asks nothing, so every event satisfies it.",
    zh: "{what} 没有任何条件，所有事件都满足。",
  },
  "concept-set-missing": {
    severity: "warning",
    en: "{what} names no concept set: every record of its table counts.",
    zh: "{what} 未指定概念集：该表的所有记录都会计入。",
  },
  "concept-set-unknown": {
    severity: "error",
    en: "{what} uses concept set {id}, which the definition does not have.",
    zh: "{what} 使用了定义中不存在的概念集 {id}。",
  },
  "concept-set-unused": {
    severity: "warning",
    en: 'The concept set "{name}" is not used.',
    zh: "概念集“{name}”未被使用。",
  },
  "concept-set-empty": {
    severity: "error",
    en: 'The concept set "{name}" holds no concept.',
    zh: "概念集“{name}”不含任何概念。",
  },
  "concept-set-repeated": {
    severity: "warning",
    en: 'The concept sets "{name}" and "{other}" hold the same concepts.',
    zh: "概念集“{name}”与“{other}”内容相同。",
  },
  "concept-repeated": {
    severity: "warning",
    en: 'The concept set "{name}" lists the concept {concept} more than once.',
    zh: "概念集“{name}”重复列出了概念 {concept}。",
  },
  "record-type-unspecified": {
    severity: "info",
    en: "{what} does not say which type of records counts.",
    zh: "{what} 未说明计入哪类记录。",
  },
  contradiction: {
    severity: "error",
    en: "In {what} two criteria on the same events cannot both hold: {one}, and {other}. No count of events satisfies both.",
    zh: "{what} 中对相同事件的两条条件互相矛盾：{one}；{other}。没有任何事件数同时满足两者。",
  },
  "criterion-repeated": {
    severity: "warning",
    en: "{what} asks for the same events as {other}.",
    zh: "{what} 与 {other} 询问的是相同的事件。",
  },
  "death-before-index": {
    severity: "warning",
    en: "{what} looks for a death before the index event; after a death hardly any event is recorded.",
    zh: "{what} 在索引事件之前寻找死亡；死亡之后几乎没有事件记录。",
  },
  "drug-era-unbounded": {
    severity: "info",
    en: "{what} is not bounded by days. A drug era is built from days of supply, which records of injected or infused drugs often lack.",
    zh: "{what} 没有天数范围。药物时期由供药天数推算，注射或输注药物的记录往往缺少该信息。",
  },
  "exit-drug-not-entered": {
    severity: "info",
    en: 'The cohort ends with exposure to "{name}", which no initial event asks for.',
    zh: "队列以“{name}”暴露结束为终点，但起始事件并未涉及该药物。",
  },
  "limit-without-effect": {
    severity: "warning",
    en: "{stage} ({limit}) changes nothing: {before} already keeps one event per person.",
    zh: "{stage}（{limit}）不起作用：{before}已为每人只保留一个事件。",
  },
  "no-exit": {
    severity: "warning",
    en: "All events are kept and nothing ends them, so each lasts until observation ends.",
    zh: "保留了所有事件但没有终止条件，每个事件都会持续到观察期结束。",
  },
  "window-unusual": {
    severity: "info",
    en: "The window of {what} ({window}) differs from that of most criteria ({usual}).",
    zh: "{what} 的时间窗（{window}）与多数条件（{usual}）不同。",
  },
} as const;

export type FindingKind = keyof typeof findingKinds;

export type CirceFinding = {
  readonly kind: FindingKind;
  readonly severity: "error" | "warning" | "info";
  /** JSON pointer to where in the definition. */
  readonly pointer: string;
  readonly en: string;
  readonly zh: string;
};

export function finding(
  kind: FindingKind,
  pointer: string,
  details: Readonly<Record<string, string | number | Words>> = {},
): CirceFinding {
  const fill = (language: "en" | "zh") =>
    findingKinds[kind][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = details[name] ?? whole;
      return typeof value === "object" ? value[language] : String(value);
    });
  const upper = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return { kind, severity: findingKinds[kind].severity, pointer, en: upper(fill("en")), zh: fill("zh") };
}
