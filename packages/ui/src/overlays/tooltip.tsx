"use client";

import type { ComponentProps, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTooltipTrigger } from "react-aria-components/Tooltip";

export function TooltipTrigger(props: ComponentProps<typeof AriaTooltipTrigger>) {
  return <AriaTooltipTrigger delay={400} closeDelay={80} {...props} />;
}

export function Tooltip({
  children,
  placement,
}: {
  children: ReactNode;
  placement?: "top" | "bottom" | "left" | "right";
}) {
  return (
    <AriaTooltip
      offset={6}
      {...(placement === undefined ? {} : { placement })}
      className="overlay-motion z-50 max-w-72 rounded-sm bg-ink px-2 py-1 text-xs text-canvas"
    >
      {children}
    </AriaTooltip>
  );
}
