"use client";

import type { RunScope } from "@qinghao/api/schema";
import { ButtonLink, formatCount, RadioGroup, Skeleton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { scopeOf } from "../../compound-filter/run-scope.ts";
import { filterOf, isFiltered, readTableState } from "../../compound-filter/table-state.ts";
import { useTRPC } from "../../trpc/client.ts";

type Choice = "all" | "filter";

/** What is screened: all compounds of the project, or those that the filter in the address shows. */
export function useLibrary(projectId: string) {
  const trpc = useTRPC();
  const query = useSearchParams();
  const state = useMemo(() => readTableState(query), [query]);
  const isNarrowed = isFiltered(state);
  const [chosen, choose] = useState<Choice>(isNarrowed ? "filter" : "all");
  const choice: Choice = isNarrowed ? chosen : "all";
  const project = useQuery(trpc.projects.get.queryOptions({ projectId }));
  const shown = useQuery(
    trpc.compounds.list.queryOptions({ projectId, ...filterOf(state), limit: 1 }, { enabled: isNarrowed }),
  );
  const all = project.data?.compounds ?? null;
  const filtered = shown.data?.total ?? null;
  const scope: RunScope = scopeOf(choice, state, []);
  return { isNarrowed, choice, choose, all, filtered, count: choice === "all" ? all : filtered, scope };
}

/** The choice between the whole project and the filter, and how to bring more compounds in. */
export function LibraryChoice({ projectId, library }: { projectId: string; library: ReturnType<typeof useLibrary> }) {
  const t = useTranslations("screening.plan");
  const locale = useLocale();
  const { isNarrowed, choice, choose, all, filtered } = library;
  const count = (value: number | null) => (value === null ? "…" : formatCount(locale, value));
  if (all === null) return <Skeleton className="h-12 w-full" />;
  return (
    <div className="flex flex-col gap-3">
      {isNarrowed && (
        <RadioGroup<Choice>
          label={t("libraryScope")}
          hideLabel
          value={choice}
          onChange={choose}
          options={[
            { id: "filter", label: t("libraryFilter", { count: count(filtered) }) },
            { id: "all", label: t("libraryAll", { count: count(all) }) },
          ]}
        />
      )}
      <p className="text-sm text-ink-2">{t(isNarrowed ? "libraryFile" : "libraryPart")}</p>
      <div className="flex flex-wrap gap-2">
        {!isNarrowed && (
          <ButtonLink size="small" href={`/p/${projectId}/compounds`}>
            {t("toCompounds")}
          </ButtonLink>
        )}
        <ButtonLink size="small" href={`/p/${projectId}/import`}>
          {t("toImport")}
        </ButtonLink>
      </div>
    </div>
  );
}
