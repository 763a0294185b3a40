"use client";

import { type TabEntry, Tabs } from "@qinghao/ui";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { FileSource } from "./file-source.tsx";
import type { ImportSource } from "./import-source.ts";
import { PasteSource } from "./paste-source.tsx";

type SourceTab = "file" | "paste";

/** Where the molecules come from: a file or the clipboard. */
export function SourceStep({ onReady }: { onReady: (source: ImportSource) => void }) {
  const t = useTranslations("import");
  const router = useRouter();
  const pathname = usePathname();
  const value: SourceTab = useSearchParams().get("from") === "paste" ? "paste" : "file";
  const tabs: TabEntry<SourceTab>[] = [
    { id: "file", label: t("fromFile"), content: <FileSource onReady={onReady} /> },
    { id: "paste", label: t("fromPaste"), content: <PasteSource onReady={onReady} /> },
  ];
  return (
    <Tabs
      label={t("source")}
      tabs={tabs}
      value={value}
      onChange={(id) => router.replace(id === "paste" ? `${pathname}?from=paste` : pathname, { scroll: false })}
    />
  );
}
