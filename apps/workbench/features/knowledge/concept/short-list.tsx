"use client";

import { Button } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

/** The first of a list, the rest on demand; a sentence where there is none. */
export function ShortList<Item>({
  items,
  first,
  empty,
  children,
}: {
  items: readonly Item[];
  first: number;
  empty: string;
  children: (shown: readonly Item[]) => ReactNode;
}) {
  const t = useTranslations("knowledge");
  const [most, setMost] = useState(first);
  if (items.length === 0) return <p className="text-sm text-ink-3">{empty}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="w-full">{children(items.slice(0, most))}</div>
      {items.length > most && (
        <Button size="small" onPress={() => setMost(most + 200)}>
          {items.length <= most + 200 ? t("showAll", { count: items.length }) : t("showMore", { count: 200 })}
        </Button>
      )}
    </div>
  );
}
