import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export type KeyValueProps = {
  items: readonly { key: string; label: ReactNode; value: ReactNode }[];
  /** `beside`: label left of value; `grid`: label above value in as many columns as fit. */
  layout?: "beside" | "grid";
  className?: string;
};

export function KeyValue({ items, layout = "beside", className }: KeyValueProps) {
  return (
    <dl
      className={classNames(
        "text-sm",
        layout === "grid"
          ? "grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3"
          : "grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] content-start gap-x-6 gap-y-1.5",
        className,
      )}
    >
      {items.map((item) => (
        <div key={item.key} className={layout === "grid" ? "flex flex-col gap-0.5" : "contents"}>
          <dt className={classNames("text-ink-3", layout === "grid" && "text-xs")}>{item.label}</dt>
          <dd className="min-w-0 break-words text-ink">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
