"use client";

import type { RouterInputs } from "@qinghao/api/client";
import { Button, FileDrop, SideSheet, TextField } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { useUpload } from "../../trpc/use-upload.ts";
import type { OpenedPoses } from "./binding-site-view.tsx";

type Source = Pick<RouterInputs["receptors"]["readPoses"], "uploadId" | "text"> & { name: string };

/** Takes poses from an SDF, as a file or as text; nothing is stored. */
export function OpenPosesSheet({
  receptorId,
  onClose,
  onRead,
}: {
  receptorId: string;
  onClose: () => void;
  onRead: (read: OpenedPoses) => void;
}) {
  const t = useTranslations("receptors.poses");
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const { problem, sending, send } = useUpload();
  const read = useMutation({
    mutationFn: async ({ name, ...source }: Source) => ({
      ...(await client.receptors.readPoses.mutate({ receptorId, ...source })),
      name,
    }),
    onSuccess: onRead,
  });
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={t("open")}
      actions={
        <Button
          look="primary"
          isDisabled={text.trim() === ""}
          isPending={read.isPending}
          onPress={() => read.mutate({ name: t("pasted"), text })}
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
          isDisabled={read.isPending || sending !== null}
          onFile={(file) => void send(file, ({ uploadId }) => read.mutate({ name: file.name, uploadId }))}
          size="compact"
        />
        <TextField label={t("paste")} rows={10} monospace value={text} onChange={setText} />
        {problem !== null && <FailureState error={problem.error} where={problem.file} />}
        {read.isError && <FailureState error={read.error} />}
      </div>
    </SideSheet>
  );
}
