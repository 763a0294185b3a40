"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { classNames } from "../class-names.ts";
import { useUiText } from "../ui-locale.ts";

export type Option<Id extends string = string> = { id: Id; label: string; description?: string; icon?: ReactNode };

export const popoverClass =
  "overlay-motion z-50 max-h-80 min-w-(--trigger-width) overflow-auto rounded-md bg-raised p-1 shadow-overlay outline-none";

export const optionClass = classNames(
  "group flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none select-none",
  "data-focused:bg-hover data-hovered:bg-hover data-disabled:opacity-50",
  "data-focus-visible:shadow-[inset_0_0_0_2px_var(--qh-focus)]",
);

/** The list inside a select or a combo box. */
export function OptionList<Id extends string>({ options }: { options?: readonly Option<Id>[] }) {
  const text = useUiText();
  const items = options === undefined ? {} : { items: options };
  return (
    <ListBox
      {...items}
      className="outline-none"
      renderEmptyState={() => <p className="p-2 text-sm text-ink-3">{text.noMatches}</p>}
    >
      {(option: Option<Id>) => (
        <ListBoxItem id={option.id} textValue={option.label} className={optionClass}>
          {option.icon}
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate">{option.label}</span>
            {option.description !== undefined && <span className="text-xs text-ink-3">{option.description}</span>}
          </span>
          <Check aria-hidden size={14} className="invisible text-accent group-data-selected:visible" />
        </ListBoxItem>
      )}
    </ListBox>
  );
}
