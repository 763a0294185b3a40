"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  Activity,
  BookOpen,
  BookOpenText,
  Boxes,
  ClipboardCheck,
  FileInput,
  Filter,
  FlaskConical,
  Folder,
  Hexagon,
  Languages,
  LayoutGrid,
  Monitor,
  Moon,
  Play,
  Plus,
  Puzzle,
  SquarePen,
  Sun,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useDeferredValue } from "react";
import { localeCookie } from "../../i18n/locale.ts";
import { useTRPC } from "../../trpc/client.ts";
import { type Room, roomHref, useCurrentProject } from "./place.ts";
import { setPreference } from "./preference.ts";
import type { Theme } from "./theme.ts";
import { useTheme } from "./theme-provider.tsx";

export type PaletteEntry = {
  id: string;
  label: string;
  /** What is searched: the label and words in the other language. */
  words: string;
  hint?: string;
  icon: ReactNode;
  run: () => void;
};
export type PaletteGroup = { id: string; label: string; entries: PaletteEntry[] };

const rooms: { room: Room; icon: ReactNode; words: string }[] = [
  { room: "projects", icon: <LayoutGrid aria-hidden size={16} />, words: "projects home 项目 xm" },
  { room: "design", icon: <SquarePen aria-hidden size={16} />, words: "design draw sketch 分子设计 绘制 fzsj" },
  { room: "compounds", icon: <FlaskConical aria-hidden size={16} />, words: "compounds molecules table 化合物 hhw" },
  {
    room: "screening",
    icon: <Filter aria-hidden size={16} />,
    words: "screening campaigns funnel similarity docking 虚拟筛选 漏斗 对接 xnsx sx",
  },
  {
    room: "receptors",
    icon: <Puzzle aria-hidden size={16} />,
    words: "receptors proteins structures binding sites docking poses 受体 蛋白 结构 结合位点 对接 构象 st",
  },
  { room: "models", icon: <Boxes aria-hidden size={16} />, words: "models evidence 模型 mx" },
  {
    room: "knowledge",
    icon: <BookOpenText aria-hidden size={16} />,
    words: "knowledge concepts diseases drugs genes codes 知识 概念 编码 zs",
  },
  {
    room: "trials",
    icon: <ClipboardCheck aria-hidden size={16} />,
    words: "trials criteria protocol eligibility feasibility 试验 入排标准 方案 可行性 sy",
  },
  { room: "runs", icon: <Play aria-hidden size={16} />, words: "runs jobs predictions 任务 rw" },
  { room: "import", icon: <FileInput aria-hidden size={16} />, words: "import upload file 导入 dr" },
  { room: "system", icon: <Activity aria-hidden size={16} />, words: "system health queues backends 系统 xt" },
];

/** Entries whose words hold every word of the query; compounds and concepts are found by the server. */
export function usePaletteGroups(query: string): { groups: PaletteGroup[]; isSearching: boolean } {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (entry: PaletteEntry) => {
    const words = `${entry.label} ${entry.words}`.toLowerCase();
    return wanted.every((word) => words.includes(word));
  };
  const t = useTranslations("frame");
  const fixed = useFixedGroups();
  const { compounds, project, isSearching } = useCompoundEntries(query.trim());
  const concepts = useConceptEntries(query.trim());
  const groups = fixed
    .map((group) => ({ ...group, entries: group.entries.filter(matches) }))
    .concat(
      { id: "compounds", label: t("palette.compounds", { project }), entries: compounds },
      { id: "concepts", label: t("palette.concepts"), entries: concepts.entries },
    )
    .filter((group) => group.entries.length > 0);
  return { groups, isSearching: isSearching || concepts.isSearching };
}

