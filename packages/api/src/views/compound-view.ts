import type { CompoundDetail, PredictionRecord } from "@qinghao/db";
import type { CompoundRow as StoredRow } from "@qinghao/db/schema";
import type { CompoundRow, CompoundView, HistoryEntry } from "../schema.ts";
import { moment } from "./moment.ts";

export const compoundRowView = (row: StoredRow): CompoundRow => ({
  id: row.id,
  name: row.name,
  smiles: row.smiles,
  inchikey: row.inchikey,
  formula: row.formula,
  molWeight: row.molWeight,
  heavyAtoms: row.heavyAtoms,
  descriptors: row.descriptors,
  predictions: row.predictions,
  createdAt: moment(row.createdAt),
});

export const compoundView = (compound: CompoundDetail): CompoundView => ({
  ...compoundRowView(compound),
  projectId: compound.projectId,
  inchi: compound.inchi,
  inputText: compound.originalText,
  fields: compound.fields,
  changes: compound.changes,
  importId: compound.importId,
  importRow: compound.importRow,
  toolkit: compound.toolkit,
});

export function historyEntry(record: PredictionRecord): HistoryEntry {
  const { value, lo, hi, modelVersion } = record;
  const prediction =
    value === null || lo === null || hi === null
      ? { failed: record.failureReason ?? { en: "No result.", zh: "没有结果。" } }
      : {
          value,
          lo,
          hi,
          modelVersion,
          level: record.level ?? 0.9,
          inDomain: record.inDomain ?? false,
          similarity: record.similarity ?? 0,
          nearest: record.nearest ?? [],
        };
  return {
    endpoint: record.endpoint,
    modelVersion,
    latest: record.latest,
    prediction,
    runId: record.runId,
    computedAt: moment(record.createdAt),
  };
}
