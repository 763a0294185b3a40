"use client";

import type { ConceptHit } from "@qinghao/api/schema";
import { classNames } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { Collection } from "react-aria-components/Collection";
import { Header } from "react-aria-components/Header";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { conceptHref, mainName, otherName } from "../../../concepts/concept-name.ts";
import { KindMark } from "../kind-mark.tsx";
import { useRoleName } from "../role-name.ts";
import { SourceChip } from "../source-chip.tsx";
import { MarkedText } from "./marked-text.tsx";
import { rememberConcept } from "./recent-concepts.ts";

/** Hits by kind: the kind of the best hit first. Arrow keys move while the text box keeps the focus. */
export function SearchResults({ hits }: { hits: readonly ConceptHit[] }) {
  const t = useTranslations("knowledge");
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => ({ id: kind, kind, hits: hits.filter((hit) => hit.kind === kind) }));
  return (
    <ListBox
      aria-label={t("search.results")}
      items={groups}
      selectionMode="none"
      onAction={(key) => {
        const hit = hits.find(({ id }) => id === key);
        if (hit !== undefined) rememberConcept(hit);
      }}
      className="flex flex-col gap-3 outline-none"
    >
      {(group) => (
        <ListBoxSection id={group.id}>
          <Header className="flex h-7 items-center gap-2 border-b text-xs font-medium text-ink-3">
            <KindMark kind={group.kind} isNamed />
            {t(`kind.${group.kind}`)}
            <span className="numeric font-normal">{group.hits.length}</span>
          </Header>
          <Collection items={group.hits}>{(hit) => <Hit hit={hit} />}</Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function Hit({ hit }: { hit: ConceptHit }) {
  const t = useTranslations("knowledge.search");
  const locale = useLocale();
  const roleName = useRoleName();
  const name = mainName(hit, locale);
  const other = otherName(hit, locale);
  const { text, role, ranges, language } = hit.matched;
  const isIdentifier = language === null;
  const isName = text === name;
  const isOther = other !== null && text === other.text;
  return (
    <ListBoxItem
      id={hit.id}
      textValue={name}
      href={conceptHref(hit.id)}
      className={classNames(
        "group flex min-h-9 items-center gap-3 rounded-sm border-b border-line/60 px-2 py-1.5 text-sm outline-none last:border-b-0",
        "data-focused:bg-hover data-hovered:bg-hover data-focused:shadow-[inset_2px_0_0_var(--qh-accent)]",
      )}
    >
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 break-words font-medium text-ink">
            {isName ? <MarkedText text={name} ranges={ranges} /> : name}
          </span>
          {other !== null && (
            <span lang={other.lang} className="min-w-0 break-words text-ink-2">
              {isOther ? <MarkedText text={other.text} ranges={ranges} /> : other.text}
            </span>
          )}
        </span>
        {!isName && !isOther && (
          <span className="min-w-0 break-words text-xs text-ink-2">
            {t.rich("foundBy", {
              role: roleName(role),
              match: () => (
                <span className={isIdentifier ? "font-mono" : undefined}>
                  <MarkedText text={text} ranges={ranges.length === 0 ? [[0, text.length]] : ranges} />
                </span>
              ),
            })}
          </span>
        )}
      </span>
      <SourceChip id={hit.matched.source} isInGrid />
      <span title={hit.id} className="max-w-56 shrink-0 truncate text-right font-mono text-xs text-ink-3">
        {hit.id}
      </span>
    </ListBoxItem>
  );
}
