"use client";

import type { RouterInputs } from "@qinghao/api/client";
import { Select, Tabs } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useQueryState } from "../../../address/use-query-state.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { FileStep } from "../../../trpc/file-step.tsx";
import { TextPart } from "./text-part.tsx";

type Input = RouterInputs["trials"]["import"];
export type ReadSource = Pick<Input, "uploadId" | "text" | "format" | "language">;

const formats = ["auto", "text", "ctgov", "ctml", "circe", "usdm", "fhir"] as const;
const languages = ["auto", "en", "zh"] as const;
const files = [".pdf", ".docx", ".json", ".xml", ".txt", ".yml", ".yaml"];

export type SourceFormProps = {
  /** The deed, such as "Read the protocol". */
  submitLabel: string;
  isReading: boolean;
  /** Why the server did not read what it was given. */
  error: unknown;
  onRead: (source: ReadSource) => void;
};

/** A protocol or record as a file or as text, with its language and format where they are not to be guessed. */
export function SourceForm({ submitLabel, isReading, error, onRead }: SourceFormProps) {
  const t = useTranslations("trials.read");
  const [query, change] = useQueryState();
  const from = query.get("from") === "text" ? "text" : "file";
  const [format, setFormat] = useState<(typeof formats)[number]>("auto");
  const [language, setLanguage] = useState<(typeof languages)[number]>("auto");
  const [name, setName] = useState<string | null>(null);
  const read = (source: Pick<ReadSource, "uploadId" | "text">) => onRead({ ...source, format, language });
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("format")}
          value={format}
          onChange={setFormat}
          options={formats.map((id) => ({ id, label: t(`formatName.${id}`) }))}
        />
        <Select
          label={t("language")}
          value={language}
          onChange={setLanguage}
          options={languages.map((id) => ({ id, label: t(`languageName.${id}`) }))}
        />
      </div>
      <Tabs
        label={t("from")}
        value={from}
        onChange={(id) => change({ from: id === "file" ? null : id })}
        tabs={[
          {
            id: "file",
            label: t("fromFile"),
            content: (
              <FileStep
                label={t("dropHere")}
                chooseLabel={t("chooseFile")}
                help={t("fileHelp")}
                accept={files}
                isDisabled={isReading}
                onReady={({ uploadId }, file) => {
                  setName(file.name);
                  read({ uploadId });
                }}
              />
            ),
          },
          {
            id: "text",
            label: t("fromText"),
            content: (
              <TextPart
                submitLabel={submitLabel}
                isReading={isReading}
                onRead={(source) => {
                  setName(null);
                  read(source);
                }}
              />
            ),
          },
        ]}
      />
      {isReading && (
        <p role="status" className="text-sm text-ink-2">
          {t("reading")}
        </p>
      )}
      {error !== null && error !== undefined && <FailureState error={error} where={name ?? undefined} />}
    </div>
  );
}
