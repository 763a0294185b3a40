"use client";

import { Skeleton } from "@qinghao/ui";
import dynamic from "next/dynamic";

/** Drawings come from workers and the filter from the address, so the server does not render this page. */
export const CompoundsPage = dynamic(() => import("./compounds-screen.tsx").then((loaded) => loaded.CompoundsScreen), {
  ssr: false,
  loading: () => (
    <div aria-busy className="flex flex-1 flex-col gap-4 px-6 pt-5 pb-6">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-full w-full" />
    </div>
  ),
});
