import { z } from "zod";
import { trialsErrors } from "../errors.ts";
import { addUnread, emptyTrial, type ImportedTrial } from "./imported-trial.ts";
import { plainText } from "./plain-text.ts";

const code = z.looseObject({ code: z.string().optional(), decode: z.string().optional() });
const item = z.looseObject({ id: z.string(), text: z.string().optional(), name: z.string().optional() });
const criterion = z.looseObject({
  id: z.string(),
  identifier: z.string().optional(),
  name: z.string().optional(),
  text: z.string().nullish(),
  category: code.nullish(),
  criterionItemId: z.string().nullish(),
  dictionaryId: z.string().nullish(),
  previousId: z.string().nullish(),
  nextId: z.string().nullish(),
});
const design = z.looseObject({
  eligibilityCriteria: z.array(criterion).optional(),
  population: z
    .looseObject({ criteria: z.array(criterion).optional(), criterionIds: z.array(z.string()).optional() })
    .nullish(),
  studyPhase: z.looseObject({ standardCode: code.nullish() }).nullish(),
  indications: z.array(z.looseObject({ name: z.string().optional(), description: z.string().nullish() })).optional(),
});
const version = z.looseObject({
  titles: z.array(z.looseObject({ text: z.string() })).optional(),
  studyTitle: z.string().optional(),
  studyIdentifiers: z
    .array(z.looseObject({ text: z.string().optional(), studyIdentifier: z.string().optional() }))
    .optional(),
  studyDesigns: z.array(design).optional(),
  eligibilityCriterionItems: z.array(item).optional(),
  studyInterventions: z.array(z.looseObject({ name: z.string().optional(), label: z.string().nullish() })).optional(),
  dictionaries: z
    .array(
      z.looseObject({
        id: z.string(),
        parameterMaps: z.array(z.looseObject({ tag: z.string(), reference: z.string() })).optional(),
      }),
    )
    .optional(),
});
const fileSchema = z.looseObject({
  study: z.looseObject({ name: z.string().optional(), label: z.string().nullish(), versions: z.array(version).min(1) }),
});

/** C-codes of the CDISC terminology for the category of a criterion. */
const inclusionCode = "C25532";
const exclusionCode = "C25370";

/**
 * Reads a study in CDISC's Unified Study Definitions Model (versions 3 and 4: texts in the criterion, or in criterion items),
 * criteria in the order that `previousId` and `nextId` give.
 * Errors: `trials.import.invalid`.
 */
export function importUsdm(file: unknown): ImportedTrial {
  const parsed = fileSchema.safeParse(file);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw trialsErrors.create("import.invalid", {
      format: "CDISC USDM",
      where: issue?.path.join(".") || "file",
      problem: issue?.message ?? "",
    });
  }
  const { study } = parsed.data;
  const latest = study.versions.at(-1)!;
  const trial = emptyTrial("usdm");
  trial.id =
    latest.studyIdentifiers?.map((one) => one.text ?? one.studyIdentifier).find((one) => one !== undefined) ??
    study.name ??
    null;
  trial.title = latest.titles?.[0]?.text ?? latest.studyTitle ?? study.label ?? null;
  trial.interventions = (latest.studyInterventions ?? []).flatMap(({ label, name }) => label ?? name ?? []);
  const items = new Map((latest.eligibilityCriterionItems ?? []).map((one) => [one.id, one.text ?? ""]));
  for (const one of latest.studyDesigns ?? []) {
    trial.conditions.push(...(one.indications ?? []).flatMap(({ description, name }) => description ?? name ?? []));
    const phase = one.studyPhase?.standardCode?.decode;
    if (phase !== undefined) trial.phases.push(phase);
    for (const entry of inOrder(one.eligibilityCriteria ?? one.population?.criteria ?? [])) {
      const written = entry.text ?? items.get(entry.criterionItemId ?? "") ?? "";
      const text = plainText(withTags(written, latest.dictionaries ?? []));
      const category =
        entry.category?.code === inclusionCode || /inclusion/i.test(entry.category?.decode ?? "")
          ? "inclusion"
          : entry.category?.code === exclusionCode || /exclusion/i.test(entry.category?.decode ?? "")
            ? "exclusion"
            : null;
      if (text === "") trial.notes.push(`Criterion ${entry.identifier ?? entry.id} has no text.`);
      if (category === null)
        trial.notes.push(`Criterion ${entry.identifier ?? entry.id} is neither inclusion nor exclusion.`);
      addUnread(trial, text, category ?? "inclusion");
    }
  }
  return trial;
}

/** Parameter tags stand for values elsewhere in the file; their name is kept where the value cannot be found. */
function withTags(text: string, dictionaries: NonNullable<z.infer<typeof version>["dictionaries"]>): string {
  return text
    .replace(/<usdm:tag[^>]*name="([^"]+)"[^>]*\/?>(<\/usdm:tag>)?/g, (_, name: string) => {
      const map = dictionaries.flatMap((one) => one.parameterMaps ?? []).find((one) => one.tag === name);
      return map === undefined ? `[${name}]` : plainText(map.reference);
    })
    .replace(/<\/?usdm:ref[^>]*>/g, "");
}

function inOrder<T extends { id: string; previousId?: string | null | undefined; nextId?: string | null | undefined }>(
  list: readonly T[],
): T[] {
  const byId = new Map(list.map((one) => [one.id, one]));
  const ordered: T[] = [];
  const seen = new Set<string>();
  for (const start of [...list.filter(({ previousId }) => !previousId || !byId.has(previousId)), ...list]) {
    for (let at: T | undefined = start; at !== undefined && !seen.has(at.id); at = byId.get(at.nextId ?? "")) {
      seen.add(at.id);
      ordered.push(at);
    }
  }
  return ordered;
}
