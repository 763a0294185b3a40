import { simplifiedOf } from "./traditional.ts";

const greek = new Map(
  Object.entries({
    α: "alpha",
    β: "beta",
    γ: "gamma",
    δ: "delta",
    ε: "epsilon",
    ζ: "zeta",
    η: "eta",
    θ: "theta",
    ι: "iota",
    κ: "kappa",
    λ: "lambda",
    μ: "mu",
    ν: "nu",
    ξ: "xi",
    ο: "omicron",
    π: "pi",
    ρ: "rho",
    σ: "sigma",
    ς: "sigma",
    τ: "tau",
    υ: "upsilon",
    φ: "phi",
    χ: "chi",
    ψ: "psi",
    ω: "omega",
  }),
);
const ligatures = new Map(Object.entries({ ß: "ss", æ: "e", œ: "e", ø: "o", đ: "d", ł: "l", ı: "i" }));

/** What a code point is once folded. */
export const charClass = { separator: 0, letter: 1, digit: 2, han: 3, greek: 4 } as const;
export type CharClass = (typeof charClass)[keyof typeof charClass];

export type FoldedCharacter = { text: string; class: CharClass };

const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code >= 0x20000 || code === 0x3007;

function simplifiedForm(char: string): string {
  if (char === "〇") return "零";
  const simple = simplifiedOf.get(char.charCodeAt(0));
  return simple === undefined ? char : String.fromCharCode(simple);
}

function fold(codePoint: number): FoldedCharacter {
  const compatible = String.fromCodePoint(codePoint).normalize("NFKC").toLowerCase();
  const letter = greek.get(compatible);
  if (letter !== undefined) return { text: letter, class: charClass.greek };
  const ligature = ligatures.get(compatible);
  if (ligature !== undefined) return { text: ligature, class: charClass.letter };
  const bare = compatible.normalize("NFKD").replace(/\p{M}/gu, "");
  const plainGreek = greek.get(bare);
  if (plainGreek !== undefined) return { text: plainGreek, class: charClass.greek };
  if (bare === "") return { text: "", class: charClass.letter };
  if (/^\p{Nd}+$/u.test(bare)) return { text: bare, class: charClass.digit };
  const letters = bare.replace(/[^\p{L}〇]/gu, "");
  if (letters === "") return { text: " ", class: charClass.separator };
  if (isHan(letters.codePointAt(0)!)) {
    return { text: Array.from(letters, simplifiedForm).join(""), class: charClass.han };
  }
  return {
    text: Array.from(letters, (one) => greek.get(one) ?? ligatures.get(one) ?? one).join(""),
    class: charClass.letter,
  };
}

const known = new Map<number, FoldedCharacter>();

/**
 * One code point folded: full and half width (NFKC), lower case, no diacritics, Greek letters by name, traditional
 * characters as simplified ones. Separators (space, punctuation, symbols) fold to one space.
 */
export function foldCharacter(codePoint: number): FoldedCharacter {
  const cached = known.get(codePoint);
  if (cached !== undefined) return cached;
  const folded = fold(codePoint);
  known.set(codePoint, folded);
  return folded;
}

/**
 * The text folded character by character and nothing more: no separators, words and their forms kept. Two texts that
 * agree here differ in typography only.
 */
export function foldTypography(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) folded += text[i];
      else if (code >= 65 && code <= 90) folded += String.fromCharCode(code + 32);
      continue;
    }
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i++;
    const char = foldCharacter(point);
    if (char.class !== charClass.separator) folded += char.text;
  }
  return folded;
}
