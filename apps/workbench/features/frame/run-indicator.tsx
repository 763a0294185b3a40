"use client";

import { ButtonLink, classNames, formatPercent, Tooltip, TooltipTrigger, useUiLocale } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useCurrentProject } from "./place.ts";

/** How many jobs run now, in all projects; a link to them. Asks often while something runs and seldom otherwise. */
export function RunIndicator() {
  const t = useTranslations("frame.running");
  const locale = useUiLocale();
  const trpc = useTRPC();
  const { projectId } = useCurrentProject();
  const running = useQuery(
    trpc.runs.list.queryOptions(
      { limit: 20 },
      { refetchInterval: (query) => ((query.state.data?.rows.length ?? 0) > 0 ? 2_000 : 10_000), retry: false },
    ),
  );
  const count = running.data?.rows.length ?? 0;
  const [first] = running.data?.rows ?? [];
  const href =
    first !== undefined && count === 1
      ? `/p/${first.projectId}/runs/${first.id}`
      : `/p/${first?.projectId ?? projectId}/runs`;
  const meaning = running.isError ? t("unreachable") : count === 0 ? t("none") : t("some", { count });
  if (count === 0 && !running.isError) return null;
  const progress = first?.progress;
  const share = progress?.total ? (progress.done + progress.failed) / progress.total : null;
  return (
    <TooltipTrigger>
      <ButtonLink look="quiet" size="small" href={running.isError ? "/system" : href}>
        <span
          aria-hidden
          className={classNames(
            "size-2 rounded-full",
            running.isError ? "bg-danger" : "animate-pulse bg-info motion-reduce:animate-none",
          )}
        />
        <span className="numeric max-md:screen-reader-only">
          {running.isError ? t("unreachableShort") : t("short", { count })}
          {count === 1 && share !== null && ` · ${formatPercent(locale, share)}`}
        </span>
      </ButtonLink>
      <Tooltip>{meaning}</Tooltip>
    </TooltipTrigger>
  );
}
