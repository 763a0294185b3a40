"use client";

import type { ReactNode } from "react";
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components/Switch";
import { classNames } from "../class-names.ts";

export type SwitchProps = Omit<AriaSwitchProps, "className" | "style" | "children"> & {
  children: ReactNode;
  className?: string;
};

export function Switch({ children, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className={classNames(
        "group relative flex min-h-6 items-center gap-2 text-sm text-ink data-disabled:opacity-50",
        className,
      )}
    >
      <span className="flex h-4 w-7 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-(--qh-focus)">
        <span className="size-3 rounded-full bg-canvas transition-transform group-data-selected:translate-x-3" />
      </span>
      {children}
    </AriaSwitch>
  );
}
