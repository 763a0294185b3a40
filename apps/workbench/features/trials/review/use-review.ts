"use client";

import type { CriteriaVersionView } from "@qinghao/api/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { useTRPC, useTRPCClient } from "../../../trpc/client.ts";
import { asFailure } from "../../../trpc/failure.ts";
import type { Snapshot } from "./edits.ts";
import { historyAfter, openHistory } from "./history.ts";

/** Changes made within this time of one another are stored together. */
const settleMs = 500;

export type SaveState = "saved" | "saving" | "waiting" | "conflict" | "failed";

/** A version under review: edits with undo, stored by themselves; a stored change of somebody else is not overwritten. */
export function useReview(loaded: CriteriaVersionView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [history, dispatch] = useReducer(historyAfter, loaded, openHistory);
  const { present, saved, version } = history;
  const remember = (answer: CriteriaVersionView) => {
    queries.setQueryData(trpc.trials.criteria.get.queryKey({ versionId: answer.id }), answer);
    void queries.invalidateQueries({ queryKey: trpc.trials.get.queryKey({ trialId: answer.trialId }) });
    void queries.invalidateQueries({ queryKey: trpc.trials.list.queryKey() });
  };
  const saving = useMutation(trpc.trials.criteria.save.mutationOptions());
  const { mutate, isPending, isError, reset } = saving;
  const isDirty = present !== saved;

  useEffect(() => {
    if (!isDirty || isPending || isError) return;
    const timer = setTimeout(
      () =>
        mutate(
          { versionId: version.id, revision: version.revision, document: present.document, reviews: present.reviews },
          {
            onSuccess: (answer) => {
              dispatch({ kind: "stored", sent: present, version: answer });
              remember(answer);
            },
          },
        ),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [present, isDirty, isPending, isError, version.revision]);

  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);

  const failure = saving.error === null ? null : asFailure(saving.error);
  const isConflict = failure?.kind === "answered" && failure.code === "db.criteria.changed";
  const state: SaveState = isConflict
    ? "conflict"
    : failure !== null
      ? "failed"
      : isPending
        ? "saving"
        : isDirty
          ? "waiting"
          : "saved";
  const theirs = () => client.trials.criteria.get.query({ versionId: version.id });
  return {
    present,
    version,
    state,
    error: saving.error,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (next: Snapshot) => dispatch({ kind: "change", next }),
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    retry: reset,
    /** Drops what is here for what somebody else stored. */
    takeTheirs: async () => {
      dispatch({ kind: "loaded", version: await theirs() });
      reset();
    },
    /** Stores what is here over what somebody else stored. */
    keepMine: async () => {
      dispatch({ kind: "rebased", version: await theirs() });
      reset();
    },
    /** The server answered a deed other than an edit: a signature. */
    replace: (answer: CriteriaVersionView) => {
      dispatch({ kind: "loaded", version: answer });
      remember(answer);
    },
  };
}
export type ReviewState = ReturnType<typeof useReview>;
