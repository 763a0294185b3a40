import { type ConceptMembers, membersOfSet } from "../../evaluate/concept-members.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import type { Terminology } from "../../terminology.ts";
import type { Touch } from "../define-criterion.ts";
import type { ConceptSet } from "../ranges.schema.ts";

/** Cancer, and cancer that spread from somewhere else. */
const CANCER = "MONDO:0004992";
const METASTASIS = "MONDO:0024880";

/** Codes of secondary tumours, and of one without a site: they may be of a tumour that has a code of its own. */
const isWithoutSite = (id: string): boolean => id === CANCER || /^ICD10(?:CN|CM):C(?:7[789]|80)/.test(id);

/** The tumour that a criterion asks for, and the ids of all others that are tumours in their own right. */
export type Tumour = ConceptMembers & { readonly others: ReadonlySet<string> };

const primaries = new WeakMap<Terminology, ReadonlySet<string>>();

function primaryTumours(terminology: Terminology): ReadonlySet<string> {
  let known = primaries.get(terminology);
  if (known === undefined) {
    const cancers = terminology.members({ of: [{ id: CANCER }], except: [{ id: METASTASIS }] });
    known = new Set([...cancers].filter((id) => !isWithoutSite(id)));
    primaries.set(terminology, known);
  }
  return known;
}

export function tumourOf(concepts: ConceptSet, terminology: Terminology): Tumour {
  const { certain, mayBe } = membersOfSet(concepts, terminology);
  const others = [...primaryTumours(terminology)].filter((id) => !certain.has(id) && !mayBe.has(id));
  return { certain, mayBe, others: new Set(others) };
}

/** A diagnosis of the tumour or of another one may decide of which tumour a stage is. */
export const touchOf = ({ certain, mayBe, others }: Tumour): Touch => ({
  kind: "condition",
  members: { certain, mayBe: new Set([...mayBe, ...others]) },
});

/** Whether a stage is of the tumour, may be, or is of another. `tumour` is the one that its record names. */
export function meaningOf(tumour: string | undefined, asked: Tumour, isOnly: boolean): "meant" | "maybe" | "other" {
  if (tumour === undefined) return isOnly ? "meant" : "maybe";
  return asked.certain.has(tumour) ? "meant" : asked.mayBe.has(tumour) ? "maybe" : "other";
}

/** Whether the tumour is surely on record and no other one may be: then a stage can be of no other. */
export function isOnlyTumour(record: PreparedRecord, { certain, others }: Tumour): boolean {
  let isThere = false;
  for (const [concept, facts] of record.byKind.get("condition") ?? []) {
    if (others.has(concept) && facts.some(({ fact }) => fact.assertion !== "absent")) return false;
    if (certain.has(concept) && facts.some(({ fact }) => fact.assertion === "present")) isThere = true;
  }
  return isThere;
}
