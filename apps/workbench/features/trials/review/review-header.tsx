"use client";

import type { TrialView } from "@qinghao/api/schema";
import { BackLink, Button, ButtonLink, CopyButton, IconButton, Menu, type MenuEntry, PageHeader } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Ellipsis, Redo2, Undo2, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useQueryState } from "../../../address/use-query-state.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { runsHref, trialHref } from "../trial-facts.ts";
import { VersionState } from "../version-state.tsx";
import { exportEntries } from "./export-version.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { useReviewScope } from "./review-context.ts";

/** Name, version, how far the review is, and what is done with the whole version. */
export function ReviewHeader({ trial }: { trial: TrialView }) {
  const t = useTranslations("trials.review");
  const router = useRouter();
  const [, change] = useQueryState();
  const [dialog, setDialog] = useState<"keys" | "rename" | null>(null);
  const { review, deeds, isOpen, keys, numbers } = useReviewScope();
  const { version, present } = review;
  const revise = useRevise(trial.id);
  const total = present.document.criteria.length;
  const reviewed = present.document.criteria.filter(({ id }) => present.reviews[id] !== undefined).length;
  const isSigned = version.state === "signed";
  const more: MenuEntry[] = [
    { id: "rename", label: t("rename"), onAction: () => setDialog("rename") },
    { id: "amend", label: t("amend"), onAction: () => router.push(`${trialHref(trial.id)}/amend`) },
    { id: "runs", label: t("runs"), onAction: () => router.push(runsHref(trial.id)) },
    { kind: "separator", id: "line" },
    {
      kind: "section",
      id: "export",
      label: t("export"),
      entries: exportEntries({ t, version, present, numbers }),
    },
    { kind: "separator", id: "line2" },
    { id: "keys", label: t("keys"), shortcut: "?", onAction: () => setDialog("keys") },
  ];
  return (
    <>
      <PageHeader
        above={<BackLink href="/trials">{t("toTrials")}</BackLink>}
        title={<span className="line-clamp-2">{trial.title}</span>}
        meta={
          trial.registryId !== null && (
            <span className="numeric inline-flex items-center gap-1">
              {trial.registryId}
              <CopyButton text={trial.registryId} label={t("copyId")} />
            </span>
          )
        }
        state={<VersionState state={version.state} />}
        actions={
          <>
            <span role="status" className="numeric mr-1 text-sm whitespace-nowrap text-ink-2">
              {t("progress", { reviewed, total })}
              {isOpen && <span className="ml-2 text-ink-3">{t(`saveState.${review.state}`)}</span>}
            </span>
            {isOpen && (
              <>
                <IconButton
                  label={t("undoKey")}
                  icon={<Undo2 aria-hidden size={16} />}
                  isDisabled={!review.canUndo}
                  onPress={review.undo}
                />
                <IconButton
                  label={t("redoKey")}
                  icon={<Redo2 aria-hidden size={16} />}
                  isDisabled={!review.canRedo}
                  onPress={review.redo}
                />
                <Button look="quiet" icon={<UserRound aria-hidden size={14} />} onPress={deeds.askPerson}>
                  {deeds.person === "" ? t("whoAreYou") : deeds.person}
                </Button>
              </>
            )}
            <Menu
              label={t("version")}
              placement="bottom end"
              trigger={
                <Button>
                  {t("versionOf", { version: version.version })}
                  <ChevronDown aria-hidden size={14} />
                </Button>
              }
              entries={trial.versions.map((one) => ({
                id: one.id,
                label: t("versionOf", { version: one.version }),
                description: t("versionFacts", {
                  state: one.state,
                  reviewed: one.reviewed,
                  total: one.criteria.full + one.criteria.partial + one.criteria.none,
                }),
                isSelected: one.id === version.id,
                onAction: () => change({ version: one.id, criterion: null }, "push"),
              }))}
            />
            <Menu
              label={t("more")}
              placement="bottom end"
              trigger={<IconButton label={t("more")} icon={<Ellipsis aria-hidden size={16} />} />}
              entries={more}
            />
            {isOpen ? (
              <Button look="primary" onPress={() => change({ tab: "signatures" })}>
                {t("sign")}
              </Button>
            ) : (
              <>
                {version.id === trial.versions[0]?.id && (
                  <Button isPending={revise.isPending} onPress={() => revise.mutate({ versionId: version.id })}>
                    {t("revise")}
                  </Button>
                )}
                {isSigned && (
                  <ButtonLink look="primary" href={runsHref(trial.id)}>
                    {t("ask")}
                  </ButtonLink>
                )}
              </>
            )}
          </>
        }
      />
      {dialog === "keys" && <KeysDialog keys={keys} onClose={() => setDialog(null)} />}
      {dialog === "rename" && <RenameDialog trial={trial} onClose={() => setDialog(null)} />}
    </>
  );
}

function useRevise(trialId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, change] = useQueryState();
  return useMutation(
    trpc.trials.criteria.revise.mutationOptions({
      onSuccess: async (version) => {
        queries.setQueryData(trpc.trials.criteria.get.queryKey({ versionId: version.id }), version);
        await queries.invalidateQueries({ queryKey: trpc.trials.get.queryKey({ trialId }) });
        change({ version: version.id, tab: null }, "push");
      },
    }),
  );
}
