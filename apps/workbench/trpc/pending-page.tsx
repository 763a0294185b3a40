"use client";

import { PageBody, PageHeader, Skeleton } from "@qinghao/ui";
import type { ReactNode } from "react";
import { FailureState } from "./failure-state.tsx";

/** A page whose one subject is on its way, or could not be had. */
export function PendingPage({
  title,
  above,
  found,
}: {
  title: string;
  above: ReactNode;
  found: { isError: boolean; error: unknown; refetch: () => unknown };
}) {
  return (
    <>
      <PageHeader title={title} above={above} />
      <PageBody>
        {found.isError ? (
          <FailureState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton className="h-64 w-full" />
        )}
      </PageBody>
    </>
  );
}
