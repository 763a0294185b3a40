"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { useUiText } from "../ui-locale.ts";

export type InspectorProps = {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
  actions?: ReactNode;
  label?: string;
  /** `wide` for what needs room, such as a 3D view. */
  width?: "usual" | "wide";
};

/** The panel at the right for what is selected. Escape closes it; the page beside it stays usable. */
export function Inspector({ title, children, onClose, actions, label, width = "usual" }: InspectorProps) {
  const text = useUiText();
  return (
    <aside
      aria-label={label ?? text.inspector}
      data-print="hidden"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className={classNames(
        width === "wide" ? "w-[min(40rem,52vw)] max-lg:w-[min(40rem,100vw)]" : "w-90",
        "flex shrink-0 flex-col overflow-hidden border-l bg-surface max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-overlay",
      )}
    >
      <div className="flex min-h-11 items-center gap-2 border-b py-1.5 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">{title}</h2>
        {actions}
        <IconButton label={text.close} icon={<X aria-hidden size={16} />} onPress={onClose} />
      </div>
      <div className="flex-1 overflow-y-auto p-4">{children}</div>
    </aside>
  );
}
