"use client";

import type { SearchView } from "@qinghao/api/schema";
import { Button, ErrorState, Notice, ProgressBar, useUiLocale } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { isSearching } from "./use-substructure-search.ts";

/** How far the substructure search is; nothing once it is over without a failure. */
export function SearchStrip({ search }: { readonly search: SearchView }) {
  const t = useTranslations("compounds.substructure");
  const locale = useUiLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.searches.cancel.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.searches.get.queryKey({ searchId: search.id }) }),
    }),
  );
  if (search.error !== null)
    return (
      <div className="px-6 pb-3">
        <ErrorState title={search.error.message[locale]} code={search.error.code} details={search.error.details} />
      </div>
    );
  if (search.state === "cancelled")
    return (
      <div className="px-6 pb-3">
        <Notice tone="warn">{t("stopped", { done: search.progress.done + search.progress.failed })}</Notice>
      </div>
    );
  if (!isSearching(search)) return null;
  return (
    <div className="px-6 pb-3">
      <ProgressBar
        label={t("progress")}
        progress={search.progress}
        action={
          <Button
            size="small"
            isDisabled={cancel.isPending || search.state === "cancelling"}
            onPress={() => cancel.mutate({ searchId: search.id })}
          >
            {t("stop")}
          </Button>
        }
      />
    </div>
  );
}
