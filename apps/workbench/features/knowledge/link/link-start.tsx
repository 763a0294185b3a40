"use client";

import { Button } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { linkExamples } from "./link-examples.ts";

/** Two texts to begin with, one in each language. */
export function LinkStart({ onExample }: { onExample: (text: string) => void }) {
  const t = useTranslations("knowledge.link");
  return (
    <div className="flex flex-col gap-2 pt-2">
      <p className="text-sm text-ink-3">{t("tryExample")}</p>
      <div className="flex flex-wrap gap-2">
        {linkExamples.map(({ id, text }) => (
          <Button key={id} onPress={() => onExample(text)}>
            {t(`example.${id}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
