"use client";

import type { Criterion, Tree } from "@qinghao/trials/schema";
import { Button, TextField } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useReviewScope } from "../review/review-context.ts";
import { unfinishedIn } from "./problems.ts";
import { TreeForm } from "./tree-form.tsx";

/** The logic of one criterion as a form, with its reading as it would be; nothing changes before it is applied. */
export function EditForm({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("trials.edit");
  const { deeds } = useReviewScope();
  const [tree, setTree] = useState<Tree>(criterion.tree);
  const [notes, setNotes] = useState<string[] | undefined>(undefined);
  const [text, setText] = useState(criterion.text);
  const [readError, setReadError] = useState<unknown>(null);
  const unfinished = unfinishedIn(tree);
  const isChanged = JSON.stringify(tree) !== JSON.stringify(criterion.tree);
  const apply = () => unfinished.length === 0 && isChanged && deeds.edit(criterion, tree, notes);
  const reread = async () => {
    setReadError(null);
    try {
      const read = await deeds.read(criterion, text);
      setTree(read.tree);
      setNotes(read.notes);
    } catch (error) {
      setReadError(error);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the form; every deed has its own button
    <div
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) apply();
        if (event.key === "Escape" && !event.defaultPrevented) deeds.setMode(null);
      }}
      className="flex flex-col gap-4 pt-3 text-sm"
    >
      <div className="flex flex-col gap-2">
        <TextField label={t("words")} description={t("wordsHelp")} rows={2} value={text} onChange={setText} />
        <div>
          <Button size="small" isPending={deeds.isReading} isDisabled={text.trim() === ""} onPress={reread}>
            {t("reread")}
          </Button>
        </div>
        {readError !== null && <FailureState error={readError} />}
      </div>
      <TreeForm tree={tree} onChange={setTree} depth={0} />
      <Preview tree={tree} isWhole={unfinished.length === 0} />
      {unfinished.length > 0 && (
        <p role="status" className="text-warn">
          {t("unfinished", { what: [...new Set(unfinished)].map((kind) => t(`kind.${kind}`)).join(t("listJoint")) })}
        </p>
      )}
      <div className="flex gap-2">
        <Button look="primary" size="small" isDisabled={unfinished.length > 0 || !isChanged} onPress={apply}>
          {t("apply")}
        </Button>
        <Button look="quiet" size="small" onPress={() => deeds.setMode(null)}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

/** The form in words, asked for anew when it has rested for a moment. */
function Preview({ tree, isWhole }: { tree: Tree; isWhole: boolean }) {
  const t = useTranslations("trials.edit");
  const trpc = useTRPC();
  const locale = useLocale();
  const explaining = useMutation(trpc.trials.criteria.explain.mutationOptions());
  const { mutate } = explaining;
  useEffect(() => {
    if (!isWhole) return;
    const timer = setTimeout(() => mutate({ tree }), 250);
    return () => clearTimeout(timer);
  }, [tree, isWhole, mutate]);
  if (!isWhole || explaining.data === undefined) return null;
  const other = locale === "zh" ? "en" : "zh";
  return (
    <div className="flex flex-col gap-1 border-l-2 pl-3">
      <span className="text-xs text-ink-3">{t("preview")}</span>
      <p className="break-words text-ink">{explaining.data.reading[locale]}</p>
      <p lang={other} className="break-words text-ink-2">
        {explaining.data.reading[other]}
      </p>
    </div>
  );
}
