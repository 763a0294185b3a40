import type { Receptor } from "@qinghao/db";
import { receptorReportSchema, receptorSelectionSchema } from "@qinghao/docking/schema";
import type { Knowledge } from "@qinghao/knowledge";
import { namesOf } from "../knowledge/concept-ref.ts";
import type { ReceptorDetail, ReceptorView } from "../schema.ts";
import { moment } from "./moment.ts";

/** @param knowledge names the target; null where it is not at hand, so that only the target's id is told */
export function receptorView(receptor: Receptor, knowledge: Knowledge | null): ReceptorView {
  const { id, projectId, name, fileName, format, target, box, atoms, reference, createdAt } = receptor;
  return {
    id,
    projectId,
    name,
    fileName,
    format,
    target: target === null ? null : { id: target, name: targetName(target, knowledge) },
    box,
    atoms,
    hasReference: reference !== null,
    createdAt: moment(createdAt),
  };
}

export const receptorDetail = (receptor: Receptor, knowledge: Knowledge | null): ReceptorDetail => ({
  ...receptorView(receptor, knowledge),
  selection: receptor.selection === null ? null : receptorSelectionSchema.parse(receptor.selection),
  report: receptor.report === null ? null : receptorReportSchema.parse(receptor.report),
  reference: receptor.reference,
});

/** A concept that the packs no longer hold has no name. */
function targetName(id: string, knowledge: Knowledge | null): { en: string | null; zh: string | null } {
  if (knowledge === null || knowledge.numberOf(id) < 0) return { en: null, zh: null };
  return namesOf(knowledge, id);
}
