"use client";

import type { ProjectEntry } from "@qinghao/knowledge/project-schema";
import { showToast } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { useFailureText } from "../../../trpc/failure-state.tsx";
import type { StoredEntry } from "./own-entry.ts";

/** Adding, replacing and removing of a project's entries; what is removed can be put back. */
export function useOwnChanges(projectId: string) {
  const t = useTranslations("knowledge.own");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const failureText = useFailureText();
  // Own names and codes are seen all over the knowledge pages, so everything is asked for again.
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.knowledge.pathKey() });
  const say = (error: unknown) => showToast({ title: failureText(error), tone: "danger" });
  const adding = useMutation(trpc.knowledge.own.add.mutationOptions({ onSuccess: refresh }));
  const removing = useMutation(trpc.knowledge.own.remove.mutationOptions({ onSuccess: refresh }));

  const putBack = (entries: readonly StoredEntry[]) =>
    adding.mutate({ projectId, entries: entries.map(({ entry }) => entry) }, { onError: say });
  const remove = (entries: readonly StoredEntry[]) =>
    removing.mutate(
      { projectId, ids: entries.map(({ id }) => id) },
      {
        onError: say,
        onSuccess: () =>
          showToast({
            title: t("removed", { count: entries.length }),
            tone: "success",
            action: { label: t("undo"), onAction: () => putBack(entries) },
          }),
      },
    );
  /** Stores an entry; one that it replaces is removed once the new one is there. */
  const save = async (entry: ProjectEntry, replaced: StoredEntry | null) => {
    const answer = await adding.mutateAsync({ projectId, entries: [entry] });
    if (replaced !== null && answer.added > 0) await removing.mutateAsync({ projectId, ids: [replaced.id] });
    return answer;
  };
  return { remove, save, refresh, isBusy: adding.isPending || removing.isPending };
}
