"use client";

import dynamic from "next/dynamic";
import { LoadingPage } from "./loading-page.tsx";

/** The editor, its workers and the 3D view exist in a browser only, so the server does not render this page. */
export const DesignPage = dynamic(() => import("./design-screen.tsx").then((loaded) => loaded.DesignScreen), {
  ssr: false,
  loading: LoadingPage,
});
