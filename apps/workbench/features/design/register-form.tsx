"use client";

import type { CompoundRow } from "@qinghao/api/schema";
import { Button, showToast, TextField } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";

export type RegisterFormProps = {
  readonly projectId: string;
  /** Standardised SMILES of what is drawn now; null while it is invalid or out of date. */
  readonly smiles: string | null;
};

/** Registers the drawn structure, with a name or without. */
export function RegisterForm({ projectId, smiles }: RegisterFormProps) {
  const t = useTranslations("design");
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [name, setName] = useState("");

  const register = useMutation(
    trpc.compounds.register.mutationOptions({
      onSuccess: ({ compound, existed }) => {
        setName("");
        void queries.invalidateQueries(trpc.compounds.pathFilter());
        showToast({
          tone: existed ? "info" : "success",
          title: existed
            ? t("register.existed", { name: shownName(compound) })
            : t("register.done", { name: shownName(compound) }),
          action: {
            label: t("register.open"),
            onAction: () => router.push(`/p/${projectId}/compounds/${compound.id}`),
          },
        });
      },
    }),
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (smiles === null || register.isPending) return;
    register.mutate({ projectId, structure: smiles, ...(name.trim() === "" ? {} : { name: name.trim() }) });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <TextField
          label={t("register.name")}
          hideLabel
          placeholder={t("register.namePlaceholder")}
          value={name}
          onChange={setName}
          maxLength={200}
          className="min-w-0 flex-1"
        />
        <Button type="submit" look="primary" isDisabled={smiles === null} isPending={register.isPending}>
          {t("register.action")}
        </Button>
      </div>
      {register.error !== null && <FailureState error={register.error} />}
    </form>
  );
}

export const shownName = (compound: Pick<CompoundRow, "name" | "id">): string => compound.name ?? compound.id;
