"use client";

import type { ConceptGraph } from "@qinghao/api/schema";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useTranslations } from "next-intl";
import { ConceptLink } from "../concept-link.tsx";
import { kindOrder } from "../kinds.ts";
import { useRelationPhrase } from "../relation-phrase.ts";
import { SourceChips } from "../source-chip.tsx";

/** The graph in words: every concept by kind, how it is joined to the middle and to how many others. */
export function GraphList({
  graph,
  hidden,
  selected,
  onSelect,
}: {
  graph: ConceptGraph;
  hidden: ReadonlySet<string>;
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const t = useTranslations("knowledge");
  const phrase = useRelationPhrase();
  const centre = graph.nodes.find(({ steps }) => steps === 0)?.id;
  const rows = graph.nodes
    .filter(({ steps, kind }) => steps > 0 && !hidden.has(kind))
    .map((node) => {
      const edges = graph.edges.filter(({ from, to }) => from === node.id || to === node.id);
      const direct = edges.filter(({ from, to }) => from === centre || to === centre);
      return { node, edges, direct };
    })
    .sort(
      (a, b) =>
        kindOrder.indexOf(a.node.kind) - kindOrder.indexOf(b.node.kind) ||
        a.node.steps - b.node.steps ||
        b.edges.length - a.edges.length,
    );
  return (
    <SimpleTable
      label={t("graph.list")}
      className="min-h-0 flex-1 overflow-y-auto"
      rows={rows}
      rowId={({ node }) => node.id}
      columns={[
        { id: "concept", name: t("relations.concept"), cell: ({ node }) => <ConceptLink concept={node} showKind /> },
        {
          id: "kind",
          name: t("relations.kind"),
          className: "whitespace-nowrap text-ink-2",
          cell: ({ node }) => t(`kind.${node.kind}`),
        },
        {
          id: "relation",
          name: t("graph.toCentre"),
          cell: ({ node, direct }) =>
            direct.length === 0 ? (
              <span className="text-ink-3">{t("graph.stepsAway", { steps: node.steps })}</span>
            ) : (
              [...new Set(direct.map((edge) => phrase(edge.predicate, edge.from === centre ? "out" : "in")))].join(
                " · ",
              )
            ),
        },
        { id: "links", name: t("graph.links"), align: "end", cell: ({ edges }) => edges.length },
        {
          id: "source",
          name: t("source.one"),
          cell: ({ edges }) => <SourceChips ids={[...new Set(edges.map(({ source }) => source))].slice(0, 3)} />,
        },
        {
          id: "select",
          name: <span className="screen-reader-only">{t("graph.select")}</span>,
          align: "end",
          cell: ({ node }) => (
            <button
              type="button"
              aria-pressed={node.id === selected}
              onClick={() => onSelect(node.id)}
              className="rounded-sm px-1.5 text-xs text-accent hover:bg-hover"
            >
              {t("graph.select")}
            </button>
          ),
        },
      ]}
    />
  );
}
