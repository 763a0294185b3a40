import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** A sentence the reader should not miss, inside the page. */
export function Notice({
  tone = "info",
  children,
  actions,
}: {
  tone?: "info" | "warn";
  children: ReactNode;
  actions?: ReactNode;
}) {
  const Icon = tone === "info" ? Info : TriangleAlert;
  return (
    <div
      role="status"
      className={classNames(
        "flex items-start gap-2 rounded-md px-3 py-2 text-sm text-ink",
        tone === "info" ? "bg-info-soft" : "bg-warn-soft",
      )}
    >
      <Icon
        aria-hidden
        size={16}
        className={classNames("mt-0.5 shrink-0", tone === "info" ? "text-info" : "text-warn")}
      />
      <div className="min-w-0 flex-1">{children}</div>
      {actions}
    </div>
  );
}
