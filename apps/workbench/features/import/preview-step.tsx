"use client";

import { Button, formatBytes, KeyValue, Notice, Section, Select } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useMutation } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { type ColumnRole, mappingOf, rolesOf, withRole } from "./column-roles.ts";
import type { ImportSource } from "./import-source.ts";

export type PreviewStepProps = {
  projectId: string;
  source: ImportSource;
  onBack: () => void;
  onStarted: (importId: string) => void;
};

/** What the server understood of the file, which column is what, and the first rows; then the start. */
export function PreviewStep({ projectId, source, onBack, onStarted }: PreviewStepProps) {
  const t = useTranslations("import");
  const locale = useLocale();
  const trpc = useTRPC();
  const { preview } = source;
  const [roles, setRoles] = useState(() => rolesOf(preview));
  const start = useMutation(trpc.imports.start.mutationOptions({ onSuccess: (started) => onStarted(started.id) }));
  const hasColumns = preview.columns.length > 0 && preview.format !== "sdf";
  const mapping = hasColumns ? mappingOf(preview.columns, roles, preview.hasHeader) : preview.mapping;
  const begin = () =>
    start.mutate({
      projectId,
      ...(source.kind === "upload" ? { uploadId: source.uploadId } : { text: source.text }),
      ...(preview.fileName === null ? {} : { fileName: preview.fileName }),
      format: preview.format,
      ...(mapping === null ? {} : { mapping }),
    });
  const bad = preview.rows.filter((row) => row.error !== null).length;
  return (
    <div className="flex flex-col">
      <Section
        title={preview.fileName ?? t("pasted")}
        meta={t("understood")}
        actions={
          <>
            <Button look="quiet" icon={<ArrowLeft aria-hidden size={14} />} onPress={onBack}>
              {t("another")}
            </Button>
            <Button
              look="primary"
              onPress={begin}
              isPending={start.isPending}
              isDisabled={hasColumns && mapping === null}
            >
              {t("start")}
            </Button>
          </>
        }
      >
        {start.isError && <FailureState error={start.error} />}
        <KeyValue
          layout="grid"
          items={[
            { key: "format", label: t("format"), value: t(`formatName.${preview.format}`) },
            { key: "size", label: t("size"), value: formatBytes(locale, preview.size) },
            { key: "encoding", label: t("encoding"), value: preview.encoding.toUpperCase() },
            { key: "gzip", label: t("compression"), value: preview.gzip ? "gzip" : t("noCompression") },
            ...(preview.delimiter === null
              ? []
              : [{ key: "delimiter", label: t("delimiter"), value: <Delimiter character={preview.delimiter} /> }]),
            ...(hasColumns
              ? [{ key: "header", label: t("headerRow"), value: preview.hasHeader ? t("hasHeader") : t("noHeader") }]
              : []),
          ]}
        />
      </Section>
      {hasColumns && (
        <Section title={t("columns")} meta={t("columnsHelp")}>
          {mapping === null && <Notice tone="warn">{t("needsStructure")}</Notice>}
          <SimpleTable
            label={t("columns")}
            rows={preview.columns.map((column, index) => ({ ...column, index }))}
            rowId={(column) => String(column.index)}
            columns={[
              { id: "name", name: t("column"), cell: (column) => <span className="font-medium">{column.name}</span> },
              { id: "like", name: t("looksLike"), cell: (column) => t(`kind.${column.looksLike}`) },
              {
                id: "sample",
                name: t("sample"),
                className: "max-w-md",
                cell: (column) => (
                  <span className="block truncate font-mono text-xs text-ink-2">
                    {column.sample.slice(0, 3).join("  ·  ")}
                  </span>
                ),
              },
              {
                id: "role",
                name: t("becomes"),
                className: "w-52",
                cell: (column) => (
                  <Select<ColumnRole>
                    label={t("roleOf", { column: column.name })}
                    hideLabel
                    value={roles[column.index] ?? "skip"}
                    onChange={(role) => setRoles(withRole(roles, column.index, role))}
                    options={(["structure", "name", "keep", "skip"] as const).map((id) => ({
                      id,
                      label: t(`role.${id}`),
                    }))}
                  />
                ),
              },
            ]}
          />
        </Section>
      )}
      <Section
        title={t("firstRows")}
        meta={bad === 0 ? t("checkedLater") : t("someUnreadable", { count: bad, of: preview.rows.length })}
      >
        <SimpleTable
          label={t("firstRows")}
          rows={preview.rows}
          rowId={(row) => String(row.row)}
          columns={[
            { id: "line", name: t("line"), align: "end", className: "w-16 text-ink-3", cell: (row) => row.line },
            {
              id: "text",
              name: t("structure"),
              className: "max-w-xl",
              cell: (row) => <span className="block truncate font-mono text-xs">{firstLine(row.text)}</span>,
            },
            { id: "name", name: t("name"), cell: (row) => row.name ?? "–" },
            ...(bad === 0
              ? []
              : [
                  {
                    id: "error",
                    name: t("remark"),
                    cell: (row: PreviewRow) =>
                      row.error !== null && <span className="text-danger">{row.error.message[locale]}</span>,
                  },
                ]),
          ]}
        />
      </Section>
    </div>
  );
}

type PreviewRow = ImportSource["preview"]["rows"][number];

const firstLine = (text: string) => text.split("\n").find((line) => line.trim() !== "") ?? text;

function Delimiter({ character }: { character: string }) {
  const t = useTranslations("import");
  if (character === "\t") return t("tab");
  if (character.trim() === "") return t("blank");
  return <code className="font-mono">{character}</code>;
}
