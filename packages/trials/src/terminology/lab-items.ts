import type { LabItem } from "@qinghao/clinical";
import type { Knowledge } from "@qinghao/knowledge";

/**
 * The laboratory item's units as the catalogue states them. The canonical unit is the SI one.
 */
export function labItemOf(knowledge: Knowledge, id: string): LabItem | null {
  if (!id.startsWith("LAB:") || !knowledge.has(id)) return null;
  const { xrefs } = knowledge.concept(id);
  const value = (system: string) => xrefs.find((one) => one.system === system)?.value ?? null;
  const canonicalUnit = value("UnitSI") ?? value("UnitConventional");
  if (canonicalUnit === null) return null;
  const factor = value("UnitFactor");
  return {
    concept: id,
    canonicalUnit,
    conventionalUnit: value("UnitConventional"),
    conventionalFactor: factor === null ? null : Number(factor),
  };
}
