import { charClass, foldCharacter } from "../text/characters.ts";
import { readingsOf } from "./pinyin-table.ts";

/** Characters whose initials are indexed, from the name's beginning. */
export const indexedInitials = 12;
const mostVariants = 6;
const bits = 5;

/** Chinese characters of a text, simplified, in order; other letters and digits as they are, lower case. */
export function pinyinUnits(text: string): string[] {
  const units: string[] = [];
  for (const char of text) {
    const folded = foldCharacter(char.codePointAt(0)!);
    if (folded.class !== charClass.separator) units.push(...folded.text);
  }
  return units;
}

/** Initials of a name's beginning, one string per combination of readings, the commonest few. */
export function initialsOf(text: string): string[] {
  const units = pinyinUnits(text).slice(0, indexedInitials);
  let variants = [""];
  for (const unit of units) {
    const initials = initialsOfUnit(unit);
    if (initials.length === 0) break;
    const next: string[] = [];
    for (const variant of variants) for (const initial of initials) next.push(variant + initial);
    variants = next.slice(0, mostVariants);
  }
  return variants.filter((variant) => variant.length >= 2);
}

function initialsOfUnit(unit: string): string[] {
  if (/^[a-z]$/.test(unit)) return [unit];
  const readings = readingsOf.get(unit.charCodeAt(0));
  return readings === undefined ? [] : [...new Set(readings.map((reading) => reading[0]!))];
}

/** Initials as two 32-bit numbers, six letters each, so that numeric order is alphabetic order. */
export function packInitials(initials: string): readonly [high: number, low: number] {
  let high = 0;
  let low = 0;
  for (let i = 0; i < indexedInitials; i++) {
    const value = i < initials.length ? initials.charCodeAt(i) - 96 : 0;
    if (i < 6) high = high * (1 << bits) + value;
    else low = low * (1 << bits) + value;
  }
  return [high, low];
}

/** How many units of the name the typed pinyin spells from the beginning (any reading); 0 when it does not. */
export function spelledUnits(units: readonly string[], typed: string): number {
  const step = (unit: number, at: number): number => {
    if (at >= typed.length) return unit;
    const char = units[unit];
    if (char === undefined) return 0;
    for (const reading of readingsOf.get(char.charCodeAt(0)) ?? [char]) {
      const rest = typed.slice(at);
      if (rest.startsWith(reading)) {
        const end = step(unit + 1, at + reading.length);
        if (end > 0) return end;
      } else if (reading.startsWith(rest)) return unit + 1;
    }
    return 0;
  };
  return step(0, 0);
}

const syllables = new Set([...readingsOf.values()].flat());

/** Initials of the ways to read letters as whole syllables with a last one begun; none when the letters are no pinyin. */
export function syllableInitials(typed: string): string[] {
  const found = new Set<string>();
  const step = (at: number, initials: string): void => {
    if (found.size >= 8) return;
    if (at >= typed.length) {
      found.add(initials);
      return;
    }
    for (let length = Math.min(6, typed.length - at); length >= 1; length--) {
      const part = typed.slice(at, at + length);
      if (syllables.has(part)) step(at + length, initials + part[0]);
      else if (at + length === typed.length && beginsSyllable(part)) found.add(initials + part[0]);
    }
  };
  step(0, "");
  return [...found];
}

const beginsSyllable = (part: string) => {
  for (const syllable of syllables) if (syllable.startsWith(part)) return true;
  return false;
};
