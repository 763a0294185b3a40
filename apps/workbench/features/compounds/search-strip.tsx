"use client";

import type { SearchView } from "@qinghao/api/schema";
import { Button, ErrorState, ProgressBar, useUiLocale } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { isSearching } from "./use-substructure-search.ts";

/** How far the substructure search is; nothing once it is over without a failure. */
export function SearchStrip({ search, onStop }: { readonly search: SearchView; readonly onStop: () => void }) {
  const t = useTranslations("compounds.substructure");
  const locale = useUiLocale();
  if (search.error !== null)
    return (
      <div className="px-6 pb-3">
        <ErrorState title={search.error.message[locale]} code={search.error.code} details={search.error.details} />
      </div>
    );
  if (!isSearching(search)) return null;
  return (
    <div className="px-6 pb-3">
      <ProgressBar
        label={t("progress")}
        progress={search.progress}
        action={
          <Button size="small" onPress={onStop}>
            {t("stop")}
          </Button>
        }
      />
    </div>
  );
}
