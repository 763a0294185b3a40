import type { ConceptRef, Range } from "../../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../../criteria/tree.schema.ts";
import type { Rule, RuleContext } from "../language.ts";
import { isMark, type Mark, type MarkOf, type VariantChange, wordsOf } from "../mark.ts";

/** Short protein changes: letter, place, letter ("l858r", "v600e"), and insertions ("ex20ins"). */
const proteinChange = /^(?:p\.)?[acdefghiklmnpqrstvwy]\d{1,4}(?:[acdefghiklmnpqrstvwyx*]|fs|del|dup)$/;
const codon = /^[acdefghiklmnpqrstvwy]\d{2,4}$/;
const longestReach = 8;

/** Genes whose protein is measured as a share of cells or a score. */
const expressed = new Set(["HGNC:17635", "HGNC:3430", "HGNC:7107"]);

/** One way in which a gene may be changed. */
type Way = {
  change?: VariantChange;
  alterations: string[];
  level?: { range: Range; unit: string };
};
type Status = "positive" | "negative";
type Found = { ways: Way[]; status: Status | null; last: number };

/** Makes variants of a gene and what is said of it: "EGFR exon 19 deletion or L858R", "HER2 positive", "PD-L1 ≥ 50 %". */
export const joinVariants: Rule = (marks, context) => {
  const out: Mark[] = [];
  let at = 0;
  while (at < marks.length) {
    const mark = marks[at]!;
    const genes = genesOf(mark);
    const found = genes.length === 0 ? null : describe(marks, at, context.folded);
    if (found === null) {
      out.push(mark);
      at++;
      continue;
    }
    const span = { start: mark.start, end: marks[found.last]!.end };
    if (isOnlyTested(found, span, marks.slice(at, found.last + 1), context)) out.push({ ...span, type: "word" });
    else out.push({ ...span, type: "leaf", tree: treeOf(genes, found) });
    at = found.last + 1;
  }
  return out;
};

/** What changes as one: any of the genes and ways, or none of them. */
function treeOf(genes: readonly ConceptRef[], { ways, status }: Found): Tree {
  const leaves = genes.flatMap((gene) => ways.map((way) => leafOf(gene, way, status ?? "positive")));
  const [first] = leaves;
  if (leaves.length === 1) return first!;
  return { kind: status === "negative" || first!.change === "wild-type" ? "all" : "any", of: leaves };
}

function leafOf(
  gene: ConceptRef,
  { change, alterations, level }: Way,
  status: Status,
): Extract<Leaf, { kind: "variant" }> {
  const implied =
    alterations.length > 0 ? "mutation" : level !== undefined || expressed.has(gene.id) ? "expression" : "any";
  return {
    kind: "variant",
    gene,
    change: change ?? implied,
    ...(alterations.length > 0 ? { alterations } : {}),
    status,
    ...(level === undefined ? {} : { level }),
  };
}

const genesOf = (mark: Mark): readonly ConceptRef[] => {
  if (!isMark(mark, "concept")) return [];
  if (mark.kind === "gene" || mark.kind === "family") return [mark.ref, ...(mark.others ?? [])];
  return mark.gene === undefined ? [] : [mark.gene];
};

const sought =
  /(?:determination|analys[ie]s|assessment|evaluation|testing|detection|screening|test|evaluable|检测|评估|分析)\s*(?:of|for)?\s*(?:the\s)?(?:tumou?r\s)?$/;
const asked =
  /^\s*(?:status|testing|tests?\b|analys[ie]s|assay|assessment|determination|detection|evaluation|profil|状态|检测|分析)/;

/** "For determination of KRAS mutation status": what is to be found out is not what was found. */
function isOnlyTested(
  { ways, status }: Found,
  { start, end }: { start: number; end: number },
  own: readonly Mark[],
  context: RuleContext,
): boolean {
  if (status !== null || ways.some(({ alterations, level }) => alterations.length > 0 || level !== undefined))
    return false;
  if (ways.some(({ change }) => change === "wild-type")) return false;
  const { folded } = context;
  const saysStatus = own.some((mark) => isMark(mark, "change") && /status|状态/.test(wordsOf(mark, context)));
  return (
    saysStatus || asked.test(folded.slice(end, end + 16)) || sought.test(folded.slice(Math.max(0, start - 32), start))
  );
}

