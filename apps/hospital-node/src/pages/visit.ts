import type { HospitalNode } from "../node.ts";
import { en, type TextKey } from "./texts/en.ts";
import { zh } from "./texts/zh.ts";

export type Language = "en" | "zh";

/** One request of the hospital's own people. */
export type Visit = {
  readonly node: HospitalNode;
  readonly url: URL;
  readonly language: Language;
  readonly theme: "light" | "dark" | null;
  /** Who reads; empty until they said so. */
  readonly reader: string;
  readonly form: URLSearchParams;
  /** A sentence of the page in the visitor's language, `{name}` filled in. */
  say(key: TextKey, filled?: Readonly<Record<string, string | number>>): string;
};

const texts = { en, zh };

export function sayIn(language: Language): Visit["say"] {
  return (key, filled = {}) =>
    texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(filled[name] ?? whole));
}

/** A number as people read it. */
export const number = (value: number): string => value.toLocaleString("en-US");

/** An instant to the minute, ISO 8601 in local time. */
export const minute = (at: Date): string => {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};
