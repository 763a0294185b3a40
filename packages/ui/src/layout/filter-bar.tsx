"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Toolbar } from "react-aria-components/Toolbar";
import { Button } from "../controls/button.tsx";
import { useUiText } from "../ui-locale.ts";

export type FilterBarProps = {
  label: string;
  children: ReactNode;
  /** What is filtered now; each can be taken away. */
  active?: readonly { id: string; label: string; onRemove: () => void }[];
  onClear?: () => void;
  /** At the right end: view options, counts. */
  end?: ReactNode;
};

export function FilterBar({ label, children, active = [], onClear, end }: FilterBarProps) {
  const text = useUiText();
  return (
    <Toolbar aria-label={label} data-print="hidden" className="flex flex-wrap items-center gap-2 px-6 pb-3">
      {children}
      {active.map((filter) => (
        <span
          key={filter.id}
          className="inline-flex h-7 items-center gap-1 rounded-md bg-accent-soft pr-1 pl-2 text-sm text-accent"
        >
          {filter.label}
          <AriaButton
            aria-label={`${text.clear}: ${filter.label}`}
            onPress={filter.onRemove}
            className="flex size-6 items-center justify-center rounded-sm data-hovered:bg-hover"
          >
            <X aria-hidden size={12} />
          </AriaButton>
        </span>
      ))}
      {active.length > 0 && onClear !== undefined && (
        <Button look="quiet" size="small" onPress={onClear}>
          {text.clearFilters}
        </Button>
      )}
      {end !== undefined && <div className="ml-auto flex items-center gap-2">{end}</div>}
    </Toolbar>
  );
}