function useFixedGroups(): PaletteGroup[] {
  const t = useTranslations("frame");
  const router = useRouter();
  const trpc = useTRPC();
  const { projectId } = useCurrentProject();
  const { setTheme } = useTheme();
  const projects = useQuery(trpc.projects.list.queryOptions());
  const go = (href: string) => () => router.push(href);
  const pages = rooms.flatMap(({ room, icon, words }): PaletteEntry[] => {
    const href = roomHref(room, projectId);
    return href === null ? [] : [{ id: `page-${room}`, label: t(`room.${room}`), words, icon, run: go(href) }];
  });
  const theme = (id: Theme, label: string, icon: ReactNode): PaletteEntry => ({
    id: `theme-${id}`,
    label,
    words: `theme ${id} 主题 zt`,
    icon,
    run: () => setTheme(id),
  });
  const language = (id: "en" | "zh", label: string): PaletteEntry => ({
    id: `language-${id}`,
    label,
    words: "language english chinese 语言 中文 英文 yy",
    icon: <Languages aria-hidden size={16} />,
    run: () => {
      setPreference(localeCookie, id);
      router.refresh();
    },
  });
  const commands: PaletteEntry[] = [
    {
      id: "new-project",
      label: t("palette.newProject"),
      words: "new create project 新建项目 xjxm",
      icon: <Plus aria-hidden size={16} />,
      run: go("/?new=1"),
    },
    theme("light", t("palette.themeLight"), <Sun aria-hidden size={16} />),
    theme("dark", t("palette.themeDark"), <Moon aria-hidden size={16} />),
    theme("system", t("palette.themeSystem"), <Monitor aria-hidden size={16} />),
    language("en", t("palette.languageEn")),
    language("zh", t("palette.languageZh")),
    {
      id: "openapi",
      label: t("palette.apiReference"),
      words: "api rest openapi 接口 jk",
      icon: <BookOpen aria-hidden size={16} />,
      run: () => window.open("/api/v1/openapi.json", "_blank", "noopener"),
    },
  ];
  const projectEntries = (projects.data?.projects ?? []).map(
    (project): PaletteEntry => ({
      id: project.id,
      label: project.name,
      words: project.id,
      icon: <Folder aria-hidden size={16} />,
      run: go(`/p/${project.id}/compounds`),
    }),
  );
  return [
    { id: "pages", label: t("palette.pages"), entries: pages },
    { id: "projects", label: t("palette.projects"), entries: projectEntries },
    { id: "commands", label: t("palette.commands"), entries: commands },
  ];
}

function useCompoundEntries(query: string) {
  const router = useRouter();
  const trpc = useTRPC();
  const { projectId } = useCurrentProject();
  const wanted = useDeferredValue(query);
  const projects = useQuery(trpc.projects.list.queryOptions());
  const isWanted = projectId !== null && wanted.length >= 2;
  const found = useQuery(
    trpc.compounds.list.queryOptions(
      { projectId: projectId ?? "", text: wanted, limit: 8 },
      { enabled: isWanted, placeholderData: keepPreviousData, retry: false },
    ),
  );
  const compounds = (isWanted ? (found.data?.rows ?? []) : []).map(
    (row): PaletteEntry => ({
      id: row.id,
      label: row.name ?? row.formula,
      words: `${row.smiles} ${row.inchikey} ${wanted}`,
      hint: row.inchikey,
      icon: <Hexagon aria-hidden size={16} />,
      run: () => router.push(`/p/${projectId}/compounds/${row.id}`),
    }),
  );
  const project = projects.data?.projects.find((one) => one.id === projectId)?.name ?? "";
  return { compounds, project, isSearching: isWanted && found.isFetching };
}

/** Concepts of the knowledge, found by name, pinyin initials, code, InChIKey or trial number. */
function useConceptEntries(query: string) {
  const router = useRouter();
  const trpc = useTRPC();
  const locale = useLocale();
  const { projectId } = useCurrentProject();
  const wanted = useDeferredValue(query);
  const projects = useQuery(trpc.projects.list.queryOptions()).data?.projects;
  const isKnown = projectId !== null && projects?.some(({ id }) => id === projectId) === true;
  const isWanted = wanted.length >= 2;
  const found = useQuery(
    trpc.knowledge.search.queryOptions(
      { q: wanted, limit: 8, ...(isKnown ? { projectId } : {}) },
      {
        enabled: isWanted,
        placeholderData: keepPreviousData,
        retry: false,
        trpc: { abortOnUnmount: true, context: { alone: true } },
      },
    ),
  );
  const entries = (isWanted ? (found.data?.hits ?? []) : []).map((hit): PaletteEntry => {
    const name = (locale === "zh" ? (hit.name.zh ?? hit.name.en) : (hit.name.en ?? hit.name.zh)) ?? hit.id;
    return {
      id: `concept-${hit.id}`,
      label: hit.matched.text === name ? name : `${name} · ${hit.matched.text}`,
      words: `${hit.name.en} ${hit.name.zh} ${wanted}`,
      hint: hit.id,
      icon: <BookOpenText aria-hidden size={16} />,
      run: () => router.push(`/knowledge/${encodeURIComponent(hit.id)}`),
    };
  });
  return { entries, isSearching: isWanted && found.isFetching };
}
