"use client";

import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { classNames } from "../../class-names.ts";
import { usePoseText } from "./pose-text.ts";

export type ListedPose = {
  readonly id: string;
  readonly label: string;
  /** What it is ranked by, with its unit; empty where there is nothing. */
  readonly detail: string;
};

export type PoseListProps = {
  readonly poses: readonly ListedPose[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
  readonly className?: string;
};

/** The poses to choose from; the arrow keys walk through them. */
export function PoseList({ poses, shown, onShow, className }: PoseListProps) {
  const text = usePoseText();
  return (
    <ListBox
      aria-label={text.poses}
      items={poses}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={shown === null ? [] : [shown]}
      onSelectionChange={(chosen) => {
        const [id] = chosen === "all" ? [] : chosen;
        if (id !== undefined) onShow(String(id));
      }}
      renderEmptyState={() => <p className="p-2 text-sm text-ink-3">{text.noPoses}</p>}
      className={classNames("overflow-y-auto rounded-md border border-line p-1", className)}
    >
      {({ id, label, detail }) => (
        <ListBoxItem
          id={id}
          textValue={label}
          className="flex cursor-default items-baseline justify-between gap-2 rounded-sm px-2 py-1 text-sm text-ink data-focus-visible:outline-2 data-focus-visible:outline-(--qh-focus) data-hovered:bg-hover data-selected:bg-accent-soft"
        >
          <span className="truncate">{label}</span>
          <span className="numeric shrink-0 text-xs text-ink-2">{detail}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
