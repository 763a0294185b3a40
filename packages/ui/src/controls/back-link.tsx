"use client";

import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-aria-components/Link";

/** The way up, above a page's title. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="inline-flex max-w-xl items-center gap-0.5 hover:text-ink">
      <ChevronLeft aria-hidden size={12} className="shrink-0" />
      <span className="truncate">{children}</span>
    </Link>
  );
}
