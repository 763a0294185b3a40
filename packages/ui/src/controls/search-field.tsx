"use client";

import { Search, X } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from "react-aria-components/SearchField";
import { classNames } from "../class-names.ts";
import { inputClass } from "./field.tsx";

export type SearchFieldProps = Omit<AriaSearchFieldProps, "className" | "style" | "children" | "aria-label"> & {
  label: string;
  placeholder?: string;
  className?: string;
};

export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={classNames("group relative flex items-center", className)}>
      <Search aria-hidden size={14} className="pointer-events-none absolute left-2 text-ink-3" />
      <Input
        placeholder={placeholder ?? label}
        className={classNames(inputClass, "px-7 [&::-webkit-search-cancel-button]:hidden")}
      />
      <Button className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-3 group-data-empty:hidden data-hovered:bg-hover">
        <X aria-hidden size={14} />
      </Button>
    </AriaSearchField>
  );
}
