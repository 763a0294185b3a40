import { useUiLocale } from "../../ui-locale.ts";

const en = {
  keys: "Arrow keys go to the nearest concept in that direction, Enter selects it, plus and minus zoom, 0 shows all, Escape lets go.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show all",
  exportAs: "Export the graph",
  legend: "Kinds that are shown",
  summary: (title: string, nodes: string, edges: string, kinds: string) =>
    `${title}: ${nodes} concepts and ${edges} links. ${kinds}`,
  joined: (name: string, kind: string, count: string) => `${name}, ${kind}, joined to ${count}`,
};

const zh: typeof en = {
  keys: "方向键移到该方向上最近的概念，回车选中，加减号缩放，0 显示全部，Esc 取消。",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "显示全部",
  exportAs: "导出图",
  legend: "显示的类型",
  summary: (title, nodes, edges, kinds) => `${title}：${nodes} 个概念，${edges} 条联系。${kinds}`,
  joined: (name, kind, count) => `${name}，${kind}，与 ${count} 个概念相连`,
};

/** Sentences of the graph drawing in the language of the page. */
export const useGraphText = (): typeof en => (useUiLocale() === "zh" ? zh : en);
