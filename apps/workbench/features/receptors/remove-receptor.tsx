"use client";

import type { ReceptorDetail } from "@qinghao/api/schema";
import { CancelButton, showToast } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useFailureText } from "../../trpc/failure-state.tsx";

/** Removes a receptor once the person has said so twice; one that a campaign docked to stays, and the page says why. */
export function RemoveReceptor({ receptor: { id, projectId, name } }: { receptor: ReceptorDetail }) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const failureText = useFailureText();
  const remove = useMutation(
    trpc.receptors.remove.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries(trpc.receptors.list.pathFilter());
        showToast({ title: t("removed", { name }), tone: "success" });
        router.push(`/p/${projectId}/receptors`);
      },
    }),
  );
  return (
    <CancelButton
      label={t("remove")}
      title={t("removeTitle", { name })}
      isDisabled={remove.isPending}
      onCancel={() => remove.mutate({ receptorId: id })}
      problem={remove.isError ? failureText(remove.error) : undefined}
    >
      {t("removeBody")}
    </CancelButton>
  );
}
