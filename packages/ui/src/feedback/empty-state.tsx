import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** One sentence and the two likeliest actions. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={classNames("flex flex-col items-center justify-center gap-3 px-6 py-16 text-center", className)}>
      {icon !== undefined && <div className="text-ink-3">{icon}</div>}
      <div className="flex max-w-md flex-col gap-1">
        <p className="text-base font-medium text-ink">{title}</p>
        {children !== undefined && <div className="text-sm text-ink-2">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
