"use client";

import { ButtonLink, EmptyState, PageBody, PageHeader, Skeleton } from "@qinghao/ui";
import { type LucideIcon, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { FailureState } from "./failure-state.tsx";

/** A page that lists what there is of one kind, and leads to making another. */
export function ListPage<Data>({
  title,
  create,
  empty: { icon: Icon, title: emptyTitle, advice },
  found,
  isEmpty,
  children,
}: {
  title: string;
  create: { label: string; href: string };
  /** What is shown while there is none. */
  empty: { icon: LucideIcon; title: string; advice: string };
  found: { isPending: boolean; isError: boolean; error: unknown; data: Data | undefined; refetch: () => unknown };
  isEmpty: (data: Data) => boolean;
  /** The list, where it is not empty. */
  children: (data: Data) => ReactNode;
}) {
  const { isPending, isError, error, data, refetch } = found;
  const hasNone = data !== undefined && isEmpty(data);
  const link = (
    <ButtonLink look="primary" icon={<Plus aria-hidden size={14} />} href={create.href}>
      {create.label}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} actions={hasNone ? undefined : link} />
      <PageBody>
        {isPending && <Skeleton className="h-40 w-full" />}
        {isError && <FailureState error={error} onRetry={() => void refetch()} />}
        {hasNone && (
          <EmptyState icon={<Icon aria-hidden size={28} strokeWidth={1.5} />} title={emptyTitle} actions={link}>
            {advice}
          </EmptyState>
        )}
        {data !== undefined && !hasNone && children(data)}
      </PageBody>
    </>
  );
}
