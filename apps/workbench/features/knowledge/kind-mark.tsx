"use client";

import type { ConceptKind } from "@qinghao/knowledge/schema";
import { KindShape } from "@qinghao/ui/graph";
import { useTranslations } from "next-intl";
import { kindLooks } from "./kinds.ts";

/** The shape of a kind; its name is read aloud unless it stands beside. */
export function KindMark({ kind, isNamed = false }: { kind: ConceptKind; isNamed?: boolean }) {
  const t = useTranslations("knowledge.kind");
  return (
    <span className="relative inline-flex shrink-0 items-center" title={isNamed ? undefined : t(kind)}>
      <KindShape kind={kindLooks[kind]} />
      {!isNamed && <span className="screen-reader-only">{t(kind)}</span>}
    </span>
  );
}

export function KindChip({ kind }: { kind: ConceptKind }) {
  const t = useTranslations("knowledge.kind");
  return (
    <span className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-sm bg-hover px-1.5 text-xs font-medium text-ink">
      <KindMark kind={kind} isNamed />
      {t(kind)}
    </span>
  );
}
