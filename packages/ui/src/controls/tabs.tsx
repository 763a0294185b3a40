"use client";

import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { classNames } from "../class-names.ts";

export type TabEntry<Id extends string = string> = { id: Id; label: string; count?: string; content: ReactNode };

export type TabsProps<Id extends string> = {
  label: string;
  tabs: readonly TabEntry<Id>[];
  /** Keep it in the URL, so that the page can be sent to a colleague. */
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
};

export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as Id)}
      className={classNames("flex min-h-0 flex-col", className)}
    >
      <TabList aria-label={label} data-print="hidden" className="flex gap-4 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm whitespace-nowrap text-ink-2 outline-none data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink data-focus-visible:rounded-sm data-focus-visible:shadow-[inset_0_0_0_2px_var(--qh-focus)]"
          >
            {tab.label}
            {tab.count !== undefined && <span className="numeric text-xs text-ink-3">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="flex min-h-0 flex-1 flex-col pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
