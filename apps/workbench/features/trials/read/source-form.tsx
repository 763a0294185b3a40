"use client";

import type { RouterInputs } from "@qinghao/api/client";
import {
  Button,
  classNames,
  ErrorState,
  formatBytes,
  ProgressBar,
  Select,
  Tabs,
  TextField,
  useUiText,
} from "@qinghao/ui";
import { Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Text } from "react-aria-components/Text";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useQueryState } from "../use-query-state.ts";
import { sendUpload } from "./send-upload.ts";

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
  const [text, setText] = useState("");
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
              <div className="flex flex-col gap-3">
                <TextField
                  label={t("text")}
                  description={t("textHelp")}
                  value={text}
                  onChange={setText}
                  rows={16}
                  placeholder={t("textExample")}
                />
                <div>
                  <Button
                    look="primary"
                    isDisabled={text.trim() === ""}
                    isPending={isReading}
                    onPress={() => {
                      setName(null);
                      read({ text });
                    }}
                  >
                    {submitLabel}
                  </Button>
                </div>
              </div>
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

type Sending = { file: File; sent: number };

function FilePart({ isReading, onReady }: { isReading: boolean; onReady: (uploadId: string, name: string) => void }) {
  const t = useTranslations("trials.read");
  const uiText = useUiText();
  const locale = useLocale();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<{ file: string; error: unknown } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const send = async (file: File) => {
    const controller = new AbortController();
    stop.current?.abort();
    stop.current = controller;
    setProblem(null);
    setSending({ file, sent: 0 });
    try {
      const uploadId = await sendUpload(file, {
        signal: controller.signal,
        onProgress: (sent) => setSending({ file, sent }),
      });
      onReady(uploadId, file.name);
    } catch (error) {
      if (!controller.signal.aborted) setProblem({ file: file.name, error });
    } finally {
      if (stop.current === controller) setSending(null);
    }
  };
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
          <Button size="small" onPress={() => stop.current?.abort()}>
            {uiText.cancel}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      <DropZone
        aria-label={t("dropHere")}
        isDisabled={isReading}
        getDropOperation={() => "copy"}
        onDrop={async (event) => {
          for (const item of event.items) if (item.kind === "file") return send(await item.getFile());
        }}
        className={classNames(
          "flex flex-col items-center justify-center gap-3 rounded-md border border-dashed border-line-strong px-6 py-14 text-center transition-colors",
          "data-drop-target:border-accent data-drop-target:bg-accent-soft",
        )}
      >
        <Upload aria-hidden size={24} strokeWidth={1.5} className="text-ink-3" />
        <Text slot="label" className="text-base font-medium text-ink">
          {t("dropHere")}
        </Text>
        <FileTrigger acceptedFileTypes={files} onSelect={(chosen) => chosen?.[0] !== undefined && send(chosen[0])}>
          <Button look="primary" isPending={isReading}>
            {t("chooseFile")}
          </Button>
        </FileTrigger>
        <p className="max-w-lg text-sm text-ink-3">{t("fileHelp")}</p>
      </DropZone>
      {problem !== null &&
        (problem.error instanceof Error && problem.error.message === "no answer" ? (
          <ErrorState title={t("uploadBroken")} where={problem.file} />
        ) : (
          <FailureState error={problem.error} where={problem.file} />
        ))}
    </div>
  );
}
