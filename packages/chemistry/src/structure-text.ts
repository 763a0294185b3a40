import type { QinghaoError } from "@qinghao/kernel";
import { chemErrors } from "./errors.ts";

/** Whether a structure is a molblock (V2000 or V3000) rather than a SMILES. */
export const isMolblock = (text: string): boolean => text.includes("M  END") || /^.*\n.*\n.*\n.*V[23]000/.test(text);

const smilesAtom = /\[[^\]]*\]|Br|Cl|[BCNOPSFIbcnops*]/g;

/** The atoms of a structure text when they are more than `limit`, counted without parsing it; otherwise null. */
export function tooLarge(text: string, limit: number): number | null {
  if (text.length <= limit) return null;
  const atoms = isMolblock(text) ? molblockAtoms(text) : (text.split(/\s/, 1)[0]?.match(smilesAtom)?.length ?? 0);
  return atoms > limit ? atoms : null;
}

function molblockAtoms(text: string): number {
  const counts = /^M {2}V30 COUNTS (\d+)/m.exec(text) ?? /^.*\r?\n.*\r?\n.*\r?\n([ \d]{3})/.exec(text);
  return Number(counts?.[1] ?? 0);
}

/** Turns RDKit's log of a failed parse into an error a chemist can act on. */
export function explainFailure(structure: string, log: string): QinghaoError {
  const lines = log.replace(/^\[[\d:]+\] /gm, "");
  const valence = /Explicit valence for atom # (\d+) (\w+), (\d+), is greater than permitted/.exec(lines);
  if (valence !== null) {
    const [, atom, element, count] = valence;
    return chemErrors.create("structure.valence", {
      atom: Number(atom) + 1,
      element: element ?? "",
      valence: Number(count),
    });
  }
  const kekulize = /Can't kekulize mol\. +Unkekulized atoms: ([\d ]+)/.exec(lines);
  if (kekulize !== null) {
    const atoms = kekulize[1]!
      .trim()
      .split(" ")
      .map((atom) => Number(atom) + 1);
    return chemErrors.create("structure.aromaticity", { atoms: atoms.join(", ") });
  }
  if (isMolblock(structure)) return chemErrors.create("structure.molblock", { reason: firstLine(lines) });
  if (lines.includes("unclosed ring")) return chemErrors.create("structure.ring_open");
  if (/extra (open|close) parentheses/.test(lines)) return chemErrors.create("structure.parenthesis");
  const position = /check for mistakes around position (\d+)/.exec(lines);
  if (position !== null) {
    const at = Number(position[1]);
    return chemErrors.create("structure.syntax_at", { position: at, excerpt: excerpt(structure, at) });
  }
  return chemErrors.create("structure.syntax", { reason: firstLine(lines) });
}

function firstLine(lines: string): string {
  const line =
    lines
      .split("\n")
      .find((candidate) => candidate.trim() !== "")
      ?.trim() ?? "no reason was given";
  return (line.length > 160 ? `${line.slice(0, 160)}…` : line).replace(/\.$/, "");
}

/** Up to 20 characters around a 1-based position. */
function excerpt(text: string, position: number): string {
  const from = Math.max(0, position - 11);
  return `${from > 0 ? "…" : ""}${text.slice(from, from + 20)}${from + 20 < text.length ? "…" : ""}`;
}
