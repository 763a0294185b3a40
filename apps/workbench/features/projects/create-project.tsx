"use client";

import { Button, Dialog, TextField, useUiText } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";

/** Asks for a name, makes the project and goes to its import page. */
export function CreateProject({ onClose }: { onClose: () => void }) {
  const t = useTranslations("projects");
  const text = useUiText();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const create = useMutation(
    trpc.projects.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries({ queryKey: trpc.projects.list.queryKey() });
        router.push(`/p/${project.id}/import`);
      },
    }),
  );
  const trimmed = name.trim();
  const submit = () =>
    trimmed !== "" && !create.isPending && create.mutate({ name: trimmed, description: description.trim() });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("createTitle")}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {text.cancel}
          </Button>
          <Button
            look="primary"
            type="submit"
            form="create-project"
            isPending={create.isPending}
            isDisabled={trimmed === ""}
          >
            {t("create")}
          </Button>
        </>
      }
    >
      <form
        id="create-project"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t("name")}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={120}
          placeholder={t("namePlaceholder")}
        />
        <TextField label={t("description")} value={description} onChange={setDescription} maxLength={2000} rows={3} />
        {create.isError && <FailureState error={create.error} />}
      </form>
    </Dialog>
  );
}
