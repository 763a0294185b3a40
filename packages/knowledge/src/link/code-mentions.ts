import type { Knowledge } from "../knowledge.ts";
import { bridgeCode } from "./code-bridge.ts";
import type { LinkCandidate, Mention } from "./mention.ts";

/** ICD-10 as people write it: C34, C34.9, C34.900, K07.200x001, S72.001A. */
const written = /(?<![A-Za-z0-9.])([A-Z]\d{2}(?:\.[0-9A-Z]{1,4}(?:x\d{2,3})?)?)[*+†]?(?![A-Za-z0-9]|\.\d)/gi;
const han = /\p{Script=Han}/u;
/** A code found in its list, and how much of that stays for the disease that it stands for. */
const codeScore = 0.95;

type Wanted = (number: number) => boolean;

/**
 * ICD codes written in a text, with the code's entry and the diseases that it stands for. A bare category such as B12
 * also names other things (a vitamin): it counts only where it is all there is, or where the text says ICD.
 * @param isFree whether no name was recognised at that place of the text
 */
export function codeMentions(
  knowledge: Knowledge,
  text: string,
  wanted: Wanted,
  isFree: (start: number, end: number) => boolean,
): Mention[] {
  const systems = han.test(text) ? ["ICD10CN", "ICD10CM"] : ["ICD10CM", "ICD10CN"];
  const mentions: Mention[] = [];
  for (const found of text.matchAll(written)) {
    const code = found[1]!;
    const start = found.index;
    const end = start + code.length;
    const isBare = !code.includes(".");
    if (isBare && text.trim() !== code && !/\bicd\b|icd-?10/i.test(text)) continue;
    if (!isFree(start, end)) continue;
    const candidates = systems.flatMap((system) => readCode(knowledge, system, code, wanted));
    if (candidates.length === 0) continue;
    candidates.sort((a, b) => b.score - a.score);
    const top = candidates[0]!;
    mentions.push({
      start,
      end,
      matched: code.toUpperCase(),
      concept: top.score > 0.65 ? top.concept : null,
      candidates,
      score: top.score,
      qualifiers: [],
      normalisedBy: ["code"],
      stop: null,
    });
  }
  return mentions;
}

function readCode(knowledge: Knowledge, system: string, code: string, wanted: Wanted): LinkCandidate[] {
  const id = `${system}:${code.slice(0, 3).toUpperCase()}${code.slice(3).replace(/[a-wyz]/g, (c) => c.toUpperCase())}`;
  const number = knowledge.numberOf(id);
  if (number < 0) return [];
  const own: LinkCandidate[] = wanted(number)
    ? [{ concept: id, kind: "code", score: codeScore, reason: `code: ${id}` }]
    : [];
  const meant = bridgeCode(knowledge, number, (kind) => kind !== "code").filter((one) => wanted(one.number));
  const diseases = meant.map(({ number: disease, factor, via }) => ({
    concept: knowledge.idOf(disease),
    kind: knowledge.kindOf(disease),
    score: Math.round(codeScore * factor * 1000) / 1000,
    reason: `code: ${via}`,
  }));
  return [...own, ...diseases];
}
