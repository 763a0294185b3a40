"use client";

import type { ReceptorView } from "@qinghao/api/schema";
import Link from "next/link";
import { useLocale } from "next-intl";
import { conceptHref, mainName } from "../../concepts/concept-name.ts";

/** The target of a receptor by name, leading to what is known of it. */
export function TargetLink({ target }: { target: NonNullable<ReceptorView["target"]> }) {
  return (
    <Link
      href={conceptHref(target.id)}
      title={target.id}
      className="text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
    >
      {mainName(target, useLocale())}
    </Link>
  );
}
