import { err, ok, type Result } from "@qinghao/kernel";
import { readLimitMultiple } from "./limit-multiple.ts";
import { normaliseUnitText } from "./normalise-unit-text.ts";
import { parseUnit } from "./parse-unit.ts";
import { isPlausible } from "./plausible-unit.ts";
import { resolveUnit } from "./resolve-unit.ts";
import { COMMON_CODES, SPELLINGS, type Spelling, type SpellingReason } from "./spellings.ts";
import type { UnitFailure } from "./unit-failure.ts";

/** A text read as a unit, or as a multiple of a reference (`×ULN`), which is none. */
export type ReadUnit =
  | { readonly kind: "unit"; readonly code: string; readonly reason: SpellingReason }
  | { readonly kind: "multiple"; readonly of: "upper-limit" | "lower-limit" | "baseline" };

const exact = new Map<string, Spelling>();
const folded = new Map<string, Spelling | "ambiguous">();
for (const spelling of SPELLINGS) {
  exact.set(normaliseUnitText(spelling.text), spelling);
}
for (const spelling of [...exact.values(), ...COMMON_CODES.map(commonCode)]) {
  const key = normaliseUnitText(spelling.text).toLowerCase();
  const other = folded.get(key);
  folded.set(
    key,
    other === undefined || (other !== "ambiguous" && other.code === spelling.code) ? spelling : "ambiguous",
  );
}

function commonCode(code: string): Spelling {
  return { text: code, code, reason: "case" };
}

// In these places a short text has two readings, and a guess would move a value by orders of magnitude.
const AMBIGUOUS: Readonly<Record<string, string>> = {
  gr: "gram, grain",
  分: "minute, points",
  单位: "U, [iU]",
  unit: "U, [iU]",
  units: "U, [iU]",
  K: "10*3, kelvin",
  M: "10*6, mol/L, month",
  H: "hour, henry",
  S: "second, siemens",
  P: "poise, other",
  cal: "cal, kcal",
};

const DENOMINATORS: Readonly<Record<string, string>> = {
  分: "min",
  次: "{times}",
  个: "{#}",
  例: "{#}",
  细胞: "{cells}",
  拷贝: "{copies}",
  copies: "{copies}",
  cells: "{cells}",
  times: "{times}",
  beats: "{beats}",
  log10: "{log10}",
};

const MAX_LENGTH = 60;

/**
 * Reads the unit that a laboratory, a chart or a protocol wrote, English or Chinese, half or full width.
 *
 * The result says which UCUM code is meant and why. A text that is unknown, or that has two readings, is refused with
 * the reason: the caller lists it for a person to map, never guesses.
 */
export function readUnit(text: string): Result<ReadUnit, UnitFailure> {
  const normal = normaliseUnitText(text);
  if (normal === "") return err({ code: "units.empty", unit: text });
  if (normal.length > MAX_LENGTH) return err({ code: "units.unknown_spelling", unit: text.slice(0, MAX_LENGTH) });
  const multiple = readLimitMultiple(normal);
  if (multiple !== undefined) return ok({ kind: "multiple", of: multiple });
  const ambiguity = Object.hasOwn(AMBIGUOUS, normal) ? AMBIGUOUS[normal] : undefined;
  if (ambiguity !== undefined) return err({ code: "units.ambiguous", unit: text, detail: ambiguity });
  if (/^10(?:3|4|5|6|9|10|11|12)\//.test(normal)) {
    return err({ code: "units.ambiguous", unit: text, detail: "a lost superscript, a plain number" });
  }
  if (/\/[^()]*[^()\d]\.[^()\d]/.test(normal) && !exact.has(normal)) {
    return err({ code: "units.ambiguous", unit: text, detail: "a/(b.c), (a/b).c" });
  }
  const found = readWhole(normal) ?? readIndexed(normal) ?? readPower(normal) ?? readComposed(normal);
  if (found !== undefined) return ok(found);
  const detail = ambiguityIn(normal);
  return detail === undefined
    ? err({ code: "units.unknown_spelling", unit: text })
    : err({ code: "units.ambiguous", unit: text, detail });
}

type ReadCode = Extract<ReadUnit, { kind: "unit" }>;
const unit = (code: string, reason: SpellingReason): ReadCode => ({ kind: "unit", code, reason });

