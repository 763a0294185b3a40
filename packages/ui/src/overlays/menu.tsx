"use client";

import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "../class-names.ts";
import { optionClass, popoverClass } from "../controls/option-list.tsx";

export type MenuEntry =
  | {
      kind?: "item";
      id: string;
      label: string;
      description?: string;
      icon?: ReactNode;
      shortcut?: string;
      href?: string;
      isDisabled?: boolean;
      isDanger?: boolean;
      isSelected?: boolean;
      /** The language of the label where it differs from the page's. */
      lang?: string;
      onAction?: () => void;
    }
  | { kind: "separator"; id: string }
  | { kind: "section"; id: string; label: string; entries: MenuEntry[] };

export type MenuProps = {
  /** The button that opens the menu. */
  trigger: ReactElement;
  label: string;
  entries: MenuEntry[];
  placement?: "bottom start" | "bottom end" | "top start" | "right top";
  onOpenChange?: (isOpen: boolean) => void;
};

export function Menu({ trigger, label, entries, placement = "bottom start", onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      {trigger}
      <Popover offset={4} placement={placement} className={classNames(popoverClass, "min-w-48")}>
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map(renderEntry)}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function renderEntry(entry: MenuEntry) {
  if (entry.kind === "separator") return <Separator key={entry.id} className="my-1 border-t" />;
  if (entry.kind === "section")
    return (
      <MenuSection key={entry.id}>
        <Header className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3">{entry.label}</Header>
        {entry.entries.map(renderEntry)}
      </MenuSection>
    );
  return (
    <AriaMenuItem
      key={entry.id}
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
      {...(entry.href === undefined ? {} : { href: entry.href })}
      {...(entry.onAction === undefined ? {} : { onAction: entry.onAction })}
      className={classNames(optionClass, entry.isDanger === true && "text-danger")}
    >
      {entry.icon !== undefined && <span className="flex w-4 justify-center text-ink-3">{entry.icon}</span>}
      <span className="flex min-w-0 flex-1 flex-col" lang={entry.lang}>
        <span className="truncate">{entry.label}</span>
        {entry.description !== undefined && <span className="text-xs text-ink-3">{entry.description}</span>}
      </span>
      {entry.shortcut !== undefined && <kbd className="font-sans text-xs text-ink-3">{entry.shortcut}</kbd>}
      {entry.isSelected === true && <Check aria-hidden size={14} className="text-accent" />}
    </AriaMenuItem>
  );
}
