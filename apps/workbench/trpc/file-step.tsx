"use client";

import type { UploadView } from "@qinghao/api/schema";
import { Button, FileDrop, formatBytes, ProgressBar, useUiText } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { UploadProblem } from "./upload-problem.tsx";
import { useUpload } from "./use-upload.ts";

export type FileStepProps = {
  label: string;
  chooseLabel: string;
  /** Which files are taken. */
  help: string;
  /** Endings such as `.pdb`. */
  accept: readonly string[];
  isDisabled?: boolean;
  onReady: (upload: UploadView, file: File) => void;
};

/** Takes one file, sends it to the server and says how far it is, with a way to stop. */
export function FileStep({ label, chooseLabel, help, accept, isDisabled = false, onReady }: FileStepProps) {
  const t = useTranslations("frame.upload");
  const text = useUiText();
  const locale = useLocale();
  const { sending, problem, send, cancel } = useUpload();
  if (sending === null)
    return (
      <div className="flex flex-col gap-3">
        <FileDrop
          label={label}
          chooseLabel={chooseLabel}
          help={help}
          accept={accept}
          isDisabled={isDisabled}
          onFile={(file) => void send(file, (upload) => onReady(upload, file))}
        />
        {problem !== null && <UploadProblem {...problem} />}
      </div>
    );
  const { file, sent } = sending;
  return (
    <div className="flex flex-col gap-3 rounded-md border p-5">
      <ProgressBar
        label={t("sending", { file: file.name })}
        show="bar"
        progress={{ done: sent, failed: 0, total: file.size, perSecond: null, secondsLeft: null }}
      />
      <div className="flex items-center justify-between gap-3 text-sm text-ink-2">
        <span className="truncate">{t("sending", { file: file.name })}</span>
        <span className="numeric shrink-0">{formatBytes(locale, file.size)}</span>
        <Button size="small" onPress={cancel}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}
