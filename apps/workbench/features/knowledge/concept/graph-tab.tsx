"use client";

import type { ConceptRef, ConceptView } from "@qinghao/api/schema";
import type { ConceptKind, Predicate } from "@qinghao/knowledge/schema";
import { EmptyState, Segmented, Select, Skeleton } from "@qinghao/ui";
import { GraphLegend, type GraphSpec, NetworkGraph } from "@qinghao/ui/graph";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { conceptHref, mainName } from "../../../concepts/concept-name.ts";
import { toCsv } from "../../../export/csv.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { kindLooks, kindOrder } from "../kinds.ts";
import { useInProject } from "../knowledge-scope.tsx";
import { RequiredNotices } from "../required-notices.tsx";
import { listIn, useAddress } from "../use-address.ts";
import { predicateOrder } from "../vocabulary.ts";
import { GraphInspector } from "./graph-inspector.tsx";
import { GraphList } from "./graph-list.tsx";

const limits = ["50", "100", "200", "400"] as const;

/** What surrounds the concept, drawn; the same as a list for those who would rather read. */
export function GraphTab({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const inProject = useInProject();
  const [address, change] = useAddress();
  const limit = limits.find((one) => one === address.get("limit")) ?? "200";
  const predicate = predicateOrder.find((one) => one === address.get("predicate")) ?? null;
  const hidden = useMemo(() => new Set<string>(listIn(address.get("hide"), kindOrder)), [address]);
  const isList = address.get("view") === "list";
  const selectedId = address.get("select");
  const found = useQuery(
    trpc.knowledge.graph.queryOptions(
      {
        id: concept.id,
        limit: Number(limit),
        ...(predicate === null ? {} : { predicates: [predicate] }),
        ...inProject,
      },
      { staleTime: 60_000, placeholderData: keepPreviousData },
    ),
  );
  const graph = found.data;
  const kinds = useMemo(() => countKinds(graph?.nodes ?? []), [graph]);
  const shownKinds = kinds.map(({ id, count }) => ({ id, count, name: t(`kind.${id}`), ...kindLooks[id] }));
  const title = mainName(concept, locale);
  const spec = useMemo<GraphSpec | null>(() => {
    if (graph === undefined) return null;
    const nodes = graph.nodes.filter(({ kind, steps }) => steps === 0 || !hidden.has(kind));
    const shown = new Set(nodes.map(({ id }) => id));
    return {
      title,
      kinds: shownKinds,
      nodes: nodes.map((node) => ({ id: node.id, kind: node.kind, steps: node.steps, label: mainName(node, locale) })),
      edges: graph.edges
        .filter(({ from, to }) => shown.has(from) && shown.has(to))
        .map(({ from, to, predicate: label }) => ({ from, to, label })),
    };
  }, [graph, hidden, title, locale]);
  const selected = graph?.nodes.find(({ id }) => id === selectedId);
  const offered = predicateOrder.filter((one) => concept.relations.some((relation) => relation.predicate === one));
  const select = (id: string | null) => change({ select: id }, "replace");
  const open = (id: string) => router.push(`${conceptHref(id)}?tab=graph`);
  return (
    <div className="flex min-h-0 flex-1 gap-4">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
        <div data-print="hidden" className="flex flex-wrap items-center gap-2">
          <Select
            label={t("graph.predicate")}
            hideLabel
            value={predicate ?? "all"}
            onChange={(id) => change({ predicate: id === "all" ? null : id, select: null })}
            options={[
              { id: "all", label: t("graph.allPredicates") },
              ...offered.map((id) => ({ id, label: t(`predicateName.${id}`) })),
            ]}
            className="w-52"
          />
          <Select
            label={t("graph.limit")}
            hideLabel
            value={limit}
            onChange={(id) => change({ limit: id === "200" ? null : id })}
            options={limits.map((id) => ({ id, label: t("graph.limitOf", { count: Number(id) }) }))}
            className="w-40"
          />
          <Segmented
            label={t("graph.view")}
            value={isList ? "list" : "drawing"}
            onChange={(view) => change({ view: view === "list" ? view : null })}
            options={[
              { id: "drawing", label: t("graph.drawing") },
              { id: "list", label: t("graph.list") },
            ]}
          />
          {graph !== undefined && (
            <p role="status" className="numeric text-xs text-ink-3">
              {t("graph.facts", {
                nodes: graph.nodes.length,
                edges: graph.edges.length,
                omitted: graph.omitted,
              })}
            </p>
          )}
        </div>
        <GraphLegend
          kinds={shownKinds}
          hidden={hidden}
          onChange={(next) => change({ hide: kindOrder.filter((kind) => next.has(kind)).join(",") })}
        />
        {found.isError && <FailureState error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Skeleton className="min-h-96 w-full flex-1" />}
        {graph !== undefined && graph.nodes.length <= 1 && (
          <EmptyState title={t("graph.alone")}>{t("graph.aloneAdvice")}</EmptyState>
        )}
        {graph !== undefined && spec !== null && graph.nodes.length > 1 && (
          <>
            {isList ? (
              <GraphList graph={graph} hidden={hidden} selected={selectedId} onSelect={select} />
            ) : (
              <NetworkGraph
                spec={spec}
                selected={selected === undefined ? null : selected.id}
                onSelect={select}
                onOpen={open}
                csv={() => graphCsv(graph.nodes, graph.edges)}
                className="min-h-80 flex-1"
              />
            )}
            <RequiredNotices sources={graph.edges.map(({ source }) => source)} />
          </>
        )}
      </div>
      {selected !== undefined && graph !== undefined && (
        <GraphInspector
          concept={selected}
          centre={concept}
          edges={graph.edges.filter(({ from, to }) => from === selected.id || to === selected.id)}
          nodes={graph.nodes}
          onSelect={select}
          onClose={() => select(null)}
        />
      )}
    </div>
  );
}

function countKinds(nodes: readonly { kind: ConceptKind }[]): { id: ConceptKind; count: number }[] {
  const counts = new Map<ConceptKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return kindOrder.flatMap((id) => (counts.has(id) ? [{ id, count: counts.get(id) ?? 0 }] : []));
}

function graphCsv(
  nodes: readonly ConceptRef[],
  edges: readonly { from: string; to: string; predicate: Predicate; source: string }[],
): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const facts = (id: string) => {
    const node = byId.get(id);
    return [id, node?.kind ?? null, node?.name.en ?? null, node?.name.zh ?? null];
  };
  return toCsv(
    [
      "from",
      "from_kind",
      "from_name_en",
      "from_name_zh",
      "predicate",
      "to",
      "to_kind",
      "to_name_en",
      "to_name_zh",
      "source",
    ],
    edges.map(({ from, to, predicate, source }) => [...facts(from), predicate, ...facts(to), source]),
  );
}
