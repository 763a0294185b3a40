"use client";

import { Button, FileDrop, SideSheet, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureState } from "../../trpc/failure-state.tsx";
import { useUpload } from "../../trpc/use-upload.ts";

/** Takes poses from an SDF, as a file or as text, and sends them to the server. */
export function OpenPosesSheet({ onClose, onSent }: { onClose: () => void; onSent: (uploadId: string) => void }) {
  const t = useTranslations("receptors.poses");
  const [text, setText] = useState("");
  const { problem, sending, send } = useUpload();
  const take = (file: File) => void send(file, ({ uploadId }) => onSent(uploadId));
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={t("open")}
      actions={
        <Button
          look="primary"
          isDisabled={text.trim() === ""}
          isPending={sending !== null}
          onPress={() => take(new File([text], `${t("pasted")}.sdf`))}
        >
          {t("openText")}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-ink-2">{t("help")}</p>
        <FileDrop
          label={sending === null ? t("drop") : t("reading", { file: sending.file.name })}
          chooseLabel={t("choose")}
          accept={[".sdf", ".sd", ".mol", ".gz"]}
          isDisabled={sending !== null}
          onFile={take}
          size="compact"
        />
        <TextField label={t("paste")} rows={10} monospace value={text} onChange={setText} />
        {problem !== null && <FailureState error={problem.error} where={problem.file} />}
      </div>
    </SideSheet>
  );
}
