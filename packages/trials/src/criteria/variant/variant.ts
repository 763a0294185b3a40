import { convert, type Fact } from "@qinghao/clinical";
import { not, type Truth, truthOf } from "@qinghao/kernel";
import { boundsOf, compareSpan, spanOfValue } from "../../evaluate/bounds.ts";
import { matchesOf, membersOfRef } from "../../evaluate/concept-members.ts";
import { isObserved } from "../../evaluate/count-truth.ts";
import { presenceIn, windowAt } from "../../evaluate/day-window.ts";
import type { Ground, MissingReason, Outcome } from "../../evaluate/outcome.ts";
import type { PreparedFact, PreparedRecord } from "../../evaluate/prepared-record.ts";
import { statementOf } from "../../evaluate/statement.ts";
import { phrase } from "../../explain/words.ts";
import type { Terminology } from "../../terminology.ts";
import { type CompiledLeaf, defineCriterion } from "../define-criterion.ts";
import { emptyRange } from "../range-warnings.ts";
import { changeOf, isAlteration } from "./change-of.ts";
import { type VariantLeaf, variantSchema } from "./variant.schema.ts";

/** A record of the gene: what it says of the wanted change (null: nothing), and whether that is certain to count. */
type Finding = { readonly fact: PreparedFact; readonly says: Truth; readonly isCertain: boolean };

function levelFits({ level }: VariantLeaf, fact: Fact): Truth {
  if (level === undefined) return "true";
  if (fact.value?.type !== "quantity") return "unknown";
  const { value, unit, ucum, comparator } = fact.value;
  const converted = convert(value, ucum ?? unit ?? "1", level.unit);
  return converted.ok ? compareSpan(spanOfValue(converted.value, comparator), boundsOf(level.range)) : "unknown";
}

/** What one record says of the wanted change; null where it speaks of something else. */
export function findingOf(leaf: VariantLeaf, fact: Fact): Truth | null {
  const isFound = statementOf(fact);
  const change = changeOf(fact);
  if (leaf.change === "wild-type") {
    if (change === "wild-type") return isFound;
    return change === "mutation" || change === "unspecified" ? not(isFound) : null;
  }
  if (change === "wild-type") return leaf.change === "mutation" || leaf.change === "any" ? not(isFound) : null;
  const isSort =
    leaf.change === "any" || change === leaf.change ? "true" : change === "unspecified" ? "unknown" : "false";
  if (isSort === "false") return null;
  const { alterations } = leaf;
  const isNamed: Truth =
    alterations === undefined || alterations.length === 0
      ? "true"
      : fact.alteration === undefined
        ? "unknown"
        : truthOf(isAlteration(fact.alteration, alterations));
  // A negative test of the gene as a whole rules out every change of it; one of another alteration says nothing.
  if (isFound === "false") {
    if (isNamed === "false") return null;
    const isWhole = fact.alteration === undefined || alterations !== undefined;
    return isWhole || (leaf.change !== "any" && change !== "mutation") ? "false" : null;
  }
  if (isNamed === "false") return null;
  const fits = levelFits(leaf, fact);
  if (fits === "false") return "false";
  return isFound === "true" && isSort === "true" && isNamed === "true" ? fits : "unknown";
}

function findingsOf(leaf: VariantLeaf, gene: ReturnType<typeof membersOfRef>, record: PreparedRecord) {
  const window = leaf.when === undefined ? null : windowAt(leaf.when, record.asOf, "variant");
  const findings: Finding[] = [];
  let none: MissingReason = "no-record";
  for (const { fact, isMeant } of matchesOf(record, "variant", gene)) {
    const presence = window === null ? "certain" : presenceIn(fact, window);
    if (presence === "no") {
      none = "outside-window";
      continue;
    }
    const says = findingOf(leaf, fact.fact);
    const isCertain = isMeant && presence === "certain" && fact.fact.assertion !== "possible";
    if (says !== null) findings.push({ fact, says, isCertain });
  }
  return { findings, none };
}

