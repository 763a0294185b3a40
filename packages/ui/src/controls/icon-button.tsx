"use client";

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { classNames } from "../class-names.ts";
import { Tooltip, TooltipTrigger } from "../overlays/tooltip.tsx";

export type IconButtonProps = Omit<AriaButtonProps, "className" | "style" | "children" | "aria-label"> & {
  /** What the button does; read aloud and shown on hover and focus. */
  label: string;
  icon: ReactNode;
  size?: "small" | "medium";
  className?: string;
};

export function IconButton({ label, icon, size = "medium", className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger>
      <AriaButton
        {...rest}
        aria-label={label}
        data-print="hidden"
        className={classNames(
          "inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors",
          "data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed data-disabled:opacity-40",
          size === "small" ? "size-6" : "size-8",
          className,
        )}
      >
        {icon}
      </AriaButton>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
