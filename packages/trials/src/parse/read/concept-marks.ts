import type { ConceptKind, Knowledge, LinkCandidate, Mention } from "@qinghao/knowledge";
import type { ConceptRef } from "../../criteria/ranges.schema.ts";
import { tumourName } from "../lexicon-rows.ts";
import type { Mark } from "../mark.ts";

/** Kinds of concept that criteria are read with; variants are composed here from gene and change. */
export const linkedKinds: readonly ConceptKind[] = [
  "disease",
  "phenotype",
  "gene",
  "family",
  "drug",
  "drug-class",
  "lab",
  "herb",
  "procedure",
  "code",
  "other",
];

/** Candidates this close to the best are as good as it. */
const tie = 0.06;
const leastScore = 0.6;
/** A name that ends in one of these was cut out of two phrases ("B or"). */
const cutEnd = /(?:^|\W)(?:or|and|of|in|with|to|the|for|at|on|by|a|an|is|as)$/i;
/** "chemotherapy (adjuvant" of "chemotherapy (adjuvant or neoadjuvant)" */
const openBracket = /[(（][^)）]*$/;
/** Roots and attributes of the hierarchies, which name no disease. */
const emptyConcepts = new Set([
  "MONDO:0000001",
  "MONDO:0021125",
  "MONDO:0700096",
  "HP:0000118",
  "HP:0001939",
  "MESH:D004194",
]);
/** "infection, except hepatitis C": what is excepted is no part of a name. */
const exceptInside = /[\s,(](?:except|unless|without|excluding|other than|but not|with the exception)\s|除外/i;
/** "Grade 1-2", "grade 1, 2 or 3a": the number is the first of several. */
const isListed = /^[a-c]?(?: ?[-~～〜–—](?= ?\d)| ?[至×%]|(?:,|\s?\/|、|,?\s(?:or|and|to))\s?\d[a-c]?(?![\d.]))/;
const cutBeginning = /^(?:or|and|of|in|with|to|the|for|at|on|by|is|as|if|not|all|no)\s/i;

/**
 * "Follicular lymphoma grade 1" of "follicular lymphoma grade 1, 2 or 3a": where the name ends to which the first number of a list
 * does not belong; null of others.
 */
export function numberOfList({ start, end }: Mention, text: string): number | null {
  if (!isListed.test(text.slice(end, end + 9))) return null;
  const found = /[A-Za-z](,? (?:(?:grade|type|stage|class|group|level) )?\d+)$/i.exec(text.slice(start, end));
  return found === null ? null : end - found[1]!.length;
}

/**
 * "HR-positive/HER2-negative breast cancer": where the diagnosis begins behind the states of receptors, which are read on their own;
 * null of other names.
 */
export function nameBehindReceptors({ start, end }: Mention, text: string): number | null {
  const found =
    /^(?:HR|ER|PR|HER-?2|hormone[ -]receptor|o?estrogen[ -]receptor)\b.*(?:positive|negative|[+-](?=[\s/]))[ -]*(?=[A-Za-z]{4})/i.exec(
      text.slice(start, end),
    );
  return found === null ? null : start + found[0].length;
}

export function isWantedMention(mention: Mention, text: string): boolean {
  if (emptyConcepts.has(mention.concept ?? "")) return false;
  if (mention.stop !== null || mention.score < leastScore) return false;
  if (mention.concept === null && labOf(mention) === null) return false;
  const written = text.slice(mention.start, mention.end);
  if (/[<>=≤≥×^＜＞＝]|^[ⅠⅡⅢⅣ][A-C]?$|[阳阴]性$|^[TNM]\d-\d$/.test(written) || isCutWord(text, mention.end))
    return false;
  if (
    /^[A-Za-z-]+$/.test(written) &&
    /^(?:心绞痛|功能)?(?:分级|评分|量表|分型|总分|得分)/.test(text.slice(mention.end, mention.end + 6))
  )
    return mention.candidates[0]?.kind === "lab";
  if (cutEnd.test(written) || cutBeginning.test(written) || exceptInside.test(written)) return false;
  const kind = mention.candidates[0]?.kind;
  if (kind === "procedure" && openBracket.test(written)) return false;
  // "CR1 or CR2": first and second complete remission, unless a change is named.
  if (
    kind === "gene" &&
    /^(?:CR|PR)[12]?$/.test(written) &&
    !/^\s?(?:gene|mutation|express)/.test(text.slice(mention.end))
  )
    return false;
  if ((kind === "gene" || kind === "family") && /\s(?:or|and|to|of)\s/i.test(written)) return false;
  if (mention.normalisedBy.includes("abbreviation-case") && written === written.toLowerCase()) return false;
  if (isPartOfWord(text, mention)) return false;
  if (/^[a-z]{1,2}$/.test(written) || /^\d+$/.test(written) || /^[A-Za-z]$/.test(written)) return false;
  return true;
}

/** "G12" of "G12C": a letter that goes on behind a number. */
const isCutWord = (text: string, end: number) =>
  /\d[A-Z]/.test(text.slice(end - 1, end + 1)) && /[A-Z]\d+$/.test(text.slice(Math.max(0, end - 5), end));

/** "anti-cancer", "disease-free", "drug-induced": a name that a hyphen makes part of another word. */
function isPartOfWord(text: string, { start, end }: Mention): boolean {
  if (
    text[end] === "-" &&
    /^-(?:free|induced|related|associated|specific|like|naive|naïve|modifying)/i.test(text.slice(end, end + 14))
  )
    return true;
  if (end - start <= 4 && /[A-Z]-$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  return text[start - 1] === "-" && /(?:anti|non|pre|post)-$/i.test(text.slice(Math.max(0, start - 5), start));
}

const labOf = (mention: Mention): LinkCandidate | null =>
  mention.candidates.find(({ kind, score }) => kind === "lab" && score >= mention.score - tie) ?? null;

/** The best candidate; a disease before a code or sign of the same name, which other sources do not know. */
function bestOf({ candidates }: Mention): LinkCandidate | undefined {
  const [best] = candidates;
  if (best === undefined || (best.kind !== "code" && best.kind !== "phenotype")) return best;
  return candidates.find(({ kind, score }) => kind === "disease" && score >= best.score - tie) ?? best;
}

/** What a vaccine is made of gives it its name too; a laboratory item of that name is no dose of it. */
const isVaccine = (knowledge: Knowledge, id: string) => /vaccine/i.test(knowledge.preferredName(id, "en").text);

const refsOf = new WeakMap<Knowledge, Map<string, ConceptRef>>();

/** The concept with its names in both languages. */
export function conceptRef(knowledge: Knowledge, id: string): ConceptRef {
  let refs = refsOf.get(knowledge);
  if (refs === undefined) {
    refs = new Map();
    refsOf.set(knowledge, refs);
  }
  const known = refs.get(id);
  if (known !== undefined) return known;
  const en = knowledge.preferredName(id, "en");
  const zh = knowledge.preferredName(id, "zh-Hans");
  const ref: ConceptRef = {
    id,
    ...(en.language === "en" ? { en: en.text } : {}),
    ...(zh.language === "zh-Hans" ? { zh: zh.text } : {}),
  };
  refs.set(id, ref);
  return ref;
}

/** A name in the text as a mark. Abbreviations that also name a laboratory item are taken as that item. */
/** Procedures that are done to a person; tests, scales and conduct of studies lie elsewhere in MeSH. */
const treatments = [
  "MESH:D013514",
  "MESH:D011878",
  "MESH:D004358",
  "MESH:D007167",
  "MESH:D058990",
  "MESH:D001803",
  "MESH:D014180",
  "MESH:D003956",
  "MESH:D012121",
  "MESH:D014611",
  "MESH:D010789",
  "MESH:D004554",
  "MESH:D006824",
];
/** Own names of what finds out and does not treat; the other procedures of our own are done to people. */
const ownTests = new Set(
  [
    "computed-tomography",
    "electrocardiogram",
    "electroencephalogram",
    "endobronchial-ultrasound",
    "fine-needle-aspiration",
    "fluorescence-in-situ-hybridization",
    "immunohistochemistry",
    "magnetic-resonance-imaging",
    "multigated-acquisition-scan",
    "next-generation-sequencing",
    "oral-glucose-tolerance-test",
    "physical-examination",
    "polymerase-chain-reaction",
    "positron-emission-tomography-computed-tomography",
    "ultrasonic-cardiogram",
  ].map((name) => `QHTERM:${name}`),
);
const treatedOf = new WeakMap<Knowledge, Map<string, boolean>>();

function isTreatment(knowledge: Knowledge, id: string): boolean {
  if (!id.startsWith("MESH:")) return !ownTests.has(id);
  let known = treatedOf.get(knowledge);
  if (known === undefined) {
    known = new Map();
    treatedOf.set(knowledge, known);
  }
  const found = known.get(id);
  if (found !== undefined) return found;
  const above = new Set([id, ...knowledge.ancestors(id)]);
  const is = treatments.some((one) => above.has(one));
  known.set(id, is);
  return is;
}

/** Neoplasm, in the classification of diseases and among signs. */
const tumours = ["MONDO:0005070", "HP:0002664", "MESH:D009369"];
const tumourOf = new WeakMap<Knowledge, Map<string, boolean | undefined>>();

/** Whether a diagnosis is a tumour; not known of one that lies in no classification. */
function isTumour(knowledge: Knowledge, id: string): boolean | undefined {
  const code = /^ICD10(?:CN|CM):([A-Z])(\d)/.exec(id);
  if (id.startsWith("ONCOTREE:")) return true;
  if (code !== null) return code[1] === "C" || (code[1] === "D" && Number(code[2]) < 5);
  let known = tumourOf.get(knowledge);
  if (known === undefined) {
    known = new Map();
    tumourOf.set(knowledge, known);
  }
  if (!known.has(id)) {
    const above = new Set([id, ...knowledge.ancestors(id)]);
    const isNamed = tumourName.test(conceptRef(knowledge, id).en ?? "");
    known.set(
      id,
      isNamed || tumours.some((one) => above.has(one)) || (/^(?:MONDO|HP|MESH):/.test(id) ? false : undefined),
    );
  }
  return known.get(id);
}

function tumourMark(knowledge: Knowledge, kind: ConceptKind, id: string): { isTumour?: boolean } {
  if (kind !== "disease" && kind !== "phenotype" && kind !== "code") return {};
  const is = isTumour(knowledge, id);
  return is === undefined ? {} : { isTumour: is };
}

export function conceptMark(knowledge: Knowledge, mention: Mention): Mark | null {
  const lab = labOf(mention);
  const best = bestOf(mention);
  if (best === undefined) return null;
  const gene = mention.candidates.find(({ kind, score }) => kind === "gene" && score >= mention.score - tie);
  const id = mention.concept === null ? lab!.concept : best.concept;
  const other = mention.candidates.find(
    ({ concept, kind, score }) =>
      (kind === "drug" || kind === "drug-class") && score >= mention.score - tie && !isVaccine(knowledge, concept),
  );
  const isLab = lab !== null && (best.kind === "lab" || mention.concept === null || best.kind !== "drug");
  const chosen = isLab ? lab.concept : id;
  return {
    start: mention.start,
    end: mention.end,
    type: "concept",
    ref: conceptRef(knowledge, chosen),
    kind: isLab ? "lab" : best.kind,
    ...tumourMark(knowledge, best.kind, chosen),
    ...(best.kind === "procedure" && !isTreatment(knowledge, best.concept) ? { isTest: true } : {}),
    ...(lab === null ? {} : { lab: conceptRef(knowledge, lab.concept) }),
    ...(gene === undefined ? {} : { gene: conceptRef(knowledge, gene.concept) }),
    ...(isLab && other !== undefined ? { drug: conceptRef(knowledge, other.concept) } : {}),
    qualifiers: mention.qualifiers
      .filter(({ kind }) => kind === "severity" || kind === "course")
      .map(({ text }) => text),
  };
}
