"use client";

import { ButtonLink, EmptyState } from "@qinghao/ui";
import { Compass } from "lucide-react";

export function MissingPage({ title, advice, action }: { title: string; advice: string; action: string }) {
  return (
    <div className="flex flex-1 items-center justify-center">
      <EmptyState
        icon={<Compass aria-hidden size={28} strokeWidth={1.5} />}
        title={title}
        actions={
          <ButtonLink look="primary" href="/">
            {action}
          </ButtonLink>
        }
      >
        {advice}
      </EmptyState>
    </div>
  );
}