function judge(leaf: VariantLeaf, gene: ReturnType<typeof membersOfRef>, record: PreparedRecord): Outcome {
  const { findings, none } = findingsOf(leaf, gene, record);
  const window =
    leaf.when === undefined
      ? { from: Number.NEGATIVE_INFINITY, to: record.asOf }
      : windowAt(leaf.when, record.asOf, "variant");
  const isClosed = leaf.world === "closed" && leaf.change !== "wild-type" && isObserved(record, window);
  const present = presenceTruth(leaf, findings, isClosed);
  const isAsked = leaf.status === "positive";
  const grounds: Ground[] = findings.map(({ fact, says, isCertain }) => {
    const truth = isCertain ? says : "unknown";
    return { fact, truth: isAsked ? truth : not(truth) };
  });
  const truth = isAsked ? present : not(present);
  const why = truth === "unknown" ? (findings.length === 0 ? none : "uncertain-record") : null;
  return { truth, grounds, why, distance: null };
}

/**
 * Whether the gene has the change. One certain finding of it is enough, and one that may be of it leaves the question open;
 * a gene is wild-type only where no mutation was ever found.
 */
function presenceTruth(leaf: VariantLeaf, findings: readonly Finding[], isClosed: boolean): Truth {
  const strong: Truth = leaf.change === "wild-type" ? "false" : "true";
  const weak = not(strong);
  if (findings.some(({ says, isCertain }) => says === strong && isCertain)) return strong;
  if (findings.some(({ says }) => says === strong || says === "unknown")) return "unknown";
  if (findings.some(({ isCertain }) => isCertain)) return weak;
  return findings.length === 0 && isClosed ? "false" : "unknown";
}

function compile(leaf: VariantLeaf, terminology: Terminology): CompiledLeaf {
  const gene = membersOfRef(leaf.gene, terminology);
  const wanted: Truth = leaf.status === "positive" ? "true" : "false";
  return {
    touches: [{ kind: "variant", members: gene }, ...(leaf.world === "closed" ? [{ kind: "person" } as const] : [])],
    judge: (record) => judge(leaf, gene, record),
    events: (record) =>
      findingsOf(leaf, gene, record)
        .findings.filter(({ says }) => says === wanted || says === "unknown")
        .map(({ fact, says, isCertain }) => ({ fact, isCertain: isCertain && says === wanted })),
  };
}

const changeNames = {
  any: ["alteration", "变异"],
  mutation: ["mutation", "突变"],
  amplification: ["amplification", "扩增"],
  fusion: ["fusion", "融合"],
  deletion: ["deletion", "缺失"],
  expression: ["expression", "表达"],
  "wild-type": ["wild type", "野生型"],
} as const;

/** A biomarker or variant as tested. */
export const variant = defineCriterion<VariantLeaf>({
  kind: "variant",
  schema: variantSchema,
  compile,
  lint: (leaf) => (leaf.level === undefined ? [] : emptyRange(leaf.level.range)),
  explain: (leaf, words) => {
    const [en, zh] = changeNames[leaf.change];
    const gene = words.name(leaf.gene);
    const names = leaf.alterations === undefined ? "" : words.list(leaf.alterations, "or");
    const level = leaf.level === undefined ? "" : words.range(leaf.level.range, leaf.level.unit);
    const isFound = leaf.status === "positive";
    return words.say(
      phrase(words, isFound ? "has" : "tested negative for", gene, names, en, level, words.when(leaf.when)),
      phrase(
        words,
        words.when(leaf.when),
        `${gene}${names === "" ? "" : ` ${names} `}${zh}`,
        level,
        isFound ? "阳性" : "阴性",
      ),
    );
  },
  subject: (leaf, words) => words.say(`a test of ${words.name(leaf.gene)}`, `${words.name(leaf.gene)}检测结果`),
  item: (leaf) => leaf.gene.id,
  examples: [
    {
      kind: "variant",
      gene: { id: "HGNC:3236", en: "EGFR", zh: "EGFR" },
      change: "mutation",
      alterations: ["L858R", "EXON 19 DELETION"],
      status: "positive",
    },
  ],
});
