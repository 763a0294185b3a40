"use client";

import type { TargetView } from "@qinghao/api/schema";
import { Section, Skeleton } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ConceptLink } from "../concept-link.tsx";
import { useDetailValue } from "../detail-text.ts";
import { useInProject } from "../knowledge-scope.tsx";
import { RequiredNotices } from "../required-notices.tsx";
import { SourceChips } from "../source-chip.tsx";
import { Phase } from "./phase.tsx";
import { ProjectCompounds, ProjectStructures } from "./project-finds.tsx";
import { RelationTable } from "./relation-table.tsx";
import { ShortList } from "./short-list.tsx";

/** A gene or family as a chemist looks at it: what acts on it, what it is tied to, what of it the project has. */
export function TargetTab({ id }: { id: string }) {
  const trpc = useTRPC();
  const inProject = useInProject();
  const found = useQuery(trpc.knowledge.target.queryOptions({ id, ...inProject }, { staleTime: 60_000 }));
  if (found.isError) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined)
    return (
      <div aria-busy className="flex flex-col gap-4">
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    );
  return <TargetBody target={found.data} />;
}

function TargetBody({ target }: { target: TargetView }) {
  const t = useTranslations("knowledge.target");
  const detailValue = useDetailValue();
  const drugs = mergeDrugs(target.drugs);
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-3 pb-5 text-sm">
        <div className="flex flex-col gap-0.5">
          <dt className="text-xs text-ink-3">UniProt</dt>
          <dd className="flex flex-wrap gap-2">
            {target.uniprot.length === 0
              ? "–"
              : target.uniprot.map((accession) => <UniProt key={accession} accession={accession} />)}
          </dd>
        </div>
        <div className="flex flex-col gap-0.5">
          <dt className="text-xs text-ink-3">{t("families")}</dt>
          <dd className="flex flex-wrap gap-x-3">
            {target.families.length === 0
              ? "–"
              : target.families.map((family) => (
                  <ConceptLink key={family.id} concept={family} showKind showOther={false} />
                ))}
          </dd>
        </div>
        <Count label={t("drugs")} value={drugs.length} />
        <Count label={t("diseases")} value={target.diseases.length} />
        <Count label={t("pathways")} value={target.pathways.length} />
        <Count label={t("evidence")} value={target.evidence.length} />
      </dl>
      <Section title={t("drugs")} meta={t("drugsHelp")}>
        <ShortList items={drugs} first={15} empty={t("noDrugs")}>
          {(shown) => (
            <SimpleTable
              label={t("drugs")}
              rows={shown}
              rowId={({ drug }) => drug.id}
              columns={[
                {
                  id: "drug",
                  name: t("drug"),
                  className: "min-w-52",
                  cell: ({ drug }) => <ConceptLink concept={drug} showKind />,
                },
                {
                  id: "action",
                  name: t("action"),
                  cell: ({ actions }) => (
                    <ul>
                      {actions.map(({ action }) => (
                        <li key={action} className="min-h-6">
                          {action === null ? <span className="text-ink-3">–</span> : detailValue(action)}
                        </li>
                      ))}
                    </ul>
                  ),
                },
                {
                  id: "phase",
                  name: t("phase"),
                  className: "whitespace-nowrap",
                  cell: ({ phase }) => <Phase phase={phase} />,
                },
                {
                  id: "source",
                  name: t("source"),
                  cell: ({ actions }) => (
                    <ul>
                      {actions.map(({ action, sources }) => (
                        <li key={action} className="min-h-6">
                          <SourceChips ids={sources} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
          )}
        </ShortList>
      </Section>
      <ProjectCompounds target={target} />
      <ProjectStructures target={target} />
      <Section title={t("diseases")} meta={t("diseasesHelp")}>
        <RelationTable label={t("diseases")} relations={target.diseases} empty={t("noDiseases")} />
      </Section>
      <Section title={t("evidence")} meta={t("evidenceHelp")}>
        <RelationTable label={t("evidence")} relations={target.evidence} empty={t("noEvidence")} />
      </Section>
      <Section title={t("pathways")}>
        <RelationTable label={t("pathways")} relations={target.pathways} empty={t("noPathways")} />
      </Section>
      <RequiredNotices sources={target.sources.map(({ id }) => id)} />
    </>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="numeric font-medium">{value}</dd>
    </div>
  );
}

function UniProt({ accession }: { accession: string }) {
  const t = useTranslations("knowledge.concept");
  return (
    <a
      href={`https://www.uniprot.org/uniprotkb/${encodeURIComponent(accession)}`}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("opensElsewhere", { system: "UniProt", value: accession })}
      className="inline-flex items-center gap-1 font-mono text-xs underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
    >
      {accession}
      <ExternalLink aria-hidden size={12} className="text-ink-3" />
    </a>
  );
}

type DrugRow = Pick<TargetView["drugs"][number], "drug" | "phase"> & {
  actions: { action: string | null; sources: string[] }[];
};

/** One row per drug with each action and who states it; drugs whose action is stated come before those only measured. */
function mergeDrugs(drugs: TargetView["drugs"]): DrugRow[] {
  const rows = new Map<string, DrugRow>();
  for (const { drug, phase, action, source } of drugs) {
    const row = rows.get(drug.id) ?? { drug, phase, actions: [] };
    rows.set(drug.id, row);
    const same = row.actions.find((one) => one.action === action);
    if (same === undefined) row.actions.push({ action, sources: [source] });
    else if (!same.sources.includes(source)) same.sources.push(source);
  }
  for (const { actions } of rows.values())
    actions.sort((a, b) => Number(a.action === null) - Number(b.action === null));
  const isStated = ({ actions }: DrugRow) => actions.some(({ action }) => action !== null);
  return [...rows.values()].sort(
    (a, b) => (b.phase ?? -1) - (a.phase ?? -1) || Number(isStated(b)) - Number(isStated(a)),
  );
}
