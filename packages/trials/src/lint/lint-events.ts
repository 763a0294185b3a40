import { type Fact, isoOfDay, type PatientRecord } from "@qinghao/clinical";
import type { CriteriaDocument } from "../criteria/document.schema.ts";
import type { Leaf } from "../criteria/tree.schema.ts";
import type { Terminology } from "../terminology.ts";
import { isSatisfied, witnessOf } from "./examine.ts";
import type { LintFinding } from "./finding.ts";
import { holdsWindow } from "./holds-window.ts";
import { sentence } from "./lint-values.ts";
import type { Literal } from "./literals.ts";
import { dayInside, madeUp } from "./made-up-patient.ts";
import { finding } from "./make-finding.ts";

type EventLiteral = Literal & {
  readonly leaf: Extract<Leaf, { kind: "condition" | "procedure" | "drug" | "allergy" }>;
};

const isEvent = (literal: Literal): literal is EventLiteral =>
  ["condition", "procedure", "drug", "allergy"].includes(literal.leaf.kind);

/** Demands on diagnoses, procedures, drugs and allergies that exclude or imply each other through the hierarchy. */
export function lintEvents(
  document: CriteriaDocument,
  literals: readonly Literal[],
  terminology: Terminology,
): LintFinding[] {
  const events = literals.filter(isEvent);
  return events.flatMap((one, index) =>
    events.slice(index + 1).flatMap((other) => {
      const remark = compare(one, other, document, terminology);
      return remark === null ? [] : [remark];
    }),
  );
}

/** Whether every event that satisfies `narrow` satisfies `wide`, by concepts below each other and by their time. */
function isWithin(narrow: EventLiteral["leaf"], wide: EventLiteral["leaf"], terminology: Terminology): boolean {
  if (narrow.kind !== wide.kind || !isLooser(narrow, wide)) return false;
  const wideMembers = terminology.members(wide.concepts);
  for (const one of terminology.members(narrow.concepts)) if (!wideMembers.has(one)) return false;
  return true;
}

// Besides the concept the wider one asks nothing that the narrower one does not ask too, in a time that holds the other's.
function isLooser(narrow: EventLiteral["leaf"], wide: EventLiteral["leaf"]): boolean {
  const { concepts, world: _, ...asked } = wide;
  const { concepts: ownConcepts, world: _own, ...own } = narrow;
  if (JSON.stringify([concepts, asked]) === JSON.stringify([ownConcepts, own])) return true;
  const isRepeatable = narrow.count?.max === undefined && narrow.count?.min !== 0;
  return (
    isRepeatable &&
    Object.entries(asked).every(([key, value]) => {
      if (key === "when") return narrow.when !== undefined && holdsWindow(wide.when!, narrow.when, narrow.kind);
      if (key === "status" && value === "ever") return true;
      return JSON.stringify(value) === JSON.stringify(own[key as keyof typeof own]);
    })
  );
}

function compare(
  one: EventLiteral,
  other: EventLiteral,
  document: CriteriaDocument,
  terminology: Terminology,
): LintFinding | null {
  const say = (literal: Literal) => sentence(literal, terminology);
  // Whoever has the narrow one must have the wide one too, by the engine's own word.
  const witness = (narrow: EventLiteral, wide: EventLiteral) => {
    const record = patientWith(narrow.leaf, terminology);
    const criteria = one.criterion === other.criterion ? [one.criterion] : [one.criterion, other.criterion];
    if (record === null) return null;
    const hasBoth = [narrow, wide].every((literal) => isSatisfied({ ...literal, isWanted: true }, record, terminology));
    if (!hasBoth) return null;
    return witnessOf(record, criteria, document, terminology);
  };
  if (one.isWanted !== other.isWanted) {
    const [wanted, refused] = one.isWanted ? [one, other] : [other, one];
    if (!isWithin(wanted.leaf, refused.leaf, terminology)) return null;
    const shown = witness(wanted, refused);
    return shown === null
      ? null
      : finding("contradiction", [refused.criterion, wanted.criterion], shown, say(refused), say(wanted));
  }
  const isForward = isWithin(one.leaf, other.leaf, terminology);
  if (!isForward && !isWithin(other.leaf, one.leaf, terminology)) return null;
  const [narrow, wide] = isForward ? [one, other] : [other, one];
  const shown = witness(narrow, wide);
  if (shown === null) return null;
  // Who must have the narrow one has the wide one; who must not have the wide one has not the narrow one.
  const [spare, kept] = narrow.isWanted ? [wide, narrow] : [narrow, wide];
  return finding("redundant", [spare.criterion, kept.criterion], shown, say(spare), say(kept));
}

/** A made-up patient with the event that a leaf asks for, as often as it asks; null where its time is empty. */
function patientWith(leaf: EventLiteral["leaf"], terminology: Terminology): PatientRecord | null {
  const day = dayInside(leaf.when, leaf.kind);
  const members = terminology.members(leaf.concepts);
  const concept = leaf.concepts.of.map(({ id }) => id).find((id) => members.has(id)) ?? [...members][0];
  if (day === null || concept === undefined) return null;
  const drug: Partial<Fact> =
    leaf.kind !== "drug"
      ? {}
      : {
          ...(leaf.dose === undefined ? {} : { dose: { value: inside(leaf.dose.range), unit: leaf.dose.unit } }),
          ...(leaf.line === undefined ? {} : { line: Math.max(1, Math.round(inside(leaf.line))) }),
        };
  const intent = "intent" in leaf && leaf.intent !== undefined ? { intent: leaf.intent[0]! } : {};
  const planned = "status" in leaf && leaf.status === "planned" ? { assertion: "planned" as const } : {};
  const isCurrent = "status" in leaf && (leaf.status === "active" || leaf.status === "current");
  return madeUp(
    Array.from({ length: Math.max(1, leaf.count?.min ?? 1) }, (_, index) => ({
      kind: leaf.kind,
      concept,
      start: isoOfDay(day - index),
      ...(isCurrent ? { ongoing: true } : { end: isoOfDay(day - index) }),
      ...drug,
      ...intent,
      ...planned,
    })),
  );
}

const inside = ({ min, max }: { min?: number | undefined; max?: number | undefined }): number =>
  min !== undefined && max !== undefined ? (min + max) / 2 : min !== undefined ? min + 1 : max! / 2;
