"use client";

import type { SourceInfo } from "@qinghao/knowledge/schema";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useTRPC } from "../../trpc/client.ts";

type Scope = { project: { id: string; name: string | null } | null; sources: ReadonlyMap<string, SourceInfo> };
const ScopeContext = createContext<Scope>({ project: null, sources: new Map() });

/** The project whose own concepts, names and codes are seen too, and what is known of every source. */
export function KnowledgeScope({ projectId, children }: { projectId: string | null; children: ReactNode }) {
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions()).data?.projects;
  // A project that was removed since its cookie was set is no project.
  const found = projects?.find(({ id }) => id === projectId);
  const isKnown = projectId !== null && (projects === undefined || found !== undefined);
  const sources = useQuery(trpc.knowledge.sources.queryOptions(undefined, { staleTime: 600_000 })).data?.sources;
  const scope = useMemo<Scope>(
    () => ({
      project: isKnown ? { id: projectId, name: found?.name ?? null } : null,
      sources: new Map((sources ?? []).map((source) => [source.id, source])),
    }),
    [isKnown, projectId, found?.name, sources],
  );
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

export const useKnowledgeProject = (): Scope["project"] => useContext(ScopeContext).project;
export const useSourceOf = (): ((id: string) => SourceInfo | undefined) => {
  const { sources } = useContext(ScopeContext);
  return (id) => sources.get(id);
};

/** What every question about knowledge carries: the project, where one is open. */
export function useInProject(): { projectId?: string } {
  const project = useKnowledgeProject();
  const id = project?.id;
  return useMemo(() => (id === undefined ? {} : { projectId: id }), [id]);
}
