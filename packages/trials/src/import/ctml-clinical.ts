import type { Range } from "../criteria/ranges.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { type CtmlWords, joined, unread } from "./ctml-words.ts";

/** ">=18", "<0.5", "==40" as a range; null for anything else. */
export function rangeOfComparison(text: string): Range | null {
  const found = /^\s*(>=|<=|>|<|==?)\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  if (!found) return null;
  const value = Number(found[2]);
  if (found[1] === ">=") return { min: value };
  if (found[1] === ">") return { min: value, minExclusive: true };
  if (found[1] === "<=") return { max: value };
  if (found[1] === "<") return { max: value, maxExclusive: true };
  return { min: value, max: value };
}

/** A fraction of a year is an age in months ("<0.5" is under six months). */
function age(text: string): Tree | null {
  const range = rangeOfComparison(text);
  if (range === null) return null;
  const isWhole = Number.isInteger(range.min ?? 0) && Number.isInteger(range.max ?? 0);
  if (isWhole) return { kind: "age", range, unit: "year" };
  const months = (years: number | undefined) => (years === undefined ? {} : years * 12);
  const inMonths = {
    ...range,
    ...(range.min === undefined ? {} : { min: months(range.min) as number }),
    ...(range.max === undefined ? {} : { max: months(range.max) as number }),
  };
  return { kind: "age", range: inMonths, unit: "month" };
}

/** Groups of OncoTree's tissues that CTML names by a word in underscores. */
const tumourGroups: Readonly<Record<string, { id: string; en: string }[]>> = {
  _LIQUID_: [{ id: "MONDO:0044881", en: "hematopoietic and lymphoid cell neoplasm" }],
};

function disease(name: string, words: CtmlWords, notes: string[]): Tree {
  const isNot = name.startsWith("!");
  const plain = isNot ? name.slice(1) : name;
  const group = tumourGroups[plain];
  if (plain === "_SOLID_") {
    const cancer = words.disease("cancer");
    const except = tumourGroups._LIQUID_!;
    if (cancer !== null) return negated(isNot, { kind: "condition", concepts: { of: [cancer], except } });
  }
  const found = group ?? [words.disease(plain)].flatMap((one) => one ?? []);
  if (found.length === 0) return unread("oncotree_primary_diagnosis", name, notes);
  return negated(isNot, { kind: "condition", concepts: { of: found } });
}

const negated = (isNot: boolean, tree: Tree): Tree => (isNot ? { kind: "not", of: tree } : tree);

const receptors: Readonly<Record<string, { id: string; en: string }>> = {
  her2_status: { id: "HGNC:3430", en: "HER2" },
  er_status: { id: "HGNC:3467", en: "ER" },
  pr_status: { id: "HGNC:8910", en: "PR" },
};

/** One clinical leaf: its keys must all hold. */
export function clinicalLeaf(leaf: Readonly<Record<string, unknown>>, words: CtmlWords, notes: string[]): Tree {
  const parts = Object.entries(leaf).map(([key, value]): Tree => {
    const text = String(value);
    const lower = key.toLowerCase();
    if (lower === "age_numerical") return age(text) ?? unread(key, value, notes);
    if (lower === "gender") {
      const sex = text.toLowerCase();
      return sex === "male" || sex === "female" ? { kind: "sex", is: [sex] } : unread(key, value, notes);
    }
    if (lower === "oncotree_primary_diagnosis") return disease(text, words, notes);
    if (lower === "tmb_numerical") {
      const range = rangeOfComparison(text);
      return range === null
        ? unread(key, value, notes)
        : {
            kind: "measurement",
            item: { id: "LAB:tumour-mutational-burden", en: "Tumour mutational burden" },
            expression: { type: "value" },
            range,
            unit: null,
          };
    }
    const receptor = receptors[lower];
    if (receptor !== undefined && /^(true|false|positive|negative)$/i.test(text)) {
      const status = /^(true|positive)$/i.test(text) ? "positive" : "negative";
      return { kind: "variant", gene: receptor, change: "expression", status };
    }
    return unread(key, value, notes);
  });
  return joined("all", parts);
}
