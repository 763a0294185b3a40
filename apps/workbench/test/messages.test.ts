import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { messages } from "../i18n/messages.ts";

type Tree = { [key: string]: string | Tree };

const sentencesOf = (tree: Tree, path: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : sentencesOf(value, `${path}${key}.`),
  );

/** The names that a sentence asks for: {values}, plurals and <tags>, also those inside plural branches. */
function parametersOf(sentence: string): string[] {
  const names = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value);
      if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(parse(sentence));
  return [...names].sort();
}

describe.each(Object.keys(messages.en) as (keyof typeof messages.en)[])("messages of %s", (area) => {
  const en = new Map(sentencesOf(messages.en[area] as Tree, ""));
  const zh = new Map(sentencesOf(messages.zh[area] as Tree, ""));

  it("has the same keys in both languages", () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("asks for the same parameters in both languages", () => {
    const both = [...en.keys()].filter((key) => zh.has(key));
    const parameters = (of: Map<string, string>) =>
      Object.fromEntries(both.map((key) => [key, parametersOf(of.get(key) ?? "")]));
    expect(parameters(zh)).toEqual(parameters(en));
  });

  it("has no empty sentence and no Chinese text in English", () => {
    expect([...en, ...zh].filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
    const allowed = new Set(["language.zh"]);
    expect([...en].filter(([key, sentence]) => /\p{Script=Han}/u.test(sentence) && !allowed.has(key))).toEqual([]);
  });
});
