"use client";

import { classNames, useUiText } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Collection } from "react-aria-components/Collection";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { type PaletteEntry, type PaletteGroup, usePaletteGroups } from "./palette-entries.tsx";

/** Everything by name from one box: pages, commands, projects and the current project's compounds. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("frame.palette");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim px-4 pt-[12vh] transition-opacity data-entering:opacity-0 data-exiting:opacity-0"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-md bg-raised shadow-overlay">
        <Dialog aria-label={t("title")} className="outline-none">
          <PaletteBody onDone={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onDone }: { onDone: () => void }) {
  const t = useTranslations("frame.palette");
  const text = useUiText();
  const [query, setQuery] = useState("");
  const { groups, isSearching } = usePaletteGroups(query);
  const run = (entry: PaletteEntry) => {
    onDone();
    entry.run();
  };
  /** Hits that come in late can leave no entry marked: Enter then means the first, as it does while one types. */
  const runFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = groups[0]?.entries[0];
    if (event.key !== "Enter" || event.nativeEvent.isComposing || query.trim() === "" || first === undefined) return;
    if (event.currentTarget.closest("[role=dialog]")?.querySelector("[role=menuitem][data-focused]")) return;
    event.preventDefault();
    event.stopPropagation();
    run(first);
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={t("title")} autoFocus className="flex items-center border-b">
        <Input
          placeholder={t("placeholder")}
          onKeyDownCapture={runFirst}
          className="h-12 w-full bg-transparent px-4 text-base text-ink outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Menu
        aria-label={t("title")}
        items={groups}
        className="max-h-[50vh] min-h-24 overflow-y-auto p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="p-4 text-center text-sm text-ink-3">{isSearching ? t("searching") : t("empty", { query })}</p>
        )}
      >
        {(group: PaletteGroup) => (
          <MenuSection id={group.id}>
            <Header className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">{group.label}</Header>
            <Collection items={group.entries}>
              {(entry: PaletteEntry) => (
                <MenuItem
                  id={entry.id}
                  textValue={entry.words}
                  onAction={() => run(entry)}
                  className={classNames(
                    "flex min-h-8 items-center gap-2.5 rounded-sm px-2 py-1 text-sm text-ink outline-none",
                    "data-focused:bg-hover data-hovered:bg-hover data-focused:shadow-[inset_2px_0_0_var(--qh-accent)]",
                  )}
                >
                  <span className="text-ink-3">{entry.icon}</span>
                  <span className="truncate">{entry.label}</span>
                  {entry.hint !== undefined && (
                    <span className="ml-auto shrink-0 font-mono text-xs text-ink-3">{entry.hint}</span>
                  )}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
      <p className="border-t px-4 py-2 text-xs text-ink-3">{isSearching ? text.loading : t("hint")}</p>
    </Autocomplete>
  );
}
