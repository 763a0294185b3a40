"use client";

import { Dialog, KeyValue, Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import type { ReviewScope } from "./review-context.ts";

const keyNames = ["j", "k", "a", "e", "n", "u"] as const;

/** The keys of the review, and the switch that turns them off. */
export function KeysDialog({ keys, onClose }: { keys: ReviewScope["keys"]; onClose: () => void }) {
  const t = useTranslations("trials.keys");
  return (
    <Dialog isOpen onClose={onClose} title={t("title")}>
      <Switch isSelected={keys.isOn} onChange={keys.setOn}>
        {t("on")}
      </Switch>
      <KeyValue
        items={[...keyNames, "ctrlZ" as const].map((key) => ({
          key,
          label: <kbd className="font-mono">{key === "ctrlZ" ? "Ctrl/⌘ Z" : key}</kbd>,
          value: t(key),
        }))}
      />
    </Dialog>
  );
}
