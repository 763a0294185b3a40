import type { Knowledge } from "@qinghao/knowledge";
import type { NamedThing } from "../concepts.ts";

/** A part of medicine: the classes of Mondo and HPO that hold it, and the words by which criteria name it as a whole. */
type SystemRow = { readonly classes: readonly string[]; readonly words: RegExp };

/** Tops of the two hierarchies (Mondo Disease Ontology, Human Phenotype Ontology), one row for each part of medicine. */
const rows: readonly SystemRow[] = [
  {
    classes: ["MONDO:0004995", "MONDO:0005267", "MONDO:0005385", "HP:0001626"],
    words: /\b(?:cardi(?:ac|o\w*)|heart|coronary|valv\w+|vascular|circulatory)\b/i,
  },
  { classes: ["MONDO:0005550", "HP:0032158"], words: /\binfect\w*|\bsepsis\b|\bviral\b|\bbacterial\b|\bfungal\b/i },
  {
    classes: ["MONDO:0004992", "MONDO:0005070", "HP:0002664"],
    words: /\b(?:malignan\w+|cancers?|neoplas\w+|tumou?rs?|oncolog\w+|carcinoma)\b/i,
  },
  { classes: ["MONDO:0005151", "HP:0000818"], words: /\b(?:endocrin\w*|thyroid|adrenal|pituitary|hormon\w+)\b/i },
  { classes: ["MONDO:0005066", "HP:0001939"], words: /\bmetabolic\b|\bdiabet\w+/i },
  {
    classes: ["MONDO:0005071", "HP:0000707"],
    words: /\b(?:neuro\w*|nervous system|cns|brain|cerebr\w*|spinal|dementia|seizures?)\b/i,
  },
  {
    classes: ["MONDO:0004335", "HP:0025031"],
    words: /\b(?:gastro\w*|gastric|bowel|digestive|intestin\w+|stomach|colon\w*|abdominal)\b/i,
  },
  { classes: ["MONDO:0005154", "HP:0001392"], words: /\b(?:hepat\w*|liver|biliary)\b/i },
  { classes: ["MONDO:0005087", "HP:0002086"], words: /\b(?:respiratory|pulmonary|lungs?|airways?|pneumo\w*)\b/i },
  {
    classes: ["MONDO:0005240", "MONDO:0002118", "HP:0000119"],
    words: /\b(?:renal|kidneys?|urinary|urolog\w+|bladder)\b/i,
  },
  { classes: ["MONDO:0002025", "HP:0000708"], words: /\b(?:psych\w*|mental\w*|behavio\w+|mood)\b/i },
  {
    classes: ["MONDO:0005570", "HP:0001871"],
    words: /\b(?:ha?emato\w*|blood disorders?|bleeding|coagul\w*|clotting|thrombo\w*|platelet function|dyscrasias?)\b/i,
  },
  {
    classes: ["MONDO:0005046", "MONDO:0007179", "HP:0002715"],
    words: /\b(?:immun\w*|autoimmun\w*|inflammat\w*|rheumat\w*)\b/i,
  },
  { classes: ["MONDO:0002051", "MONDO:0005093", "HP:0001574"], words: /\b(?:skin|dermat\w*|cutaneous)\b/i },
  {
    classes: ["MONDO:0002081", "HP:0033127"],
    words: /\b(?:musculo\w*|skelet\w*|joints?|bones?|muscles?|arthr\w+|orthop\w+)\b/i,
  },
  { classes: ["MONDO:0005328", "HP:0000478"], words: /\b(?:eyes?|ocular|ophthalm\w+|retin\w+|vision|visual)\b/i },
  { classes: ["MONDO:0100081", "HP:0002360"], words: /\bsleep\b/i },
  {
    classes: ["MONDO:0005039", "HP:0000078"],
    words: /\b(?:gyn\w*ecolog\w+|reproductive|genital|uter\w+|menstrua\w+)\b/i,
  },
  { classes: ["MONDO:0002409", "HP:0000598"], words: /\b(?:ears?|hearing|auditory|otolog\w+)\b/i },
];
const illness =
  /\b(?:diseases?|disorders?|illness\w*|conditions?|abnormalit\w+|dysfunction|impairment|insufficiency|infections?|malignan\w+|cancers?|problems?|failure)\b/i;

/** Which part of medicine a concept belongs to; every hierarchy is walked once. */
export class SystemIndex {
  readonly #knowledge: Knowledge;
  readonly #known = new Map<number, ReadonlySet<number>>();
  readonly #classes: ReadonlyMap<number, number>;
  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#classes = new Map(
      rows.flatMap(({ classes }, row) =>
        classes.flatMap((id) => (knowledge.has(id) ? [[knowledge.numberOf(id), row] as const] : [])),
      ),
    );
  }

  /** Places in the table of the parts of medicine that diseases and findings lie in. */
  of(things: readonly NamedThing[]): Set<number> {
    const found = new Set<number>();
    for (const { kind, numbers } of things)
      if (kind === "disease" || kind === "phenotype")
        for (const number of numbers) for (const row of this.#above(number)) found.add(row);
    return found;
  }

  #above(number: number): ReadonlySet<number> {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const found = new Set<number>();
    const seen = new Set([number]);
    const open = [number];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const row = this.#classes.get(at);
      if (row !== undefined) found.add(row);
      this.#knowledge.visitEdges(at, "out", (other, predicate) => {
        if ((predicate !== "is-a" && predicate !== "member-of") || seen.has(other)) return;
        seen.add(other);
        open.push(other);
      });
    }
    this.#known.set(number, found);
    return found;
  }
}

/** Parts of medicine that a criterion names as a whole ("cardiovascular or renal disease"). */
export const systemsNamed = (text: string): Set<number> =>
  illness.test(text) ? new Set(rows.flatMap(({ words }, row) => (words.test(text) ? [row] : []))) : new Set();

const qualifier =
  /^(?:significant|severe|serious|acute|chronic|active|uncontrolled|major|relevant|ongoing|unstable|clinically|primary|systemic|concurrent|system|systems|diseases?|abnormalit\w+|dysfunction|impairment|function|problems?|failure|structural|illness\w*|malignan\w+|important|underlying)$/;

/** Parts of medicine that a stretch of a criterion names and nothing narrower: "severe renal disease", not "renal stones". */
export function systemsNamedWhole(words: readonly { readonly text: string }[]): Set<number> {
  const own = words.filter(({ text }) => !qualifier.test(text) || /^malignan/.test(text));
  const named = own.map(({ text }) => rows.flatMap(({ words: pattern }, row) => (pattern.test(text) ? [row] : [])));
  return named.length > 0 && named.every((found) => found.length > 0) ? new Set(named.flat()) : new Set();
}
