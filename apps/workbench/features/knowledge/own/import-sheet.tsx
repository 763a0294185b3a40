"use client";

import { Button, Notice, SideSheet, TextField } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useMutation } from "@tanstack/react-query";
import { Download, FileUp } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { toCsv } from "../../../export/csv.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useOwnChanges } from "./use-own-changes.ts";

const sample = [
  ["entry", "concept", "kind", "text", "language", "role", "parent", "system", "code", "relation", "note"],
  ["name", "MONDO:0005233", "", "NSCLC", "en", "abbreviation", "", "", "", "", ""],
  ["concept", "OWN:frail", "phenotype", "虚弱状态", "zh-Hans", "", "", "", "", "", ""],
  ["code", "MONDO:0005233", "", "非小细胞肺癌", "zh-Hans", "", "", "his", "D0341", "exact", ""],
];

/** Rejects that are shown; the file holds all of them. */
const shownRefused = 100;

/** A table of entries from a file or the clipboard; every line is taken in or listed with the reason why not. */
export function ImportSheet({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useTranslations("knowledge.own");
  const locale = useLocale();
  const trpc = useTRPC();
  const { refresh } = useOwnChanges(projectId);
  const [table, setTable] = useState("");
  const importing = useMutation(trpc.knowledge.own.import.mutationOptions({ onSuccess: refresh }));
  const answer = importing.data;
  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined) return;
    const text = await file.text();
    setTable(text);
    importing.mutate({ projectId, table: text });
  };
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={t("importTitle")}
      actions={
        <>
          <Button onPress={onClose}>{answer === undefined ? t("cancel") : t("done")}</Button>
          <Button
            look="primary"
            isDisabled={table.trim() === ""}
            isPending={importing.isPending}
            onPress={() => importing.mutate({ projectId, table })}
          >
            {t("importStart")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{t("importHelp")}</p>
        <div className="flex flex-wrap gap-2">
          <FileTrigger acceptedFileTypes={[".tsv", ".txt", "text/tab-separated-values"]} onSelect={take}>
            <Button icon={<FileUp aria-hidden size={16} />}>{t("chooseFile")}</Button>
          </FileTrigger>
          <Button
            look="quiet"
            icon={<Download aria-hidden size={16} />}
            onPress={() =>
              saveFile(
                "knowledge-sample.tsv",
                "text/tab-separated-values",
                `\uFEFF${sample.map((row) => row.join("\t")).join("\n")}\n`,
              )
            }
          >
            {t("sample")}
          </Button>
        </div>
        <TextField label={t("paste")} rows={8} monospace value={table} onChange={setTable} />
        {importing.isError && <FailureState error={importing.error} />}
        {answer !== undefined && (
          <Notice tone={answer.refused.length > 0 ? "warn" : "info"}>
            {t("imported", { added: answer.added, present: answer.present, refused: answer.refused.length })}
          </Notice>
        )}
        {answer !== undefined && answer.refused.length > 0 && (
          <div className="flex flex-col items-start gap-2">
            <Button
              size="small"
              icon={<Download aria-hidden size={14} />}
              onPress={() =>
                saveFile(
                  "refused-lines.csv",
                  "text/csv",
                  toCsv(
                    ["line", "text", "reason_zh", "reason_en"],
                    answer.refused.map(({ line, text, reason }) => [line, text, reason.zh, reason.en]),
                  ),
                )
              }
            >
              {t("downloadRefused")}
            </Button>
            <SimpleTable
              label={t("refused")}
              className="w-full"
              rows={answer.refused.slice(0, shownRefused)}
              rowId={({ line }) => String(line)}
              columns={[
                { id: "line", name: t("line"), align: "end", className: "align-top", cell: ({ line }) => line },
                {
                  id: "reason",
                  name: t("reason"),
                  className: "text-xs",
                  cell: ({ reason, text }) => (
                    <>
                      <p>{reason[locale]}</p>
                      <p className="font-mono break-words text-ink-3">{text}</p>
                    </>
                  ),
                },
              ]}
            />
          </div>
        )}
      </div>
    </SideSheet>
  );
}