function describe(marks: readonly Mark[], at: number, folded: string): Found | null {
  const isExpressed = genesOf(marks[at]!).some(({ id }) => expressed.has(id));
  const ways: Way[] = [{ alterations: [] }];
  let status: Status | null = null;
  let last = at;
  let isOther = false;
  const way = () => ways[ways.length - 1]!;
  const another = () => ways.push({ alterations: [] });
  const addChange = (change: VariantChange) => {
    const { change: known, alterations } = way();
    const isNew = known === undefined ? alterations.length > 0 && change !== "mutation" : known !== change;
    if (isOther && isNew) another();
    way().change = change;
  };
  const addAlterations = (names: readonly string[]) => {
    if (isOther && (way().change ?? "mutation") !== "mutation") another();
    way().alterations.push(...names);
  };
  const addLevel = (range: Range, unit: string) => {
    if (isOther && way().level !== undefined) another();
    way().level = { range, unit };
  };
  for (let place = at + 1; place < marks.length && place - at <= longestReach; place++) {
    const mark = marks[place]!;
    if (isMark(mark, "change")) {
      addChange(mark.change);
      if (mark.status !== undefined) status = mark.status;
    } else if (isMark(mark, "alteration")) addAlterations([mark.text]);
    else if (isMark(mark, "result") && (mark.is[0] === "positive" || mark.is[0] === "negative")) status = mark.is[0];
    else if (isMark(mark, "bound") && mark.bound.unit.of === "ucum" && mark.bound.unit.ucum === "%")
      addLevel(mark.bound.range, "%");
    else if (isMark(mark, "bound") && mark.bound.unit.of === "none" && isExpressed) addLevel(mark.bound.range, "1");
    else if (isMark(mark, "word") && isAltered(marks, place, folded))
      addAlterations([folded.slice(mark.start, mark.end).replace(/^p\./, "").toUpperCase()]);
    else {
      const inside = isMark(mark, "group") ? alterationsIn(mark, folded) : [];
      if (inside.length > 0) addAlterations(inside);
      else if (isLink(mark, folded)) {
        isOther ||= isMark(mark, "connector") || isMark(mark, "punct");
        continue;
      } else break;
    }
    last = place;
    isOther = false;
  }
  return last === at ? null : { ways, status, last };
}

/** "V600E", and of a codon "V600" where a mutation is named behind it. */
function isAltered(marks: readonly Mark[], at: number, folded: string): boolean {
  const word = folded.slice(marks[at]!.start, marks[at]!.end);
  const behind = marks.slice(at + 1, at + 4).find((mark) => !isMark(mark, "filler"));
  return proteinChange.test(word) || (codon.test(word) && isMark(behind, "change") && behind.change === "mutation");
}

/** "(L858R, exon 19 deletion)" behind a gene's mutation. */
const alterationsIn = ({ of }: MarkOf<"group">, folded: string): string[] =>
  of.flatMap((one) => {
    if (isMark(one, "alteration")) return [one.text];
    const word = folded.slice(one.start, one.end);
    return isMark(one, "word") && proteinChange.test(word) ? [word.toUpperCase()] : [];
  });

function isLink(mark: Mark, folded: string): boolean {
  if (isMark(mark, "filler") || isMark(mark, "example")) return true;
  if (isMark(mark, "connector")) return mark.is === "or";
  if (isMark(mark, "punct")) return mark.is === "/" || mark.is === ",";
  return (
    isMark(mark, "word") &&
    /^(?:tps|cps|expression|overexpression|tumou?r|score)$/.test(folded.slice(mark.start, mark.end))
  );
}
