"use client";

import { Button, classNames, ErrorState, formatBytes, ProgressBar, useUiText } from "@qinghao/ui";
import { Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Text } from "react-aria-components/Text";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { ImportSource } from "./import-source.ts";
import { sendFile, UnreachableError } from "./send-file.ts";

type Sending = { file: File; sent: number; startedAt: number };

/** A drop zone that streams the file to the server and hands on what the server made of it. */
export function FileSource({ onReady }: { onReady: (source: ImportSource) => void }) {
  const t = useTranslations("import");
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<{ file: string; error: unknown } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const send = async (file: File) => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setSending({ file, sent: 0, startedAt: performance.now() });
    try {
      const upload = await sendFile(file, {
        signal: controller.signal,
        onProgress: (sent) => setSending((now) => (now === null ? now : { ...now, sent })),
      });
      if (upload.preview === null) setProblem({ file: file.name, error: upload.problem });
      else onReady({ kind: "upload", uploadId: upload.uploadId, preview: upload.preview });
    } catch (error) {
      if (!controller.signal.aborted) setProblem({ file: file.name, error });
    } finally {
      if (stop.current === controller) setSending(null);
    }
  };

  if (sending !== null) return <SendingState sending={sending} onCancel={() => stop.current?.abort()} />;
  return (
    <div className="flex flex-col gap-3">
      <DropZone
        aria-label={t("dropHere")}
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
        <FileTrigger
          acceptedFileTypes={[".smi", ".smiles", ".txt", ".csv", ".tsv", ".tab", ".sdf", ".sd", ".mol", ".gz"]}
          onSelect={(files) => files?.[0] !== undefined && send(files[0])}
        >
          <Button look="primary">{t("chooseFile")}</Button>
        </FileTrigger>
        <p className="max-w-lg text-sm text-ink-3">{t("formats")}</p>
      </DropZone>
      {problem !== null && <SendingProblem {...problem} />}
    </div>
  );
}

function SendingState({ sending, onCancel }: { sending: Sending; onCancel: () => void }) {
  const t = useTranslations("import");
  const text = useUiText();
  const locale = useLocale();
  const { file, sent, startedAt } = sending;
  const seconds = (performance.now() - startedAt) / 1000;
  const isSent = sent >= file.size;
  return (
    <div className="flex flex-col gap-3 rounded-md border p-5">
      <p className="text-sm font-medium">
        {isSent ? t("reading", { file: file.name }) : t("sending", { file: file.name })}
      </p>
      <ProgressBar
        label={t("sending", { file: file.name })}
        show="bar"
        progress={{
          done: Math.round(sent),
          failed: 0,
          total: isSent ? null : file.size,
          perSecond: seconds > 0 ? sent / seconds : null,
          secondsLeft: null,
        }}
      />
      <div className="flex items-center justify-between text-sm text-ink-2">
        <span className="numeric">
          {t("sent", { sent: formatBytes(locale, sent), size: formatBytes(locale, file.size) })}
        </span>
        <Button size="small" onPress={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}

function SendingProblem({ file, error }: { file: string; error: unknown }) {
  const t = useTranslations("import");
  const locale = useLocale();
  if (error instanceof UnreachableError)
    return <ErrorState title={t("uploadBroken")} where={file} advice={t("uploadBrokenAdvice")} />;
  if (isWireError(error))
    return <ErrorState title={error.message[locale]} where={file} code={error.code} details={error.details} />;
  return <FailureState error={error} where={file} />;
}

type WireLike = {
  code: string;
  message: { en: string; zh: string };
  details: Record<string, string | number | boolean | null>;
};
const isWireError = (error: unknown): error is WireLike =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  "message" in error &&
  typeof error.message === "object";
