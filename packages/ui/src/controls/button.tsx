"use client";

import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { Link as AriaLink, type LinkProps as AriaLinkProps } from "react-aria-components/Link";
import { classNames } from "../class-names.ts";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent data-hovered:bg-accent-hover data-pressed:bg-accent-hover",
  secondary:
    "bg-raised text-ink shadow-[inset_0_0_0_1px_var(--qh-line)] data-hovered:bg-hover data-pressed:bg-pressed hover:bg-hover",
  quiet: "bg-transparent text-ink-2 data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-pressed hover:bg-hover",
  danger: "bg-danger text-on-accent data-hovered:bg-danger-hover data-pressed:bg-danger-hover",
};
const sizes: Record<ButtonSize, string> = { small: "h-7 px-2 gap-1.5 text-sm", medium: "h-8 px-3 gap-2 text-sm" };

/** The classes of a button, for what must look like one and is another element. */
export function buttonClass(look: ButtonLook = "secondary", size: ButtonSize = "medium"): string {
  return classNames(
    "inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors select-none",
    "data-disabled:opacity-50 data-pending:opacity-70 forced-colors:border",
    looks[look],
    sizes[size],
  );
}

export type ButtonProps = Omit<AriaButtonProps, "className" | "style" | "children"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = "secondary", size = "medium", icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(buttonClass(look, size), className)}>
      {icon}
      {children}
    </AriaButton>
  );
}

export type ButtonLinkProps = Omit<AriaLinkProps, "className" | "style" | "children"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A link that looks like a button; use it wherever the deed is going somewhere or downloading a file. */
export function ButtonLink({
  look = "secondary",
  size = "medium",
  icon,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={classNames(buttonClass(look, size), className)}>
      {icon}
      {children}
    </AriaLink>
  );
}
