import { classNames } from "../class-names.ts";

/** A quiet placeholder of the size of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={classNames("block animate-pulse rounded-sm bg-hover", className ?? "h-4 w-full")} />
  );
}
