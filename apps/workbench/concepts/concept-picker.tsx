"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import type { ConceptKind } from "@qinghao/knowledge/schema";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { SearchField } from "react-aria-components/SearchField";
import { mainName, otherName } from "./concept-name.ts";
import { useConceptSearch } from "./use-concept-search.ts";

const anyKind: readonly ConceptKind[] = [];

/** A search in the knowledge that hands over the concept chosen from it: by name, pinyin initials or code. */
export function ConceptPicker({
  label,
  hideLabel = false,
  kinds = anyKind,
  projectId,
  mark,
  onPick,
}: {
  label: string;
  hideLabel?: boolean;
  kinds?: readonly ConceptKind[];
  /** The project whose own concepts are found too. */
  projectId?: string;
  /** Stands before the name. */
  mark?: (concept: ConceptRef) => ReactNode;
  onPick: (concept: ConceptRef) => void;
}) {
  const t = useTranslations("knowledge.picker");
  const locale = useLocale();
  const [text, setText] = useState("");
  const search = useConceptSearch(text, { kinds, limit: 8, projectId });
  const hits = text.trim() === "" ? [] : (search.data?.hits ?? []);
  return (
    <div className="flex flex-col gap-1">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="flex flex-col gap-1">
          <Label className={hideLabel ? "screen-reader-only" : "text-xs font-medium text-ink-2"}>{label}</Label>
          <Input
            placeholder={t("placeholder")}
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
              onPick({ id: hit.id, kind: hit.kind, name: hit.name });
              setText("");
            }}
            renderEmptyState={() => (
              <p className="p-2 text-sm text-ink-3">
                {t(search.isError ? "failed" : search.isFetching ? "searching" : "nothing")}
              </p>
            )}
            className="flex max-h-64 flex-col overflow-y-auto outline-none"
          >
            {(hit) => {
              const other = otherName(hit, locale);
              return (
                <ListBoxItem
                  id={hit.id}
                  textValue={mainName(hit, locale)}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-focused:bg-hover data-hovered:bg-hover"
                >
                  {mark?.(hit)}
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className="truncate text-ink">{mainName(hit, locale)}</span>
                    <span className="truncate text-xs text-ink-3">
                      {other === null ? hit.id : `${other.text} · ${hit.id}`}
                    </span>
                  </span>
                </ListBoxItem>
              );
            }}
          </ListBox>
        )}
      </Autocomplete>
    </div>
  );
}
