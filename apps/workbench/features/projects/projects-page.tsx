"use client";

import { Button, EmptyState, formatCount, PageBody, PageHeader, Skeleton, Time } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";

const CreateProject = dynamic(() => import("./create-project.tsx").then((module) => module.CreateProject), {
  ssr: false,
});

/** Every project, the last used first. */
export function ProjectsPage() {
  const t = useTranslations("projects");
  const locale = useLocale();
  const trpc = useTRPC();
  const router = useRouter();
  const pathname = usePathname();
  const isCreating = useSearchParams().get("new") === "1";
  const projects = useQuery(trpc.projects.list.queryOptions());
  const open = () => router.replace(`${pathname}?new=1`, { scroll: false });
  const rows = [...(projects.data?.projects ?? [])].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <Button look="primary" icon={<Plus aria-hidden size={16} />} onPress={open}>
            {t("create")}
          </Button>
        }
      />
      <PageBody>
        {projects.isError && <FailureState error={projects.error} onRetry={() => projects.refetch()} />}
        {projects.isPending && <ProjectsSkeleton />}
        {projects.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={<FolderPlus aria-hidden size={28} strokeWidth={1.5} />}
            title={t("emptyTitle")}
            actions={
              <Button look="primary" onPress={open}>
                {t("create")}
              </Button>
            }
          >
            {t("emptyAdvice")}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-3">
            {rows.map((project) => (
              <li key={project.id}>
                <Link
                  href={`/p/${project.id}/compounds`}
                  className="flex h-full flex-col gap-3 rounded-md border p-4 transition-colors hover:border-line-strong hover:bg-surface"
                >
                  <h2 className="text-base font-semibold break-words text-ink">{project.name}</h2>
                  {project.description !== "" && (
                    <p className="line-clamp-2 text-sm break-words text-ink-2">{project.description}</p>
                  )}
                  <p className="numeric text-sm text-ink-2">
                    {t("facts", {
                      compounds: project.compounds,
                      shown: formatCount(locale, project.compounds),
                    })}
                  </p>
                  <p className="mt-auto text-xs text-ink-3">
                    {t.rich("changed", { time: () => <Time at={project.updatedAt} /> })}
                  </p>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </PageBody>
      {isCreating && <CreateProject onClose={() => router.replace(pathname, { scroll: false })} />}
    </>
  );
}

function ProjectsSkeleton() {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-3">
      {[0, 1, 2].map((key) => (
        <div key={key} className="flex flex-col gap-3 rounded-md border p-4">
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-3 w-1/3" />
        </div>
      ))}
    </div>
  );
}
