"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { ButtonLink, CopyButton, formatCount, PageBody, PageHeader, Skeleton, type TabEntry, Tabs } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { mainName, otherName } from "../../../concepts/concept-name.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { KindChip } from "../kind-mark.tsx";
import { KnowledgeScope, useInProject } from "../knowledge-scope.tsx";
import { rememberConcept } from "../search/recent-concepts.ts";
import { useAddress } from "../use-address.ts";
import { FactsTab } from "./facts-tab.tsx";

const loading = () => <Skeleton className="h-72 w-full" />;
const TargetTab = dynamic(() => import("./target-tab.tsx").then((loaded) => loaded.TargetTab), { ssr: false, loading });
const DrugTab = dynamic(() => import("./drug-tab.tsx").then((loaded) => loaded.DrugTab), { ssr: false, loading });
const CodesTab = dynamic(() => import("./codes-tab.tsx").then((loaded) => loaded.CodesTab), { ssr: false, loading });
const RelationsTab = dynamic(() => import("./relations-tab.tsx").then((loaded) => loaded.RelationsTab), {
  ssr: false,
  loading,
});
const GraphTab = dynamic(() => import("./graph-tab.tsx").then((loaded) => loaded.GraphTab), { ssr: false, loading });

/** Everything known of one concept; a gene, a family and a drug open with what matters about them. */
export function ConceptPage({ conceptId, projectId }: { conceptId: string; projectId: string | null }) {
  return (
    <KnowledgeScope projectId={projectId}>
      <ConceptScreen key={conceptId} conceptId={conceptId} />
    </KnowledgeScope>
  );
}

function ConceptScreen({ conceptId }: { conceptId: string }) {
  const t = useTranslations("knowledge");
  const locale = useLocale();
  const trpc = useTRPC();
  const inProject = useInProject();
  const found = useQuery(trpc.knowledge.concept.queryOptions({ id: conceptId, ...inProject }, { staleTime: 60_000 }));
  const concept = found.data;
  useEffect(() => {
    if (concept !== undefined) rememberConcept(concept);
  }, [concept]);
  const other = concept === undefined ? null : otherName(concept, locale);
  return (
    <>
      <PageHeader
        above={
          <Link href="/knowledge" className="inline-flex items-center gap-0.5 hover:text-ink">
            <ChevronLeft aria-hidden size={12} />
            {t("title")}
          </Link>
        }
        title={concept === undefined ? conceptId : mainName(concept, locale)}
        state={concept && <KindChip kind={concept.kind} />}
        meta={
          concept && (
            <span className="inline-flex items-center gap-1 font-mono text-xs">
              {concept.id}
              <CopyButton text={concept.id} label={t("concept.copyId")} />
            </span>
          )
        }
        description={
          other === null ? concept && <FullName concept={concept} /> : <span lang={other.lang}>{other.text}</span>
        }
      />
      {concept === undefined ? (
        <PageBody>
          {found.isError ? (
            <FailureState
              error={found.error}
              layout="page"
              onRetry={() => void found.refetch()}
              actions={<ButtonLink href="/knowledge">{t("concept.toSearch")}</ButtonLink>}
            />
          ) : (
            <div aria-busy className="flex flex-col gap-4">
              <Skeleton className="h-9 w-96" />
              <Skeleton className="h-40 w-full" />
              <Skeleton className="h-40 w-full" />
            </div>
          )}
        </PageBody>
      ) : (
        <ConceptBody concept={concept} />
      )}
    </>
  );
}

/** A gene goes by its symbol; what the symbol stands for is said below it. */
function FullName({ concept }: { concept: ConceptView }) {
  if (concept.kind !== "gene" && concept.kind !== "family") return null;
  const full = concept.names.find(
    ({ text, role, language }) => role === "synonym" && language === "en" && text.includes(" "),
  );
  return full === undefined ? null : <span lang="en">{full.text}</span>;
}

type TabId = "target" | "drug" | "facts" | "codes" | "relations" | "graph";

function ConceptBody({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge.concept");
  const locale = useLocale();
  const [address, change] = useAddress();
  const relations = concept.relations.reduce((sum, { count }) => sum + count, 0);
  const count = (value: number) => formatCount(locale, value);
  const tabs: TabEntry<TabId>[] = [];
  if (concept.kind === "gene" || concept.kind === "family")
    tabs.push({ id: "target", label: t("tab.target"), content: <TargetTab id={concept.id} /> });
  if (concept.kind === "drug") tabs.push({ id: "drug", label: t("tab.drug"), content: <DrugTab id={concept.id} /> });
  tabs.push({ id: "facts", label: t("tab.facts"), content: <FactsTab concept={concept} /> });
  tabs.push({ id: "codes", label: t("tab.codes"), content: <CodesTab concept={concept} /> });
  tabs.push({
    id: "relations",
    label: t("tab.relations"),
    count: count(relations),
    content: <RelationsTab concept={concept} />,
  });
  tabs.push({ id: "graph", label: t("tab.graph"), content: <GraphTab concept={concept} /> });
  const first = tabs[0]?.id ?? "facts";
  const wanted = address.get("tab");
  const tab = tabs.find(({ id }) => id === wanted)?.id ?? first;
  const isFilled = tab === "relations" || tab === "graph";
  return (
    <PageBody scroll={isFilled ? "fixed" : "page"}>
      <Tabs
        label={t("tabs")}
        value={tab}
        onChange={(id) => change({ tab: id === first ? null : id, select: null, predicate: null })}
        tabs={tabs}
        {...(isFilled ? { className: "flex-1" } : {})}
      />
    </PageBody>
  );
}
