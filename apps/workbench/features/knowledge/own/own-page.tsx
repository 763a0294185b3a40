"use client";

import { Button, EmptyState, FilterBar, PageHeader, SearchField, Segmented } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Download, FileUp, Library, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fileName } from "../../../export/csv.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { KnowledgeScope, useKnowledgeProject } from "../knowledge-scope.tsx";
import { useAddress } from "../use-address.ts";
import type { StoredEntry } from "./own-entry.ts";
import { OwnTable } from "./own-table.tsx";
import { useOwnChanges } from "./use-own-changes.ts";

const EntrySheet = dynamic(() => import("./entry-sheet.tsx").then((loaded) => loaded.EntrySheet), { ssr: false });
const ImportSheet = dynamic(() => import("./import-sheet.tsx").then((loaded) => loaded.ImportSheet), { ssr: false });

const shows = ["all", "concept", "name", "code", "dangling"] as const;

/** What a project adds to the shipped knowledge: stored apart, exported whole, removed with undo. */
export function OwnPage({ projectId }: { projectId: string }) {
  return (
    <KnowledgeScope projectId={projectId}>
      <OwnScreen projectId={projectId} />
    </KnowledgeScope>
  );
}

function OwnScreen({ projectId }: { projectId: string }) {
  const t = useTranslations("knowledge.own");
  const tKnowledge = useTranslations("knowledge");
  const trpc = useTRPC();
  const project = useKnowledgeProject();
  const [address, change] = useAddress();
  const show = shows.find((one) => one === address.get("show")) ?? "all";
  const text = address.get("text") ?? "";
  const found = useQuery(trpc.knowledge.own.list.queryOptions({ projectId }));
  const { remove } = useOwnChanges(projectId);
  const [sheet, setSheet] = useState<{ kind: "entry"; entry: StoredEntry | null } | { kind: "import" } | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const entries = found.data?.entries ?? [];
  const rows = entries.filter(
    (one) => (show === "all" || (show === "dangling" ? one.dangling : one.entry.entry === show)) && isNamed(one, text),
  );
  const chosen = entries.filter(({ id }) => selected.has(id));
  const isEmpty = found.isSuccess && entries.length === 0;
  const add = () => setSheet({ kind: "entry", entry: null });
  const upload = () => setSheet({ kind: "import" });
  const download = async () => {
    const { writeEntryTable } = await import("@qinghao/knowledge");
    const table = writeEntryTable((chosen.length > 0 ? chosen : entries).map(({ entry }) => entry));
    saveFile(`${fileName(project?.name ?? projectId, "knowledge")}.tsv`, "text/tab-separated-values", table);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        above={
          <Link href="/knowledge" className="inline-flex items-center gap-0.5 hover:text-ink">
            <ChevronLeft aria-hidden size={12} />
            {tKnowledge("title")}
          </Link>
        }
        title={t("title")}
        meta={found.isSuccess && !isEmpty ? t("count", { count: entries.length }) : (project?.name ?? undefined)}
        description={t("intro")}
        actions={
          !isEmpty && (
            <>
              <Button icon={<FileUp aria-hidden size={16} />} onPress={upload}>
                {t("import")}
              </Button>
              <Button icon={<Download aria-hidden size={16} />} isDisabled={entries.length === 0} onPress={download}>
                {t("export")}
              </Button>
              <Button look="primary" icon={<Plus aria-hidden size={16} />} onPress={add}>
                {t("add")}
              </Button>
            </>
          )
        }
      />
      {found.isError && (
        <div className="px-6">
          <FailureState error={found.error} layout="page" onRetry={() => void found.refetch()} />
        </div>
      )}
      {isEmpty && (
        <EmptyState
          icon={<Library aria-hidden size={28} strokeWidth={1.5} />}
          title={t("emptyTitle")}
          actions={
            <>
              <Button look="primary" onPress={add}>
                {t("add")}
              </Button>
              <Button onPress={upload}>{t("import")}</Button>
            </>
          }
        >
          {t("emptyAdvice")}
        </EmptyState>
      )}
      {!found.isError && !isEmpty && (
        <>
          <FilterBar
            label={t("filter")}
            end={
              chosen.length > 0 && (
                <Button
                  look="danger"
                  size="small"
                  onPress={() => {
                    remove(chosen);
                    setSelected(new Set());
                  }}
                >
                  {t("remove", { count: chosen.length })}
                </Button>
              )
            }
          >
            <SearchField
              label={t("search")}
              value={text}
              onChange={(value) => change({ text: value }, "replace")}
              className="w-64"
            />
            <Segmented
              label={t("filter")}
              value={show}
              onChange={(id) => change({ show: id === "all" ? null : id })}
              options={shows.map((id) => ({ id, label: t(`show.${id}`) }))}
            />
          </FilterBar>
          <OwnTable
            rows={rows}
            isLoading={found.isPending}
            listing={`${show} ${text}`}
            selected={selected}
            onSelect={setSelected}
            onEdit={(entry) => setSheet({ kind: "entry", entry })}
          />
        </>
      )}
      {sheet?.kind === "entry" && (
        <EntrySheet projectId={projectId} stored={sheet.entry} onClose={() => setSheet(null)} />
      )}
      {sheet?.kind === "import" && <ImportSheet projectId={projectId} onClose={() => setSheet(null)} />}
    </div>
  );
}

const isNamed = ({ entry }: StoredEntry, text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  const code = entry.entry === "code" ? `${entry.system} ${entry.code}` : "";
  return wanted === "" || `${entry.text} ${entry.concept} ${code}`.toLowerCase().includes(wanted);
};
