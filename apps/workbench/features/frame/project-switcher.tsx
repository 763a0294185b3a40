"use client";

import { Button, Menu, type MenuEntry } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Folder, LayoutGrid, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useCurrentProject } from "./place.ts";

export function ProjectSwitcher() {
  const t = useTranslations("frame.project");
  const trpc = useTRPC();
  const { projectId, isOpen } = useCurrentProject();
  const projects = useQuery(trpc.projects.list.queryOptions());
  const current = projects.data?.projects.find((project) => project.id === projectId);
  const entries: MenuEntry[] = [
    {
      kind: "section",
      id: "projects",
      label: t("label"),
      entries: (projects.data?.projects ?? []).slice(0, 12).map((project) => ({
        id: project.id,
        label: project.name,
        icon: <Folder aria-hidden size={14} />,
        href: `/p/${project.id}/compounds`,
        isSelected: project.id === projectId && isOpen,
      })),
    },
    { kind: "separator", id: "line" },
    { id: "all", label: t("all"), icon: <LayoutGrid aria-hidden size={14} />, href: "/" },
    { id: "create", label: t("create"), icon: <Plus aria-hidden size={14} />, href: "/?new=1" },
  ];
  return (
    <Menu
      label={t("label")}
      entries={entries}
      trigger={
        <Button
          look="quiet"
          size="small"
          className="min-w-0 shrink"
          aria-label={`${t("label")}: ${current?.name ?? t("none")}`}
        >
          <span className={isOpen ? "max-w-60 truncate text-ink" : "max-w-60 truncate text-ink-2"}>
            {current?.name ?? t("none")}
          </span>
          <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-ink-3" />
        </Button>
      }
    />
  );
}
