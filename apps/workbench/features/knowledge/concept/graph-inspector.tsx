"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import type { Predicate } from "@qinghao/knowledge/schema";
import { Button, ButtonLink, Inspector } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { conceptHref, mainName, otherName } from "../../../concepts/concept-name.ts";
import { KindChip, KindMark } from "../kind-mark.tsx";
import { useRelationPhrase } from "../relation-phrase.ts";
import { SourceChip } from "../source-chip.tsx";

type Edge = { from: string; to: string; predicate: Predicate; source: string };

const shownAtFirst = 30;

/** The selected concept of a graph: what joins it to the others that are drawn. */
export function GraphInspector({
  concept,
  centre,
  edges,
  nodes,
  onSelect,
  onClose,
}: {
  concept: ConceptRef;
  centre: ConceptRef;
  edges: readonly Edge[];
  nodes: readonly ConceptRef[];
  onSelect: (id: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("knowledge.graph");
  const locale = useLocale();
  const phrase = useRelationPhrase();
  const [isAll, setAll] = useState(false);
  const other = otherName(concept, locale);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const joined = edges
    .map((edge) => ({ edge, node: byId.get(edge.from === concept.id ? edge.to : edge.from) }))
    .sort((a, b) => Number(b.node?.id === centre.id) - Number(a.node?.id === centre.id));
  const shown = isAll ? joined : joined.slice(0, shownAtFirst);
  return (
    <Inspector title={mainName(concept, locale)} onClose={onClose}>
      <div className="flex flex-col gap-4 text-sm">
        <div className="flex flex-col items-start gap-1">
          <KindChip kind={concept.kind} />
          {other !== null && <p lang={other.lang}>{other.text}</p>}
          <p className="font-mono text-xs text-ink-3">{concept.id}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="small" look="primary" href={conceptHref(concept.id)}>
            {t("open")}
          </ButtonLink>
          {concept.id !== centre.id && (
            <ButtonLink size="small" href={`${conceptHref(concept.id)}?tab=graph`}>
              {t("centreHere")}
            </ButtonLink>
          )}
        </div>
        <section className="flex flex-col gap-1">
          <h3 className="numeric text-xs font-medium text-ink-3">{t("joined", { count: joined.length })}</h3>
          <ul className="flex flex-col">
            {shown.map(({ edge, node }) =>
              node === undefined ? null : (
                <li
                  key={`${edge.from} ${edge.to} ${edge.predicate} ${edge.source}`}
                  className="flex flex-col items-start gap-0.5 border-b py-1.5 last:border-b-0"
                >
                  <span className="flex items-center gap-2 text-xs text-ink-3">
                    {phrase(edge.predicate, edge.from === concept.id ? "out" : "in")}
                    <SourceChip id={edge.source} />
                  </span>
                  <button
                    type="button"
                    onClick={() => onSelect(node.id)}
                    className="flex items-center gap-1.5 rounded-sm text-left text-ink hover:text-accent"
                  >
                    <KindMark kind={node.kind} />
                    {mainName(node, locale)}
                  </button>
                </li>
              ),
            )}
          </ul>
          {joined.length > shown.length && (
            <Button size="small" className="self-start" onPress={() => setAll(true)}>
              {t("showAll", { count: joined.length })}
            </Button>
          )}
        </section>
      </div>
    </Inspector>
  );
}
