import { classNames } from "@qinghao/ui";
import type { ReactNode } from "react";

const tones = { plain: "bg-hover text-ink-2", accent: "bg-accent-soft text-accent", warn: "bg-warn-soft text-warn" };

/** A word that says what stands beside it. */
export function Chip({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span className={classNames("inline-flex min-h-5 items-center rounded-sm px-1.5 text-xs font-medium", tones[tone])}>
      {children}
    </span>
  );
}
