import { sha256OfJson } from "@qinghao/data-space";
import {
  type CriteriaVersion,
  listCriteriaVersions,
  type SignOff,
  signaturesNeeded,
  type TrialSummary,
} from "@qinghao/db";
import type { TrialId } from "@qinghao/kernel";
import { compareDocuments, explainTree, lintDocument, type Terminology } from "@qinghao/trials";
import type { CriteriaVersionView, TrialSummaryView, TrialView } from "../schema.ts";
import type { Services } from "../services.ts";
import { terminologyFor } from "../trials/terminology.ts";
import { exampleView } from "./lint-example-view.ts";
import { moment, momentOrNull } from "./moment.ts";

export const trialSummaryView = (trial: TrialSummary): TrialSummaryView => ({
  id: trial.id,
  registryId: trial.registryId,
  title: trial.title,
  version: trial.version,
  state: trial.state,
  criteria: trial.criteria,
  lastRunAt: momentOrNull(trial.lastRunAt),
  updatedAt: moment(trial.updatedAt),
});

const signOffView = ({ person, at }: SignOff) => ({ person, at: moment(at) });

export function trialView(
  trial: Pick<TrialSummary, "id" | "registryId" | "title">,
  versions: readonly CriteriaVersion[],
): TrialView {
  return {
    id: trial.id,
    registryId: trial.registryId,
    title: trial.title,
    versions: versions.map((version) => {
      const criteria = { full: 0, partial: 0, none: 0 };
      for (const { computable } of version.document.criteria) criteria[computable]++;
      return {
        id: version.id,
        version: version.version,
        state: version.state,
        criteria,
        reviewed: version.document.criteria.filter(({ id }) => version.reviews[id] !== undefined).length,
        signOffs: version.signOffs.map(signOffView),
        createdAt: moment(version.createdAt),
      };
    }),
  };
}

/** A version with everything that its review page shows. */
export async function criteriaVersionView(services: Services, version: CriteriaVersion): Promise<CriteriaVersionView> {
  const terminology = await terminologyFor(services);
  const { document } = version;
  const before = await versionBefore(services, version);
  return {
    id: version.id,
    trialId: version.trialId,
    version: version.version,
    state: version.state,
    revision: version.revision,
    hash: await sha256OfJson(document),
    document,
    first: version.base.criteria,
    readings: document.criteria.map(({ id, tree }) => ({ id, reading: readingOf(tree, terminology) })),
    findings: lintDocument(document, terminology).map(({ code, severity, criteria, message, witness }) => ({
      rule: code,
      severity,
      criteria: [...criteria],
      message,
      example: witness === null ? null : exampleView(witness, terminology),
    })),
    reviews: version.reviews,
    signOffs: version.signOffs.map(signOffView),
    signaturesNeeded,
    changes: before === null ? null : compareDocuments(before.document, document),
  };
}

export const readingOf = (tree: Parameters<typeof explainTree>[0], terminology: Terminology) => ({
  en: explainTree(tree, terminology, "en"),
  zh: explainTree(tree, terminology, "zh"),
});

async function versionBefore(
  services: Services,
  { trialId, version }: CriteriaVersion,
): Promise<CriteriaVersion | null> {
  if (version === 1) return null;
  const versions = await listCriteriaVersions(services.db, trialId as TrialId);
  return versions.find((one) => one.version === version - 1) ?? null;
}
