"use client";

import type { ConceptView, ExpandedCode } from "@qinghao/api/schema";
import { Button, CopyButton, EmptyState, Section, Select, Skeleton } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { type DataColumn, DataTable, SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { mainName } from "../../../concepts/concept-name.ts";
import { fileName, toCsv } from "../../../export/csv.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useInProject } from "../knowledge-scope.tsx";
import { codeSystems, useSystemName } from "../system-name.ts";
import { useAddress } from "../use-address.ts";
import { CodeName, RelationChip } from "./code-links.tsx";
import { Reasons, useReasonText } from "./expansion-reason.tsx";

/** Rows from which on the set is a table that scrolls by itself. */
const longSet = 40;

/** The codes of one system that a hospital would query for the concept, each with the reason why it is in the set. */
export function CodesTab({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge.codes");
  const locale = useLocale();
  const trpc = useTRPC();
  const inProject = useInProject();
  const systemName = useSystemName();
  const [address, change] = useAddress();
  const usual =
    concept.kind === "drug" || concept.kind === "drug-class" ? "atc" : concept.kind === "lab" ? "loinc" : "icd10-cn";
  const own = concept.codes.map((code) => code.system).filter((one) => one.startsWith("local:"));
  const systems: readonly string[] = [...codeSystems, ...new Set(own)];
  const system = systems.find((one) => one === address.get("system")) ?? usual;
  const expansion = useQuery(
    trpc.knowledge.expand.queryOptions({ id: concept.id, system, ...inProject }, { staleTime: 60_000 }),
  );
  const data = expansion.data;
  const name = mainName(concept, locale);
  const isEmpty =
    data !== undefined && data.codes.length + data.broader.length + data.candidates.length + data.excluded.length === 0;
  const download = () => {
    if (data === undefined) return;
    const part = (group: string, codes: readonly ExpandedCode[]) =>
      codes.map((one) => [
        group,
        one.code,
        one.title.zh,
        one.title.en,
        one.relation,
        one.reasons.join(" | "),
        concept.id,
        concept.name.zh,
        concept.name.en,
      ]);
    const header = ["group", "code", "title_zh", "title_en", "relation", "reasons", "concept", "name_zh", "name_en"];
    const rows = [
      ...part("set", data.codes),
      ...part("broader", data.broader),
      ...part("candidate", data.candidates),
      ...part("excluded", data.excluded),
    ];
    saveFile(`${fileName(name, system)}.csv`, "text/csv", toCsv(header, rows));
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("expandTo")}
          value={system}
          onChange={(id) => change({ system: id })}
          options={systems.map((id) => ({ id, label: systemName(id) }))}
          className="w-64"
        />
        {data !== undefined && !isEmpty && (
          <div data-print="hidden" className="flex gap-2 pb-0.5">
            <CopyButton look="button" label={t("copy")} text={data.codes.map(({ code }) => code).join("\n")} />
            <Button size="small" icon={<Download aria-hidden size={14} />} onPress={download}>
              {t("csv")}
            </Button>
          </div>
        )}
      </div>
      {expansion.isError && <FailureState error={expansion.error} onRetry={() => void expansion.refetch()} />}
      {expansion.isPending && <Skeleton className="h-48 w-full" />}
      {isEmpty && <EmptyState title={t("none", { name, system: systemName(system) })}>{t("noneAdvice")}</EmptyState>}
      {data !== undefined && !isEmpty && (
        <>
          <Section title={t("set")} meta={t("setHelp", { count: data.codes.length })}>
            {data.codes.length === 0 ? (
              <p className="text-sm text-ink-3">{t("emptySet")}</p>
            ) : (
              <CodeTable label={t("set")} codes={data.codes} />
            )}
          </Section>
          <Group title={t("broader")} help={t("broaderHelp")} codes={data.broader} />
          <Group title={t("candidates")} help={t("candidatesHelp")} codes={data.candidates} />
          <Group title={t("excluded")} help={t("excludedHelp")} codes={data.excluded} />
        </>
      )}
    </div>
  );
}

function Group({ title, help, codes }: { title: string; help: string; codes: readonly ExpandedCode[] }) {
  if (codes.length === 0) return null;
  return (
    <Section title={title} meta={help}>
      <CodeTable label={title} codes={codes} />
    </Section>
  );
}

const titleIn = (one: ExpandedCode, locale: string): string =>
  (locale === "zh" ? (one.title.zh ?? one.title.en) : (one.title.en ?? one.title.zh)) ?? "";

function CodeTable({ label, codes }: { label: string; codes: readonly ExpandedCode[] }) {
  const t = useTranslations("knowledge.codes");
  const locale = useLocale();
  const reasonText = useReasonText();
  const columns = useMemo<DataColumn<ExpandedCode>[]>(
    () => [
      {
        id: "code",
        name: t("code"),
        width: 150,
        cell: (one) => <CodeName id={one.id} code={one.code} />,
        text: (one) => one.code,
      },
      {
        id: "title",
        name: t("title"),
        width: 300,
        cell: (one) => (
          <span className="truncate" title={titleIn(one, locale)}>
            {titleIn(one, locale)}
          </span>
        ),
        text: (one) => titleIn(one, locale),
      },
      {
        id: "relation",
        name: t("relation"),
        width: 120,
        cell: (one) => <RelationChip relation={one.relation} />,
        text: (one) => one.relation,
      },
      {
        id: "reasons",
        name: t("reasons"),
        width: 440,
        cell: (one) => (
          <span className="truncate text-xs text-ink-2" title={reasonText(one.reasons)}>
            {reasonText(one.reasons)}
          </span>
        ),
        text: (one) => reasonText(one.reasons),
      },
    ],
    [t, locale, reasonText],
  );
  if (codes.length > longSet)
    return (
      <DataTable
        label={label}
        className="h-[min(60vh,34rem)] flex-none!"
        columns={columns}
        rowCount={codes.length}
        rowAt={(index) => codes[index]}
        rowId={(one) => one.id}
      />
    );
  return (
    <SimpleTable
      label={label}
      rows={codes}
      rowId={(one) => one.id}
      columns={[
        { id: "code", name: t("code"), cell: (one) => <CodeName id={one.id} code={one.code} /> },
        { id: "title", name: t("title"), className: "min-w-40", cell: (one) => titleIn(one, locale) },
        { id: "relation", name: t("relation"), cell: (one) => <RelationChip relation={one.relation} /> },
        {
          id: "reasons",
          name: t("reasons"),
          className: "min-w-56 text-xs text-ink-2",
          cell: (one) => <Reasons steps={one.reasons} />,
        },
      ]}
    />
  );
}
