"use client";

import { Button, formatBytes, TextField } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { type ClipboardEvent, useState } from "react";
import { UploadProblem } from "../../../trpc/upload-problem.tsx";
import { useUpload } from "../../../trpc/use-upload.ts";

/** A text area lays out every character, so that a browser hangs on a whole record in one line. */
const mostShown = 200_000;

export type TextPartProps = {
  submitLabel: string;
  isReading: boolean;
  onRead: (source: { uploadId: string } | { text: string }) => void;
};

/** Text to type or paste; one that is too long to be shown is kept aside and sent as a file. */
export function TextPart({ submitLabel, isReading, onRead }: TextPartProps) {
  const t = useTranslations("trials.read");
  const locale = useLocale();
  const [text, setText] = useState("");
  const [aside, setAside] = useState<File | null>(null);
  const { sending, problem, send } = useUpload();
  const keepAside = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (pasted.length <= mostShown) return;
    event.preventDefault();
    const ending = /^\s*[{[]/.test(pasted) ? "json" : /^\s*</.test(pasted) ? "xml" : "txt";
    setAside(new File([pasted], `pasted.${ending}`));
  };
  const read = () => {
    if (aside === null) onRead({ text });
    else void send(aside, ({ uploadId }) => onRead({ uploadId }));
  };
  return (
    <div className="flex flex-col gap-3">
      {aside === null ? (
        <div onPasteCapture={keepAside}>
          <TextField
            label={t("text")}
            description={t("textHelp")}
            value={text}
            onChange={setText}
            rows={16}
            placeholder={t("textExample")}
          />
        </div>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border p-5 text-sm">
          <p role="status">{t("longText", { size: formatBytes(locale, aside.size) })}</p>
          <Button size="small" onPress={() => setAside(null)}>
            {t("clearText")}
          </Button>
        </div>
      )}
      {problem !== null && <UploadProblem {...problem} />}
      <div>
        <Button
          look="primary"
          isDisabled={aside === null && text.trim() === ""}
          isPending={isReading || sending !== null}
          onPress={read}
        >
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