function readWhole(text: string): ReadCode | undefined {
  const spelling = exact.get(text) ?? exact.get(text.replaceAll(" ", ""));
  if (spelling !== undefined) return unit(spelling.code, spelling.reason);
  const compact = text.replaceAll(" ", "");
  const parsed = parseUnit(compact);
  if (!/^10\^/.test(compact) && parsed.ok && isPlausible(parsed.value, compact.includes("/"))) {
    return unit(withCapitalLitre(compact), "ucum");
  }
  const loose = readFolded(text);
  return typeof loose === "object" ? unit(loose.code, loose.reason) : undefined;
}

const readFolded = (text: string): Spelling | "ambiguous" | undefined =>
  folded.get(text.toLowerCase()) ?? folded.get(text.replaceAll(" ", "").toLowerCase());

function ambiguityIn(text: string): string | undefined {
  if (readFolded(text) === "ambiguous") return "upper and lower case differ in meaning";
  const parts = text.split(/[/.]/);
  const part = parts.find((own) => Object.hasOwn(AMBIGUOUS, own));
  return part === undefined ? undefined : `${part}: ${AMBIGUOUS[part]}`;
}

// Both cases of the litre are UCUM; one is kept, so that equal units have equal codes.
const withCapitalLitre = (code: string): string => code.replace(/(?<=^|[./(])([munpfdk]?)l(?![A-Za-z[_])/g, "$1L");

// `mL/min/1.73m2`: per 1.73 m2 of body surface, which UCUM writes as an annotation.
function readIndexed(text: string): ReadCode | undefined {
  const match = /^(.+?)[/.]\(?1\.73\)? ?(?:x ?)?(?:sq ?m|m2|m\^2|m|平方米|平米)?\)?$/i.exec(text.replace("/(", "/"));
  const rate = match === null ? undefined : (readWhole(match[1]!) ?? readComposed(match[1]!));
  return rate === undefined ? undefined : unit(`${rate.code}/{1.73_m2}`, "body-surface");
}

// `x10^9/L`, `10E9/L`, `10*9/L`, `x109/L` (the superscript lost behind a multiplication sign).
function readPower(text: string): ReadCode | undefined {
  const match =
    /^(?:[xX] ?)?10 ?(?:\^|\*\*?|[eE]\+?|~) ?\(?\+?(\d{1,2})\)?(.*)$/.exec(text) ??
    /^[xX] ?10 ?\(?(\d{1,2})\)?(\/.*)$/.exec(text) ??
    /^[xX]?[eE]\+?(\d{1,2})(\/.*)$/.exec(text);
  if (match === null) return undefined;
  const power = `10*${match[1]}`;
  const rest = match[2]!.trim().replace(/^(?:个|cells?|copies|拷贝)(?=\/)/i, "");
  if (rest === "") return unit(power, "power-of-ten");
  if (!rest.startsWith("/")) return undefined;
  const denominator = readPart(rest.slice(1));
  return denominator === undefined ? undefined : unit(`${power}/${denominator}`, "power-of-ten");
}

function readComposed(text: string): ReadCode | undefined {
  const parts = text.split(/([/.])/);
  if (parts.length < 3 || readFolded(text) === "ambiguous") return undefined;
  let code = "";
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) code += part;
    else if (part === "" && index === 0 && parts[1] === "/") continue;
    else {
      const read = readPart(part) ?? (parts[index - 1] === "/" ? readInterval(part) : undefined);
      if (read === undefined) return undefined;
      code += read;
    }
  }
  return resolveUnit(code).ok ? unit(code, "composed") : undefined;
}

function readPart(part: string): string | undefined {
  const text = part.trim();
  if (Object.hasOwn(DENOMINATORS, text)) return DENOMINATORS[text];
  if (Object.hasOwn(AMBIGUOUS, text)) return undefined;
  const code = readWhole(text)?.code;
  const outside = code?.replace(/\[[^\]]*\]/g, "") ?? "/";
  // `uM/L` would be a concentration over a volume: nobody means that.
  if (code === undefined || outside.includes("/")) return undefined;
  return outside.includes(".") ? `(${code})` : code;
}

const COUNTABLE: ReadonlySet<string> = new Set(["s", "min", "h", "d", "wk", "mo", "mL", "L", "g", "kg"]);

// `8h`, `24小时`, `5ml` behind a stroke.
function readInterval(part: string): string | undefined {
  const counted = /^(\d{1,4}) ?(\D.*)$/.exec(part.trim());
  const inner = counted === null ? undefined : readWhole(counted[2]!.trim());
  return inner === undefined || !COUNTABLE.has(inner.code) ? undefined : `(${counted![1]}.${inner.code})`;
}
