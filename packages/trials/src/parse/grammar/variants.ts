import type { Range } from "../../criteria/ranges.schema.ts";
import type { Leaf } from "../../criteria/tree.schema.ts";
import type { Rule } from "../language.ts";
import { isMark, type Mark, type MarkOf, type VariantChange } from "../mark.ts";

/** Short protein changes: letter, place, letter ("l858r", "v600e"), and insertions ("ex20ins"). */
const proteinChange = /^(?:p\.)?[acdefghiklmnpqrstvwy]\d{1,4}(?:[acdefghiklmnpqrstvwyx*]|fs|del|dup)$/;
const longestReach = 8;

/** Genes whose protein is measured as a share of cells or a score. */
const expressed = new Set(["HGNC:17635", "HGNC:3430", "HGNC:7107"]);

type Found = {
  change: VariantChange;
  status: "positive" | "negative";
  alterations: string[];
  level?: { range: Range; unit: string };
};

/** Makes variants of a gene and what is said of it: "EGFR exon 19 deletion or L858R", "HER2 positive", "PD-L1 ≥ 50 %". */
export const joinVariants: Rule = (marks, context) => {
  const out: Mark[] = [];
  let at = 0;
  while (at < marks.length) {
    const mark = marks[at]!;
    const gene = geneOf(mark);
    const found = gene === null ? null : describe(marks, at, context.folded);
    if (gene === null || found === null) {
      out.push(mark);
      at++;
      continue;
    }
    const tree: Leaf = {
      kind: "variant",
      gene,
      change: found.found.change,
      ...(found.found.alterations.length > 0 ? { alterations: found.found.alterations } : {}),
      status: found.found.status,
      ...(found.found.level === undefined ? {} : { level: found.found.level }),
    };
    out.push({ start: mark.start, end: marks[found.last]!.end, type: "leaf", tree });
    at = found.last + 1;
  }
  return out;
};

const geneOf = (mark: Mark) =>
  isMark(mark, "concept") ? (mark.kind === "gene" || mark.kind === "family" ? mark.ref : (mark.gene ?? null)) : null;

function describe(marks: readonly Mark[], at: number, folded: string): { found: Found; last: number } | null {
  let change: VariantChange | null = null;
  let status: "positive" | "negative" | null = null;
  let level: Found["level"];
  const alterations: string[] = [];
  let last = at;
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    const mark = marks[place]!;
    if (isMark(mark, "change")) {
      change = mark.change;
      if (mark.status !== undefined) status = mark.status;
      last = place;
    } else if (isMark(mark, "alteration")) {
      alterations.push(mark.text);
      last = place;
    } else if (isMark(mark, "result") && (mark.is[0] === "positive" || mark.is[0] === "negative")) {
      status = mark.is[0];
      last = place;
    } else if (isMark(mark, "bound") && mark.bound.unit.of === "ucum" && mark.bound.unit.ucum === "%") {
      level = { range: mark.bound.range, unit: "%" };
      last = place;
    } else if (isMark(mark, "bound") && mark.bound.unit.of === "none" && isExpressed(marks[at]!)) {
      level = { range: mark.bound.range, unit: "1" };
      last = place;
    } else if (isMark(mark, "word") && proteinChange.test(folded.slice(mark.start, mark.end))) {
      alterations.push(folded.slice(mark.start, mark.end).replace(/^p\./, "").toUpperCase());
      last = place;
    } else if (isMark(mark, "group") && readGroup(mark, folded, alterations)) last = place;
    else if (!isLink(mark, folded)) break;
  }
  if (last === at) return null;
  const resolved = change ?? (alterations.length > 0 ? "mutation" : level !== undefined ? "expression" : null);
  if (resolved === null && status === null) return null;
  return {
    found: {
      change: resolved ?? (isExpressed(marks[at]!) ? "expression" : "any"),
      status: status ?? "positive",
      alterations,
      ...(level === undefined ? {} : { level }),
    },
    last,
  };
}

const isExpressed = (mark: Mark): boolean => expressed.has(geneOf(mark)?.id ?? "");

/** "(L858R, exon 19 deletion)" behind a gene's mutation. */
function readGroup(mark: MarkOf<"group">, folded: string, alterations: string[]): boolean {
  const found = mark.of.flatMap((one) => {
    if (isMark(one, "alteration")) return [one.text];
    const word = folded.slice(one.start, one.end);
    return isMark(one, "word") && proteinChange.test(word) ? [word.toUpperCase()] : [];
  });
  alterations.push(...found);
  return found.length > 0;
}

function isLink(mark: Mark, folded: string): boolean {
  if (isMark(mark, "filler") || isMark(mark, "example")) return true;
  if (isMark(mark, "connector")) return mark.is === "or";
  if (isMark(mark, "punct")) return mark.is === "/" || mark.is === ",";
  return (
    isMark(mark, "word") &&
    /^(?:tps|cps|expression|overexpression|tumou?r|score)$/.test(folded.slice(mark.start, mark.end))
  );
}
