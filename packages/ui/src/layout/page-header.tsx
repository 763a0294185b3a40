import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  /** An id or short fact in the quiet colour beside the title. */
  meta?: ReactNode;
  /** A StateChip. */
  state?: ReactNode;
  /** Links back, above the title. */
  above?: ReactNode;
  /** At most one primary button, at the right. */
  actions?: ReactNode;
  description?: ReactNode;
};

/** The first row of every page. */
export function PageHeader({ title, meta, state, above, actions, description }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-1 px-6 pt-5 pb-3">
      {above !== undefined && <div className="text-xs text-ink-3">{above}</div>}
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 text-xl font-semibold tracking-[-0.01em] break-words text-ink">{title}</h1>
        {state}
        {meta !== undefined && <span className="text-sm text-ink-3">{meta}</span>}
        {actions !== undefined && (
          <div data-print="hidden" className="ml-auto flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </div>
      {description !== undefined && <p className="max-w-3xl text-sm text-ink-2">{description}</p>}
    </header>
  );
}
