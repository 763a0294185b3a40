"use client";

import { Button, Dialog, Segmented, TextField } from "@qinghao/ui";
import { Sketcher } from "@qinghao/ui/sketcher";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";

export type SubstructureDialogProps = {
  readonly projectId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onStarted: (searchId: string) => void;
};
type Way = "draw" | "text";

/** Asks for a substructure, drawn or as SMARTS, and starts the search for it. */
export function SubstructureDialog({ projectId, isOpen, onClose, onStarted }: SubstructureDialogProps) {
  const t = useTranslations("compounds.substructure");
  const trpc = useTRPC();
  const [way, setWay] = useState<Way>("draw");
  const [drawn, setDrawn] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [message, setMessage] = useState<string | null>(null);
  const start = useMutation(
    trpc.searches.substructure.mutationOptions({
      onSuccess: ({ id }) => {
        onStarted(id);
        onClose();
      },
    }),
  );
  const query = way === "draw" ? drawn : text.trim() === "" ? null : text.trim();
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (query !== null) start.mutate({ projectId, query });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      width="wide"
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("close")}
          </Button>
          <Button look="primary" isDisabled={query === null} isPending={start.isPending} onPress={() => submit()}>
            {t("start")}
          </Button>
        </>
      }
    >
      <Segmented<Way>
        label={t("way")}
        value={way}
        onChange={setWay}
        options={[
          { id: "draw", label: t("draw") },
          { id: "text", label: t("smarts") },
        ]}
        className="self-start"
      />
      {way === "draw" ? (
        <Sketcher
          className="h-[46vh] min-h-72 rounded-md shadow-[0_0_0_1px_var(--qh-line)]"
          onReady={() => setMessage(null)}
          onChange={setDrawn}
          onMessage={setMessage}
        />
      ) : (
        <form onSubmit={submit}>
          <TextField
            label={t("smartsLabel")}
            description={t("smartsHelp")}
            value={text}
            onChange={setText}
            monospace
            autoFocus
          />
        </form>
      )}
      {message !== null && <p className="text-warn">{t("editorMessage", { message })}</p>}
      {start.error !== null && <FailureState error={start.error} />}
    </Dialog>
  );
}
