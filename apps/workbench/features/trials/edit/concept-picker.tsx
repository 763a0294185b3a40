"use client";

import type { RouterInputs } from "@qinghao/api/client";
import type { ConceptRef } from "@qinghao/trials/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { useTRPC } from "../../../trpc/client.ts";
import { wordsOf } from "../review/tree-concepts.ts";

export type ConceptKinds = NonNullable<RouterInputs["knowledge"]["search"]["kinds"]>;

/** A search in the knowledge that hands over the concept chosen from it: by name, pinyin initials or code. */
export function ConceptPicker({
  label,
  kinds,
  onPick,
}: {
  label: string;
  kinds: ConceptKinds;
  onPick: (concept: ConceptRef) => void;
}) {
  const t = useTranslations("trials.edit");
  const trpc = useTRPC();
  const locale = useLocale();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const found = useQuery(
    trpc.knowledge.search.queryOptions(
      { q: wanted, limit: 8, ...(kinds.length > 0 ? { kinds } : {}) },
      {
        enabled: wanted !== "",
        placeholderData: wanted === "" ? undefined : keepPreviousData,
        retry: false,
        trpc: { abortOnUnmount: true, context: { alone: true } },
      },
    ),
  );
  const hits = (wanted === "" ? [] : (found.data?.hits ?? [])).map(({ id, name }) => ({
    id,
    ref: { id, ...(name.en === null ? {} : { en: name.en }), ...(name.zh === null ? {} : { zh: name.zh }) },
  }));
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={label} className="flex flex-col">
        <Input
          placeholder={t("conceptSearch")}
          className="h-8 w-full rounded-md bg-canvas px-2 text-sm text-ink shadow-[inset_0_0_0_1px_var(--qh-line-strong)] outline-none placeholder:text-ink-3 data-focused:shadow-[inset_0_0_0_2px_var(--qh-focus)] [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      {text.trim() !== "" && (
        <ListBox
          aria-label={label}
          items={hits}
          selectionMode="none"
          onAction={(key) => {
            const hit = hits.find(({ id }) => id === key);
            if (hit === undefined) return;
            onPick(hit.ref);
            setText("");
          }}
          renderEmptyState={() => (
            <p className="p-2 text-sm text-ink-3">
              {found.isError ? t("conceptFailed") : found.isFetching ? t("conceptSearching") : t("conceptNothing")}
            </p>
          )}
          className="flex max-h-56 flex-col overflow-y-auto rounded-md bg-raised p-1 shadow-overlay outline-none"
        >
          {({ id, ref }) => (
            <ListBoxItem
              id={id}
              textValue={wordsOf(ref, locale)}
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-focused:bg-hover data-hovered:bg-hover"
            >
              <span className="min-w-0 flex-1 truncate text-ink">{wordsOf(ref, locale)}</span>
              <span className="numeric shrink-0 text-xs text-ink-3">{id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </Autocomplete>
  );
}
