"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { ButtonLink, CopyButton, formatDecimal, Inspector, KeyValue, Skeleton, useUiLocale } from "@qinghao/ui";
import { Formula } from "@qinghao/ui/science";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { MoleculeDepiction } from "../../workers/molecule-depiction.tsx";
import { editAddress } from "./addresses.ts";
import { CompoundPrediction } from "./columns.tsx";

export type CompoundInspectorProps = {
  readonly projectId: string;
  readonly compoundId: string;
  readonly endpoints: readonly EndpointLabel[];
  /** Address of the compound's own page. */
  readonly href: string;
  readonly onClose: () => void;
};

/** The selected compound beside the table. */
export function CompoundInspector({ projectId, compoundId, endpoints, href, onClose }: CompoundInspectorProps) {
  const t = useTranslations("compounds.inspector");
  const trpc = useTRPC();
  const found = useQuery(
    trpc.compounds.get.queryOptions({ projectId, compoundId }, { placeholderData: keepPreviousData }),
  );
  return (
    <Inspector title={found.data?.name ?? found.data?.id ?? compoundId} onClose={onClose}>
      {found.isError ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <div role="status" className="flex flex-col gap-3" aria-label={t("loading")}>
          <Skeleton className="h-52" />
          <Skeleton />
          <Skeleton />
        </div>
      ) : (
        <Summary compound={found.data} endpoints={endpoints} projectId={projectId} href={href} />
      )}
    </Inspector>
  );
}

type SummaryProps = Pick<CompoundInspectorProps, "projectId" | "endpoints" | "href"> & {
  readonly compound: CompoundView;
};

function Summary({ compound, endpoints, projectId, href }: SummaryProps) {
  const t = useTranslations("compounds");
  const locale = useUiLocale();
  const { descriptors } = compound;
  return (
    <div className="flex flex-col gap-4">
      <MoleculeDepiction smiles={compound.smiles} name={compound.name} width={324} height={216} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" href={href}>
          {t("inspector.open")}
        </ButtonLink>
        <ButtonLink size="small" href={editAddress(projectId, compound)}>
          {t("inspector.edit")}
        </ButtonLink>
        <CopyButton look="button" text={compound.smiles} label={t("copySmiles")} />
      </div>
      <section className="flex flex-col gap-2">
        <h3 className="text-xs font-medium text-ink-3">{t("inspector.predictions")}</h3>
        <ul className="flex flex-col">
          {endpoints.map((endpoint) => (
            <li key={endpoint.id} className="flex items-center gap-2 border-t py-1.5 text-sm first:border-t-0">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{endpoint.name}</span>
                <span className="block text-xs text-ink-3">{endpoint.unit}</span>
              </span>
              <CompoundPrediction
                cell={compound.predictions[endpoint.id] ?? null}
                unit={endpoint.unit}
                layout="stack"
                locale={locale}
              />
            </li>
          ))}
        </ul>
      </section>
      <KeyValue
        items={[
          { key: "id", label: t("column.id"), value: <Code text={compound.id} /> },
          { key: "formula", label: t("column.formula"), value: <Formula text={compound.formula} /> },
          { key: "mw", label: t("inspector.weight"), value: number(compound.molWeight, 2) },
          { key: "clogp", label: t("column.clogp"), value: number(descriptors.clogp, 2) },
          { key: "tpsa", label: t("inspector.tpsa"), value: number(descriptors.tpsa, 1) },
          { key: "hbd", label: t("column.hbd"), value: number(descriptors.hbd, 0) },
          { key: "hba", label: t("column.hba"), value: number(descriptors.hba, 0) },
          { key: "rotatable", label: t("column.rotatableBonds"), value: number(descriptors.rotatableBonds, 0) },
          { key: "fsp3", label: t("column.fsp3"), value: number(descriptors.fsp3, 2) },
          { key: "smiles", label: "SMILES", value: <Code text={compound.smiles} /> },
          { key: "inchikey", label: "InChIKey", value: <Code text={compound.inchikey} /> },
        ]}
      />
    </div>
  );
}

const Code = ({ text }: { text: string }) => <span className="font-mono text-xs break-all">{text}</span>;
const number = (value: number, decimals: number) => <span className="numeric">{formatDecimal(value, decimals)}</span>;
