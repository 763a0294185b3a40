"use client";

import { Skeleton } from "@qinghao/ui";
import dynamic from "next/dynamic";

/** Drawings, contributions and the 3D view are made in the browser, so the server does not render this page. */
export const CompoundPage = dynamic(() => import("./compound-screen.tsx").then((loaded) => loaded.CompoundScreen), {
  ssr: false,
  loading: () => (
    <div aria-busy className="flex flex-1 flex-col gap-4 px-6 pt-5 pb-6">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-72 w-full" />
      <Skeleton className="h-full w-full" />
    </div>
  ),
});
