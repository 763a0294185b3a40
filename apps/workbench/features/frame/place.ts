"use client";

import { useParams, usePathname } from "next/navigation";
import { createContext, useContext, useEffect } from "react";
import { projectCookie } from "./place-names.ts";
import { setPreference } from "./preference.ts";

export const LastProjectContext = createContext<string | null>(null);

/** The project of the address, otherwise the last one that was open. */
export function useCurrentProject(): { projectId: string | null; isOpen: boolean } {
  const { projectId } = useParams<{ projectId?: string }>();
  const last = useContext(LastProjectContext);
  useEffect(() => {
    if (projectId !== undefined) setPreference(projectCookie, projectId);
  }, [projectId]);
  return projectId === undefined ? { projectId: last, isOpen: false } : { projectId, isOpen: true };
}

export type Room =
  | "projects"
  | "design"
  | "compounds"
  | "screening"
  | "receptors"
  | "models"
  | "knowledge"
  | "trials"
  | "runs"
  | "import"
  | "system";

/** Where a room lies; null where it needs a project and there is none. */
export function roomHref(room: Room, projectId: string | null): string | null {
  if (room === "projects") return "/";
  if (room === "models" || room === "knowledge" || room === "trials" || room === "system") return `/${room}`;
  return projectId === null ? null : `/p/${projectId}/${room}`;
}

export function useIsHere(): (href: string) => boolean {
  const pathname = usePathname();
  return (href) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
