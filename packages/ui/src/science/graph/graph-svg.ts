import { labelSize } from "./graph-labels.ts";
import { labelRoom } from "./graph-layout.ts";
import { type GraphScene, labelsOf } from "./graph-scene.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const ink = "#1a1d1a";
const line = "#8b918a";
const paper = "#ffffff";

/** The whole graph as an SVG document in the colours of paper, with title and description for readers that cannot see it. */
export function graphSvg(scene: GraphScene, title: string, description: string): string {
  const { bounds } = scene.layout;
  const [left, top] = [bounds.left - 2 * labelRoom.x, bounds.top - 2 * labelRoom.y];
  const width = Math.round(bounds.right + 2 * labelRoom.x - left);
  const height = Math.round(bounds.bottom + 2 * labelRoom.y - top);
  const edges = scene.edges.map(({ path, isSpoke }) => `<path d="${path}" stroke-opacity="${isSpoke ? 0.2 : 0.36}"/>`);
  const nodes = scene.nodes.map(
    ({ x, y, path, colour, label, kindName }) =>
      `<path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d="${path}" fill="${colour}"><title>${escapeXml(`${label} · ${kindName}`)}</title></path>`,
  );
  const text = (x: number, y: number, anchor: string, content: string, more = "") =>
    `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="${anchor}"${more}>${escapeXml(content)}</text>`;
  const labels = labelsOf(scene, 1, new Set()).map((one) => text(one.x, one.y, one.anchor, one.text));
  const titles = scene.titles.map((one) =>
    text(one.x, one.y, one.anchor, one.text, ' font-weight="600" font-size="12"'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left.toFixed(1)} ${top.toFixed(1)} ${width} ${height}" font-family="Inter, 'Noto Sans SC', sans-serif" font-size="${labelSize}" fill="${ink}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>`,
    `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width}" height="${height}" fill="${paper}"/>`,
    `<g fill="none" stroke="${line}">${edges.join("")}</g>`,
    `<g stroke="${ink}" stroke-width="0.75">${nodes.join("")}</g>`,
    `<g stroke="${paper}" stroke-width="3" paint-order="stroke">${labels.join("")}${titles.join("")}</g>`,
    "</svg>",
  ].join("\n");
}
