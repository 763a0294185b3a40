import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** The body under header and filter bar. `fixed` fills the window and lets its content scroll, as tables do. */
export function PageBody({
  children,
  scroll = "page",
  className,
}: {
  children: ReactNode;
  scroll?: "page" | "fixed";
  className?: string;
}) {
  return (
    <div
      data-print="flow"
      className={classNames(
        "min-h-0 flex-1 px-6 pb-6",
        scroll === "page" ? "overflow-y-auto" : "flex flex-col overflow-hidden",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A titled part of a page, divided from the one above by a hairline. */
export function Section({
  title,
  meta,
  actions,
  children,
  className,
}: {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={classNames("flex flex-col gap-3 border-t py-5 first:border-t-0 first:pt-1", className)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-base font-semibold text-ink">{title}</h2>
        {meta !== undefined && <span className="text-sm text-ink-3">{meta}</span>}
        {actions !== undefined && <div className="ml-auto flex gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
