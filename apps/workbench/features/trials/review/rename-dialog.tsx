"use client";

import type { TrialView } from "@qinghao/api/schema";
import { Button, Dialog, TextField } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { useFailureText } from "../../../trpc/failure-state.tsx";

export function RenameDialog({ trial, onClose }: { trial: TrialView; onClose: () => void }) {
  const t = useTranslations("trials.review");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const failureText = useFailureText();
  const [title, setTitle] = useState(trial.title);
  const rename = useMutation(
    trpc.trials.rename.mutationOptions({
      onSuccess: (renamed) => {
        queries.setQueryData(trpc.trials.get.queryKey({ trialId: trial.id }), renamed);
        void queries.invalidateQueries({ queryKey: trpc.trials.list.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("rename")}
      actions={
        <Button
          look="primary"
          isDisabled={title.trim() === ""}
          isPending={rename.isPending}
          onPress={() => rename.mutate({ trialId: trial.id, title: title.trim() })}
        >
          {t("rename")}
        </Button>
      }
    >
      <TextField
        label={t("trialTitle")}
        rows={3}
        value={title}
        onChange={setTitle}
        error={rename.isError ? failureText(rename.error) : undefined}
      />
    </Dialog>
  );
}
