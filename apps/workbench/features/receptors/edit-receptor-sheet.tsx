"use client";

import type { ReceptorDetail } from "@qinghao/api/schema";
import { Button, SideSheet, showToast, TextField } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { BoxFields } from "./box-fields.tsx";
import { TargetField } from "./target-field.tsx";

/** Changes name, target and box; campaigns that were started keep the box that they have. */
export function EditReceptorSheet({ receptor, onClose }: { receptor: ReceptorDetail; onClose: () => void }) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [name, setName] = useState(receptor.name);
  const [target, setTarget] = useState(receptor.target?.id ?? null);
  const [box, setBox] = useState(receptor.box);
  const save = useMutation(
    trpc.receptors.update.mutationOptions({
      onSuccess: (changed) => {
        queries.setQueryData(trpc.receptors.get.queryKey({ receptorId: receptor.id }), changed);
        void queries.invalidateQueries(trpc.receptors.list.pathFilter());
        showToast({ title: t("saved"), tone: "success" });
        onClose();
      },
    }),
  );
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={t("edit")}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("cancel")}
          </Button>
          <Button
            look="primary"
            isDisabled={name.trim() === ""}
            isPending={save.isPending}
            onPress={() => save.mutate({ receptorId: receptor.id, name, box, target })}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField label={t("name")} value={name} onChange={setName} maxLength={200} />
        <TargetField projectId={receptor.projectId} value={target} onChange={setTarget} />
        <BoxFields box={box} onChange={setBox} />
        <p className="text-xs text-ink-3">{t("boxHelp")}</p>
        {save.isError && <FailureState error={save.error} />}
      </div>
    </SideSheet>
  );
}
