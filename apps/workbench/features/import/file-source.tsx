"use client";

import { Button, ErrorState, FileDrop, formatBytes, ProgressBar, useUiText } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { FailureState } from "../../trpc/failure-state.tsx";
import { UnreachableError } from "../../trpc/send-file.ts";
import { type Sending, useUpload } from "../../trpc/use-upload.ts";
import type { ImportSource } from "./import-source.ts";

const endings = [".smi", ".smiles", ".txt", ".csv", ".tsv", ".tab", ".sdf", ".sd", ".mol", ".gz"];

/** A drop zone that streams the file to the server and hands on what the server made of it. */
export function FileSource({ onReady }: { onReady: (source: ImportSource) => void }) {
  const t = useTranslations("import");
  const { sending, problem, setProblem, send, cancel } = useUpload();
  if (sending !== null) return <SendingState sending={sending} onCancel={cancel} />;
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label={t("dropHere")}
        chooseLabel={t("chooseFile")}
        help={t("formats")}
        accept={endings}
        onFile={(file) =>
          void send(file, ({ uploadId, preview, problem: unread }) => {
            if (preview === null) setProblem({ file: file.name, error: unread });
            else onReady({ kind: "upload", uploadId, preview });
          })
        }
      />
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
