"use client";

import { Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";

/** Whether silence of the record inside the observed time means no. Open, silence is unknown. */
export function WorldSwitch({
  value,
  onChange,
}: {
  value: "open" | "closed" | undefined;
  onChange: (world: "closed" | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <div className="flex flex-col">
      <Switch isSelected={value === "closed"} onChange={(isClosed) => onChange(isClosed ? "closed" : undefined)}>
        {t("closedWorld")}
      </Switch>
      <span className="pl-9 text-xs text-ink-3">{t("closedWorldHelp")}</span>
    </div>
  );
}
