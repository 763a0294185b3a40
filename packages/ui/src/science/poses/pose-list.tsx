"use client";

import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { classNames } from "../../class-names.ts";
import { formatDecimal } from "../../values/format.ts";
import { usePoseText } from "./pose-text.ts";

export type ListedPose = {
  readonly id: string;
  readonly label: string;
  /** kcal/mol; null: none. */
  readonly score: number | null;
  /** Of its heavy atoms to the known ligand, Å; null where there is none to compare with. */
  readonly rmsd: number | null;
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
  const shape = "grid grid-cols-[minmax(0,1fr)_4.5rem_4.5rem] gap-2";
  return (
    <div className={classNames("flex min-h-0 flex-col rounded-md border border-line", className)}>
      <div aria-hidden className={classNames(shape, "border-b px-3 py-1.5 text-xs text-ink-3")}>
        <span>{text.pose}</span>
        <span className="text-right">{text.score}</span>
        <span className="text-right">{text.rmsd}</span>
      </div>
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
        className="min-h-0 flex-1 overflow-y-auto p-1 outline-none"
      >
        {({ id, label, score, rmsd }) => (
          <ListBoxItem
            id={id}
            textValue={label}
            className={classNames(
              shape,
              "cursor-default items-baseline rounded-sm px-2 py-1 text-sm text-ink data-focus-visible:outline-2 data-focus-visible:outline-(--qh-focus) data-hovered:bg-hover data-selected:bg-accent-soft",
            )}
          >
            <span className="truncate">{label}</span>
            <span className="numeric text-right text-ink-2">{short(score, 2)}</span>
            <span className="numeric text-right text-ink-2">{short(rmsd, 1)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

const short = (value: number | null, digits: number) => (value === null ? "–" : formatDecimal(value, digits));
