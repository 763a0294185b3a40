"use client";

import type { DrugView } from "@qinghao/api/schema";
import { ButtonLink, CopyButton, KeyValue, Notice, Section, Skeleton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { mainName } from "../../../concepts/concept-name.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ConceptLink } from "../concept-link.tsx";
import { useInProject, useKnowledgeProject } from "../knowledge-scope.tsx";
import { RequiredNotices } from "../required-notices.tsx";
import { SourceChip } from "../source-chip.tsx";
import { RelationTable } from "./relation-table.tsx";

const MoleculeDepiction = dynamic(
  () => import("../../../workers/molecule-depiction.tsx").then((loaded) => loaded.MoleculeDepiction),
  { ssr: false },
);

/** A drug: what it is, what it acts on, what it is used and tried for. */
export function DrugTab({ id }: { id: string }) {
  const trpc = useTRPC();
  const inProject = useInProject();
  const found = useQuery(trpc.knowledge.drug.queryOptions({ id, ...inProject }, { staleTime: 60_000 }));
  if (found.isError) return <FailureState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined)
    return (
      <div aria-busy className="flex flex-col gap-4">
        <Skeleton className="h-52 w-full" />
        <Skeleton className="h-64 w-full" />
      </div>
    );
  return <DrugBody drug={found.data} />;
}

function DrugBody({ drug }: { drug: DrugView }) {
  const t = useTranslations("knowledge.drug");
  // A drug is tested in trials and, where the source sums them up, in diseases; the latter come first.
  const trials = drug.trials.rows.filter(({ concept }) => concept.kind === "trial");
  const studied = drug.trials.rows.filter(({ concept }) => concept.kind !== "trial");
  const trialCount = drug.trials.total - studied.length;
  return (
    <>
      <Identity drug={drug} />
      <Section title={t("targets")} meta={t("targetsHelp")}>
        <RelationTable label={t("targets")} relations={drug.targets} empty={t("noTargets")} first={12} />
      </Section>
      <Section title={t("indications")}>
        <RelationTable
          label={t("indications")}
          relations={[...drug.indications, ...studied]}
          empty={t("noIndications")}
          first={12}
        />
      </Section>
      <Section title={t("trials")} meta={t("trialCount", { count: trialCount })}>
        <RelationTable label={t("trials")} relations={trials} empty={t("noTrials")} />
        {trialCount > trials.length && (
          <p className="text-xs text-ink-3">{t("firstTrials", { count: trials.length })}</p>
        )}
      </Section>
      <Section title={t("interactions")}>
        <Notice tone="warn">{t("interactionsDated")}</Notice>
        <RelationTable label={t("interactions")} relations={drug.interactions} empty={t("noInteractions")} />
      </Section>
      <RequiredNotices sources={drug.sources.map(({ id }) => id)} />
    </>
  );
}

function Identity({ drug }: { drug: DrugView }) {
  const t = useTranslations("knowledge.drug");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-4 pb-5">
      <div className="flex min-h-44 w-72 items-center justify-center rounded-md bg-surface p-2">
        {drug.smiles === null ? (
          <p className="max-w-52 text-center text-sm text-ink-3">{t("noStructure")}</p>
        ) : (
          <MoleculeDepiction smiles={drug.smiles.text} name={mainName(drug.drug, locale)} width={268} height={176} />
        )}
      </div>
      <div className="flex min-w-72 flex-1 flex-col gap-4">
        <KeyValue
          items={[
            {
              key: "inchikey",
              label: "InChIKey",
              value:
                drug.inchikey === null ? (
                  "–"
                ) : (
                  <span className="inline-flex items-center gap-1 font-mono text-xs break-all">
                    {drug.inchikey}
                    <CopyButton text={drug.inchikey} label={t("copyKey")} />
                  </span>
                ),
            },
            ...(drug.smiles === null
              ? []
              : [
                  {
                    key: "smiles",
                    label: "SMILES",
                    value: (
                      <span className="inline-flex flex-wrap items-center gap-1">
                        <span className="font-mono text-xs break-all">{drug.smiles.text}</span>
                        <CopyButton text={drug.smiles.text} label={t("copySmiles")} />
                        {drug.smiles.from === "project" ? (
                          <span className="text-xs text-ink-3">{t("fromProject")}</span>
                        ) : (
                          <SourceChip id={drug.smiles.from} />
                        )}
                      </span>
                    ),
                  },
                ]),
            {
              key: "classes",
              label: t("classes"),
              value:
                drug.classes.length === 0 ? (
                  "–"
                ) : (
                  <ul className="flex flex-col">
                    {drug.classes.map((one) => (
                      <li key={one.id} className="flex min-h-6 flex-wrap items-center gap-x-2">
                        <ConceptLink concept={one} showOther={false} />
                        {!one.id.endsWith(`:${mainName(one, locale)}`) && (
                          <span className="font-mono text-xs text-ink-3">{one.id}</span>
                        )}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
        <Registration drug={drug} />
      </div>
    </div>
  );
}

/** Whether the open project holds the drug as a compound, and the way to make it so. */
function Registration({ drug }: { drug: DrugView }) {
  const t = useTranslations("knowledge.drug");
  const project = useKnowledgeProject();
  if (project === null) return <p className="text-sm text-ink-3">{t("noProject")}</p>;
  const name = project.name ?? project.id;
  if (drug.compound !== null)
    return (
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <span className="text-ink-2">{t("registered", { project: name })}</span>
        <ButtonLink size="small" href={`/p/${project.id}/compounds/${drug.compound.id}`}>
          {drug.compound.name ?? drug.compound.id}
        </ButtonLink>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span className="text-ink-2">{t("notRegistered", { project: name })}</span>
      {drug.smiles !== null && (
        <ButtonLink size="small" href={`/p/${project.id}/design?smiles=${encodeURIComponent(drug.smiles.text)}`}>
          {t("register")}
        </ButtonLink>
      )}
    </div>
  );
}
