"use client";

import { EmptyState, Skeleton } from "@qinghao/ui";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField } from "react-aria-components/SearchField";
import { useConceptSearch } from "../../../concepts/use-concept-search.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { kindOrder } from "../kinds.ts";
import { useInProject } from "../knowledge-scope.tsx";
import { listIn, useAddress } from "../use-address.ts";
import { KindFilter } from "./kind-filter.tsx";
import { SearchResults } from "./search-results.tsx";
import { SearchStart } from "./search-start.tsx";

/** Search as one types. The text box keeps the focus; up and down choose, Enter opens. */
export function SearchPanel() {
  const t = useTranslations("knowledge.search");
  const [address, change] = useAddress();
  const inAddress = address.get("q") ?? "";
  const [text, setText] = useState(inAddress);
  const kinds = listIn(address.get("kinds"), kindOrder);
  const search = useConceptSearch(text, { kinds, ...useInProject() });
  const written = useRef(inAddress);
  // Back, forward and links change the address without the box; what the box itself wrote there changes nothing.
  useEffect(() => {
    if (inAddress !== written.current) setText(inAddress);
    written.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    const timer = setTimeout(() => {
      written.current = text.trim();
      change({ q: text.trim() }, "replace");
    }, 200);
    return () => clearTimeout(timer);
  }, [text, change]);
  const isAsked = text.trim() !== "";
  const hits = isAsked ? search.data?.hits : undefined;
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className="flex flex-col gap-3 pb-3">
        <SearchField aria-label={t("label")} autoFocus className="group relative flex max-w-3xl items-center">
          <Search aria-hidden size={16} className="pointer-events-none absolute left-3 text-ink-3" />
          <Input
            placeholder={t("placeholder")}
            className="h-10 w-full rounded-md bg-canvas pr-9 pl-9 text-base text-ink shadow-[inset_0_0_0_1px_var(--qh-line-strong)] outline-none placeholder:text-ink-3 data-focused:shadow-[inset_0_0_0_2px_var(--qh-focus)] [&::-webkit-search-cancel-button]:hidden"
          />
          <Button className="absolute right-2 flex size-6 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden data-hovered:bg-hover">
            <X aria-hidden size={14} />
          </Button>
        </SearchField>
        <KindFilter value={kinds} onChange={(next) => change({ kinds: next.join(",") })} />
      </div>
      {!isAsked && <SearchStart onExample={setText} />}
      {isAsked && search.isError && <FailureState error={search.error} onRetry={() => void search.refetch()} />}
      {isAsked && !search.isError && hits === undefined && <ResultsSkeleton />}
      {hits !== undefined && hits.length === 0 && (
        <EmptyState title={t("nothing", { text: text.trim() })}>{t("nothingAdvice")}</EmptyState>
      )}
      {hits !== undefined && hits.length > 0 && (
        <div className="max-w-5xl">
          <p role="status" className="numeric pb-1 text-xs text-ink-3">
            {t("found", { count: hits.length, millis: Math.max(1, Math.round(search.data?.tookMs ?? 0)) })}
          </p>
          <SearchResults hits={hits} />
        </div>
      )}
    </Autocomplete>
  );
}

function ResultsSkeleton() {
  return (
    <div aria-busy className="flex max-w-5xl flex-col gap-3 pt-6">
      {[0, 1, 2, 3].map((key) => (
        <Skeleton key={key} className="h-8 w-full" />
      ))}
    </div>
  );
}
