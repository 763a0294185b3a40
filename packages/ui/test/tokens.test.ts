import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../src/tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--qh-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1],
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
const colour = (name: string, theme: "light" | "dark") => tokens.get(name)?.[theme] ?? "";

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const grounds = ["canvas", "surface", "raised", "hover"];
  it.each(["ink", "ink-2", "ink-3", "accent", "info", "warn", "danger"])("text in %s reaches 4.5:1", (text) => {
    for (const ground of grounds) {
      expect(contrast(colour(text, theme), colour(ground, theme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  it.each(["accent", "info", "warn", "danger"])("%s on its soft ground reaches 4.5:1", (tone) => {
    expect(contrast(colour(tone, theme), colour(`${tone}-soft`, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(["accent", "accent-hover", "danger", "danger-hover"])("button text on %s reaches 4.5:1", (ground) => {
    expect(contrast(colour("on-accent", theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it("edges of inputs and focus rings reach 3:1", () => {
    for (const edge of ["line-strong", "focus"])
      for (const ground of ["canvas", "surface", "raised"])
        expect(contrast(colour(edge, theme), colour(ground, theme)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
