"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { Button, CancelButton } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useFailureText } from "../../trpc/failure-state.tsx";

/** Pause, resume and cancel of a campaign that has not ended. */
export function SteerCampaign({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText();
  const input = { campaignId: campaign.id };
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.campaigns.get.queryKey(input) });
  const pause = useMutation(trpc.campaigns.pause.mutationOptions({ onSettled }));
  const resume = useMutation(trpc.campaigns.resume.mutationOptions({ onSettled }));
  const cancel = useMutation(trpc.campaigns.cancel.mutationOptions({ onSettled }));
  const isPaused = campaign.state === "paused";
  const steer = isPaused ? resume : pause;
  const problem = steer.error ?? cancel.error;
  return (
    <>
      <Button
        icon={isPaused ? <Play aria-hidden size={14} /> : <Pause aria-hidden size={14} />}
        isDisabled={campaign.state === "cancelling" || steer.isPending}
        onPress={() => steer.mutate(input)}
      >
        {t(isPaused ? "resume" : "pause")}
      </Button>
      <CancelButton
        label={t("cancel")}
        title={t("cancelTitle")}
        isDisabled={campaign.state === "cancelling" || cancel.isPending}
        onCancel={() => cancel.mutate(input)}
        problem={problem === null ? undefined : failureText(problem)}
      >
        {t("cancelBody")}
      </CancelButton>
    </>
  );
}
