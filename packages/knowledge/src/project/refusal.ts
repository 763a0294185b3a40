import type { z } from "zod";

/** The same sentence in English and simplified Chinese. */
export type RefusalReason = { en: string; zh: string };

type Issue = z.core.$ZodIssue;

/** Why a line cannot be taken in, field by field. */
export function reasonOf(issues: readonly Issue[]): RefusalReason {
  return { en: issues.map(inEnglish).join("; "), zh: issues.map(inChinese).join("；") };
}

const fieldOf = ({ path }: Issue): string => path.join(".");

function inEnglish(issue: Issue): string {
  const field = fieldOf(issue);
  return field === "" ? expected(issue) : `${field}: ${expected(issue)}`;
}

function inChinese(issue: Issue): string {
  const field = fieldOf(issue);
  return field === "" ? wrong(issue) : `字段 ${field}：${wrong(issue)}`;
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_value":
      return `expected one of ${issue.values.join(", ")}`;
    case "invalid_union":
      return "expected one of concept, name, code";
    case "invalid_type":
      return "nothing is written here";
    case "too_small":
      return "must not be empty";
    case "too_big":
      return `too long, at most ${issue.maximum} characters`;
    case "invalid_format":
      return issue.message;
    default:
      return "is not valid";
  }
}

function wrong(issue: Issue): string {
  switch (issue.code) {
    case "invalid_value":
      return `只能是 ${issue.values.join("、")} 之一`;
    case "invalid_union":
      return "只能是 concept、name、code 之一";
    case "invalid_type":
      return "缺少内容";
    case "too_small":
      return "不能为空";
    case "too_big":
      return `太长，最多 ${issue.maximum} 个字符`;
    case "invalid_format":
      return `格式不对，应如 ${examples[fieldOf(issue)] ?? "示例文件所示"}`;
    default:
      return "内容无效";
  }
}

/** What a field looks like when it is right. */
const examples: Readonly<Record<string, string>> = {
  concept: "MONDO:0005233（自有概念以 OWN: 开头）",
  parent: "MONDO:0005233",
  system: "his-lab（小写字母、数字、点和短横线）",
  code: "0071（不含空格）",
};
