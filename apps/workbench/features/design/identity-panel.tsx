"use client";

import { AbsentValue, CopyButton, KeyValue, Notice, Skeleton } from "@qinghao/ui";
import { Formula } from "@qinghao/ui/science";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import type { StructureAnalysis } from "../../workers/chemistry-protocol.ts";
import { RegisterForm, shownName } from "./register-form.tsx";

export type IdentityPanelProps = {
  readonly projectId: string;
  readonly structure: StructureAnalysis | null;
  /** The structure shown belongs to an earlier drawing, which is out of date for good. */
  readonly isStale: boolean;
  /** The structure is that of the drawing as it is now. */
  readonly isCurrent: boolean;
};

/** What is drawn: formula and identifiers, what standardising changed, and whether it is registered. */
export function IdentityPanel({ projectId, structure, isStale, isCurrent }: IdentityPanelProps) {
  const t = useTranslations("design");
  return (
    <div className="flex flex-col gap-3">
      <Registration projectId={projectId} structure={structure} isCurrent={isCurrent} />
      {structure !== null && structure.changes.length > 0 && (
        <Notice>
          <ul>
            {structure.changes.map((change) => (
              <li key={change}>{t("change", { change })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <KeyValue
        className={isStale ? "opacity-45" : ""}
        items={[
          {
            key: "formula",
            label: t("formula"),
            value:
              structure === null ? <AbsentValue absence={{ kind: "unknown" }} /> : <Formula text={structure.formula} />,
          },
          {
            key: "smiles",
            label: <span className="leading-6">SMILES</span>,
            value: <Identifier value={structure?.smiles ?? null} copy={t("copySmiles")} />,
          },
          {
            key: "inchikey",
            label: <span className="leading-6">InChIKey</span>,
            value: <Identifier value={structure?.inchikey ?? null} copy={t("copyInchikey")} />,
          },
        ]}
      />
    </div>
  );
}

function Identifier({ value, copy }: { value: string | null; copy?: string }) {
  if (value === null) return <AbsentValue absence={{ kind: "unknown" }} />;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="min-w-0 truncate font-mono text-xs" title={value}>
        {value}
      </span>
      {copy !== undefined && <CopyButton text={value} label={copy} />}
    </span>
  );
}

function Registration({ projectId, structure, isCurrent }: Omit<IdentityPanelProps, "isStale">) {
  const t = useTranslations("design");
  const trpc = useTRPC();
  const inchikey = structure !== null && isCurrent ? structure.inchikey : null;
  const lookup = useQuery(
    trpc.compounds.lookup.queryOptions(
      { projectId, inchikey: inchikey ?? "" },
      { enabled: inchikey !== null, staleTime: 10_000 },
    ),
  );
  const found = inchikey === null ? undefined : lookup.data?.compound;
  if (inchikey !== null && lookup.isPending && !lookup.isError) return <Skeleton className="h-8" />;
  if (found !== undefined && found !== null)
    return (
      <p className="flex min-h-8 items-center gap-2 text-sm" data-registered={found.id}>
        <Check aria-hidden size={16} className="shrink-0 text-accent" />
        <span>
          {t.rich("registeredAs", {
            compound: () => (
              <Link
                href={`/p/${projectId}/compounds/${found.id}`}
                className="font-medium text-accent underline-offset-2 hover:underline"
              >
                {shownName(found)}
              </Link>
            ),
          })}
        </span>
      </p>
    );
  return <RegisterForm projectId={projectId} smiles={isCurrent ? (structure?.smiles ?? null) : null} />;
}
