"use client";

import type { CriteriaVersionView } from "@qinghao/api/schema";
import { classNames, EmptyState, Switch } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { useNumberName } from "./number-name.ts";
import { useReviewScope } from "./review-context.ts";
import { WordDiff } from "./word-diff.tsx";

type Change = NonNullable<CriteriaVersionView["changes"]>[number];

const tones: Record<Change["kind"], string> = {
  same: "bg-hover text-ink-2",
  added: "bg-accent-soft text-accent",
  removed: "bg-danger-soft text-danger",
  reworded: "bg-warn-soft text-warn",
  moved: "bg-info-soft text-info",
  "logic-changed": "bg-info-soft text-info",
};

/** What became of each criterion since the version before. */
export function ChangesPanel() {
  const t = useTranslations("trials.changes");
  const { review } = useReviewScope();
  const [withSame, setWithSame] = useState(false);
  const changes = review.version.changes ?? [];
  const shown = changes.filter(({ kind }) => withSame || kind !== "same");
  const count = (kind: Change["kind"]) => changes.filter((one) => one.kind === kind).length;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="numeric text-sm text-ink-2">
          {t("summary", {
            version: review.version.version - 1,
            added: count("added"),
            removed: count("removed"),
            reworded: count("reworded"),
            moved: count("moved"),
            logic: count("logic-changed"),
            same: count("same"),
          })}
        </p>
        <Switch isSelected={withSame} onChange={setWithSame} className="ml-auto">
          {t("showSame")}
        </Switch>
      </div>
      {shown.length === 0 && <EmptyState title={t("none")} />}
      <ul className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-10">
        {shown.map((change) => (
          <ChangeItem key={`${change.before?.id ?? ""} ${change.after?.id ?? ""}`} change={change} />
        ))}
      </ul>
    </div>
  );
}

function ChangeItem({ change: { kind, before, after } }: { change: Change }) {
  const t = useTranslations("trials.changes");
  const numberName = useNumberName();
  const { goTo } = useReviewScope();
  return (
    <li className="flex flex-col gap-1.5 border-b py-3 text-sm last:border-b-0">
      <div className="flex items-center gap-2">
        <span className={classNames("rounded-sm px-1.5 text-xs leading-5 font-medium", tones[kind])}>
          {t(`kind.${kind}`)}
        </span>
        {kind === "moved" && after !== null && <span className="text-xs text-ink-3">{t(`movedTo.${after.type}`)}</span>}
        {after !== null && (
          <button
            type="button"
            onClick={() => goTo(after.id)}
            className="numeric ml-auto min-h-6 rounded-sm px-2 text-xs text-ink-2 hover:bg-hover hover:text-ink"
          >
            {t("goTo", { number: numberName(after.id) })}
          </button>
        )}
      </div>
      <p className="break-words whitespace-pre-wrap text-ink">
        {before !== null && after !== null ? (
          <WordDiff before={before.text} after={after.text} />
        ) : (
          <WordDiff before={before?.text ?? ""} after={after?.text ?? ""} />
        )}
      </p>
      {kind === "logic-changed" && before !== null && after !== null && <LogicChange before={before} after={after} />}
    </li>
  );
}

type Side = NonNullable<Change["after"]>;

/** Both logics in words; the former one is put into words when it is first shown. */
function LogicChange({ before, after }: { before: Side; after: Side }) {
  const trpc = useTRPC();
  const locale = useLocale();
  const { review } = useReviewScope();
  const explaining = useMutation(trpc.trials.criteria.explain.mutationOptions());
  const { mutate } = explaining;
  useEffect(() => mutate({ tree: before.tree }), [mutate, before.tree]);
  const now = review.version.readings.find(({ id }) => id === after.id)?.reading[locale];
  if (explaining.data === undefined || now === undefined) return null;
  return (
    <p className="border-l-2 pl-2 break-words text-ink-2">
      <WordDiff before={explaining.data.reading[locale]} after={now} />
    </p>
  );
}
