"use client";

import type { WireError } from "@qinghao/kernel";
import { ChevronRight, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Heading } from "react-aria-components/Heading";
import { classNames } from "../class-names.ts";
import { Button } from "../controls/button.tsx";
import { useUiText } from "../ui-locale.ts";
import { CopyButton } from "./copy-button.tsx";

export type ErrorStateProps = {
  /** What happened, one sentence. */
  title: string;
  /** File, line, field or service. */
  where?: string | undefined;
  /** What to do about it. */
  advice?: ReactNode;
  code?: string | undefined;
  details?: WireError["details"] | string | undefined;
  onRetry?: (() => void) | undefined;
  actions?: ReactNode;
  /** `page` fills the body, `inline` sits in a panel. */
  layout?: "page" | "inline";
};

/** What happened, where and what to do; code and details are folded and can be copied. */
export function ErrorState(props: ErrorStateProps) {
  const { title, where, advice, code, details, onRetry, actions, layout = "inline" } = props;
  const text = useUiText();
  const plain = [code, typeof details === "string" ? details : details && JSON.stringify(details, null, 2)]
    .filter(Boolean)
    .join("\n");
  return (
    <div
      role="alert"
      className={classNames(
        "flex gap-3 text-sm",
        layout === "page" ? "mx-auto max-w-xl px-6 py-16" : "rounded-md bg-danger-soft p-3",
      )}
    >
      <CircleAlert aria-hidden size={layout === "page" ? 20 : 16} className="mt-0.5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <p className={classNames("font-medium break-words text-ink", layout === "page" && "text-base")}>{title}</p>
        {where !== undefined && <p className="break-words text-ink-2">{text.where(where)}</p>}
        {advice !== undefined && <div className="text-ink-2">{advice}</div>}
        {(onRetry !== undefined || actions !== undefined) && (
          <div className="flex flex-wrap gap-2 pt-2">
            {onRetry !== undefined && (
              <Button size="small" onPress={onRetry}>
                {text.tryAgain}
              </Button>
            )}
            {actions}
          </div>
        )}
        {plain !== "" && (
          <Disclosure className="group w-full pt-1">
            <Heading level={3}>
              <AriaButton
                slot="trigger"
                className="inline-flex items-center gap-1 rounded-sm text-xs text-ink-2 data-hovered:text-ink"
              >
                <ChevronRight aria-hidden size={12} className="transition-transform group-data-expanded:rotate-90" />
                {text.details}
              </AriaButton>
            </Heading>
            <DisclosurePanel className="flex flex-col items-start gap-1">
              <pre className="mt-1 max-h-60 w-full overflow-auto rounded-sm bg-canvas p-2 font-mono text-xs break-all whitespace-pre-wrap text-ink-2">
                {plain}
              </pre>
              <CopyButton text={plain} label={text.copyDetails} look="button" />
            </DisclosurePanel>
          </Disclosure>
        )}
      </div>
    </div>
  );
}
