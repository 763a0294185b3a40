"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { ButtonLink, PageBody, PageHeader, Section, Skeleton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { editAddress } from "./addresses.ts";
import { CompoundHistory } from "./compound-history.tsx";
import { CompoundOrigin } from "./compound-origin.tsx";
import { CompoundPredictions } from "./compound-predictions.tsx";
import { CompoundProperties } from "./compound-properties.tsx";
import { CompoundStructures } from "./compound-structures.tsx";
import { type Neighbours, useNeighbours } from "./use-neighbours.ts";

export type CompoundScreenProps = { readonly projectId: string; readonly compoundId: string };

/** One compound: structure, predictions, properties, where it came from and what was computed for it. */
export function CompoundScreen({ projectId, compoundId }: CompoundScreenProps) {
  const t = useTranslations("compounds.compound");
  const trpc = useTRPC();
  const neighbours = useNeighbours(projectId);
  const found = useQuery(trpc.compounds.get.queryOptions({ projectId, compoundId }));
  const compound = found.data;
  return (
    <>
      <PageHeader
        above={
          <Link href={neighbours.tableHref} className="hover:text-ink hover:underline">
            {t("back")}
          </Link>
        }
        title={compound === undefined ? compoundId : (compound.name ?? compound.id)}
        meta={compound !== undefined && compound.name !== null ? compound.id : undefined}
        actions={
          <>
            <Steps neighbours={neighbours} />
            {compound !== undefined && <ButtonLink href={editAddress(projectId, compound)}>{t("edit")}</ButtonLink>}
          </>
        }
      />
      <PageBody>
        {found.isError ? (
          <FailureState
            error={found.error}
            layout="page"
            onRetry={() => void found.refetch()}
            actions={<ButtonLink href={neighbours.tableHref}>{t("back")}</ButtonLink>}
          />
        ) : compound === undefined ? (
          <div className="flex flex-col gap-4" aria-busy>
            <Skeleton className="h-72" />
            <Skeleton className="h-40" />
          </div>
        ) : (
          <Body key={compound.id} compound={compound} />
        )}
      </PageBody>
    </>
  );
}

function Body({ compound }: { compound: CompoundView }) {
  const t = useTranslations("compounds.compound");
  const endpoints = useEndpoints().filter((endpoint) => endpoint.isAvailable);
  return (
    <>
      <Section title={t("structure")}>
        <CompoundStructures compound={compound} endpoints={endpoints} />
      </Section>
      <Section title={t("predictions")}>
        <CompoundPredictions compound={compound} endpoints={endpoints} />
      </Section>
      <Section title={t("properties")}>
        <CompoundProperties compound={compound} />
      </Section>
      <Section title={t("origin")}>
        <CompoundOrigin compound={compound} />
      </Section>
      <Section title={t("history")}>
        <CompoundHistory compound={compound} endpoints={endpoints} />
      </Section>
    </>
  );
}

function Steps({ neighbours: { previousHref, nextHref, place } }: { neighbours: Neighbours }) {
  const t = useTranslations("compounds.compound");
  if (place === null) return null;
  return (
    <nav aria-label={t("steps")} className="flex items-center gap-1">
      <span className="numeric pr-1 text-sm text-ink-3">{t("place", place)}</span>
      <ButtonLink
        look="quiet"
        aria-label={t("previous")}
        isDisabled={previousHref === null}
        {...(previousHref === null ? {} : { href: previousHref })}
      >
        <ChevronLeft aria-hidden size={16} />
      </ButtonLink>
      <ButtonLink
        look="quiet"
        aria-label={t("next")}
        isDisabled={nextHref === null}
        {...(nextHref === null ? {} : { href: nextHref })}
      >
        <ChevronRight aria-hidden size={16} />
      </ButtonLink>
    </nav>
  );
}
