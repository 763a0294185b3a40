import { Skeleton } from "@qinghao/ui";

/** Keeps the page's outline while its code arrives. */
export function LoadingPage() {
  return (
    <div aria-busy className="flex flex-1 flex-col gap-4 px-6 pt-5">
      <Skeleton className="h-8 w-40" />
      <div className="flex min-h-0 flex-1 gap-6 pb-4">
        <Skeleton className="h-full min-w-0 flex-1" />
        <Skeleton className="h-full w-[46%]" />
      </div>
    </div>
  );
}
