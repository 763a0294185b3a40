"use client";

import type { SourceList } from "@qinghao/api/schema";
import { formatCount, PageBody, PageHeader, Section, Skeleton } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { Chip } from "../chip.tsx";
import { SourceTitle } from "../concept/sources-table.tsx";

type SourceView = SourceList["sources"][number];

/** Whose work the knowledge is: every source with licence, version, date, how much is theirs and how they wish to be named. */
export function SourcesPage() {
  const t = useTranslations("knowledge");
  const trpc = useTRPC();
  const found = useQuery(trpc.knowledge.sources.queryOptions(undefined, { staleTime: 600_000 }));
  return (
    <>
      <PageHeader
        above={
          <Link href="/knowledge" className="inline-flex items-center gap-0.5 hover:text-ink">
            <ChevronLeft aria-hidden size={12} />
            {t("title")}
          </Link>
        }
        title={t("sources.title")}
        description={t("sources.intro")}
      />
      <PageBody>
        {found.isError && <FailureState error={found.error} layout="page" onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton className="h-96 w-full" />}
        {found.data !== undefined && (
          <>
            <Packs packs={found.data.packs} />
            {found.data.packs.map(({ name }) => {
              const sources = found.data.sources.filter(
                (source) => source.pack === name && (isFirst(found.data, source) || isUsed(source)),
              );
              return sources.length === 0 ? null : <PackSources key={name} pack={name} sources={sources} />;
            })}
          </>
        )}
      </PageBody>
    </>
  );
}

/** A pack also names the sources whose concepts its relations point at; those stand with the pack that brings them. */
const isUsed = ({ counts }: SourceView): boolean => counts.concepts + counts.names + counts.relations > 0;
const isFirst = ({ sources }: SourceList, source: SourceView): boolean =>
  sources.find(({ id }) => id === source.id) === source;

const packNames = ["core", "share-alike", "project"] as const;

function usePackName(): (name: string) => string {
  const t = useTranslations("knowledge.sources.pack");
  return (name) => {
    const known = packNames.find((one) => one === name);
    return known === undefined ? name : t(known);
  };
}

function Packs({ packs }: { packs: SourceList["packs"] }) {
  const t = useTranslations("knowledge.sources");
  const locale = useLocale();
  const packName = usePackName();
  return (
    <Section title={t("packs")} meta={t("packsHelp")}>
      <SimpleTable
        label={t("packs")}
        className="max-w-3xl"
        rows={packs}
        rowId={({ name }) => name}
        columns={[
          { id: "name", name: t("packColumn"), className: "font-medium", cell: ({ name }) => packName(name) },
          { id: "version", name: t("version"), className: "font-mono text-xs", cell: ({ version }) => version },
          { id: "concepts", name: t("concepts"), align: "end", cell: ({ concepts }) => formatCount(locale, concepts) },
          { id: "names", name: t("names"), align: "end", cell: ({ names }) => formatCount(locale, names) },
        ]}
      />
    </Section>
  );
}

function PackSources({ pack, sources }: { pack: string; sources: readonly SourceView[] }) {
  const t = useTranslations("knowledge.sources");
  const packName = usePackName();
  return (
    <Section title={packName(pack)} meta={t("sourceCount", { count: sources.length })}>
      <ul className="flex flex-col">
        {sources.map((source) => (
          <Source key={source.id} source={source} />
        ))}
      </ul>
    </Section>
  );
}

function Source({ source }: { source: SourceView }) {
  const t = useTranslations("knowledge.sources");
  const locale = useLocale();
  const { concepts, names, relations } = source.counts;
  const facts = [
    { id: "version", label: t("version"), value: source.version },
    { id: "date", label: t("date"), value: source.date },
    { id: "concepts", label: t("concepts"), value: formatCount(locale, concepts) },
    { id: "names", label: t("names"), value: formatCount(locale, names) },
    { id: "relations", label: t("relations"), value: formatCount(locale, relations) },
  ];
  return (
    <li
      id={source.id}
      className="grid scroll-mt-4 gap-x-8 gap-y-1.5 border-b py-3 last:border-b-0 target:bg-accent-soft target:shadow-[0_0_0_8px_var(--qh-accent-soft)] xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <div className="flex flex-col items-start gap-1">
        <h3 className="text-sm font-medium">
          <SourceTitle source={source} />
        </h3>
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <span className="font-mono">{source.id}</span>
          <Chip tone={source.licenceClass === "S" || source.licenceClass === "H" ? "warn" : "plain"}>
            {source.licence}
          </Chip>
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        <dl className="numeric flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {facts.map(({ id, label, value }) => (
            <div key={id} className="flex gap-1.5">
              <dt className="text-ink-3">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p lang="en" className="max-w-4xl text-xs text-ink-2">
          {source.attribution}
        </p>
      </div>
    </li>
  );
}
