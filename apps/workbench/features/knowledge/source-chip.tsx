"use client";

import { Tooltip, TooltipTrigger } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { Link as AriaLink } from "react-aria-components/Link";
import { useSourceOf } from "./knowledge-scope.tsx";

/** Where a fact comes from: title, version, licence and date on hover and focus, the sources page on press. */
export function SourceChip({ id, isInGrid = false }: { id: string; isInGrid?: boolean }) {
  const t = useTranslations("knowledge.source");
  const source = useSourceOf()(id);
  const chip = "inline-flex h-5 max-w-40 items-center rounded-sm border px-1 text-xs text-ink-2 whitespace-nowrap";
  const facts =
    source === undefined
      ? id
      : t("facts", { title: source.title, version: source.version, licence: source.licence, date: source.date });
  // A cell of a grid holds no tab stops; there the facts stand in the title.
  if (isInGrid)
    return (
      <span className={chip} title={facts}>
        <span className="truncate">{id}</span>
      </span>
    );
  return (
    <TooltipTrigger delay={150}>
      <AriaLink
        href={`/knowledge/sources#${id}`}
        aria-label={t("of", { id })}
        className={`${chip} data-hovered:bg-hover data-hovered:text-ink`}
      >
        <span className="truncate">{id}</span>
      </AriaLink>
      <Tooltip>{facts}</Tooltip>
    </TooltipTrigger>
  );
}

export function SourceChips({ ids }: { ids: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {ids.map((id) => (
        <SourceChip key={id} id={id} />
      ))}
    </span>
  );
}
