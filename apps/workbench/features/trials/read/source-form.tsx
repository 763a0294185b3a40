"use client";

import type { RouterInputs } from "@qinghao/api/client";
import { Button, FileDrop, formatBytes, ProgressBar, Select, Tabs, useUiText } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useUpload } from "../../../trpc/use-upload.ts";
import { useQueryState } from "../use-query-state.ts";
import { TextPart } from "./text-part.tsx";
import { UploadProblem } from "./upload-problem.tsx";

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
              <FilePart
                isReading={isReading}
                onReady={(uploadId, fileName) => {
                  setName(fileName);
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

function FilePart({ isReading, onReady }: { isReading: boolean; onReady: (uploadId: string, name: string) => void }) {
  const t = useTranslations("trials.read");
  const uiText = useUiText();
  const locale = useLocale();
  const { sending, problem, send, cancel } = useUpload();
  if (sending !== null)
    return (
      <div className="flex flex-col gap-3 rounded-md border p-5">
        <ProgressBar
          label={t("sending", { file: sending.file.name })}
          show="bar"
          progress={{ done: sending.sent, failed: 0, total: sending.file.size, perSecond: null, secondsLeft: null }}
        />
        <div className="flex items-center justify-between gap-3 text-sm text-ink-2">
          <span className="truncate">{t("sending", { file: sending.file.name })}</span>
          <span className="numeric shrink-0">{formatBytes(locale, sending.file.size)}</span>
          <Button size="small" onPress={cancel}>
            {uiText.cancel}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label={t("dropHere")}
        chooseLabel={t("chooseFile")}
        help={t("fileHelp")}
        accept={files}
        isDisabled={isReading}
        onFile={(file) => void send(file, ({ uploadId }) => onReady(uploadId, file.name))}
      />
      {problem !== null && <UploadProblem {...problem} />}
    </div>
  );
}
