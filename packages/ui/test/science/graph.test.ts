import { createRng } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { fitText, isOverlapping, placeLabels, textWidth } from "../../src/science/graph/graph-labels.ts";
import { layoutGraph } from "../../src/science/graph/graph-layout.ts";
import { nearestTowards } from "../../src/science/graph/graph-move.ts";
import { labelsOf, sceneOf } from "../../src/science/graph/graph-scene.ts";
import { shapePath } from "../../src/science/graph/graph-shapes.ts";
import { type GraphSpec, graphShapes } from "../../src/science/graph/graph-spec.ts";
import { graphSvg } from "../../src/science/graph/graph-svg.ts";

const kinds = ["disease", "gene", "drug", "trial"].map((id, at) => ({
  id,
  name: id,
  shape: graphShapes[at]!,
  colour: "#0072b2",
}));

/** A concept with so many neighbours of four kinds, some joined to one another. */
function starOf(count: number): GraphSpec {
  const rng = createRng(7);
  const nodes = Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    label: at % 3 === 0 ? `非小细胞肺癌第${at}型` : `Non-small cell carcinoma ${at}`,
    kind: kinds[(at % 7) % 4]!.id,
    steps: at === 0 ? 0 : at % 5 === 0 ? 2 : 1,
  }));
  const edges = nodes
    .slice(1)
    .flatMap(({ id }, at) => [
      { from: "n0", to: id, label: "x" },
      ...(at % 4 === 0 ? [{ from: id, to: `n${1 + Math.floor(rng.next() * (count - 1))}`, label: "y" }] : []),
    ]);
  return { title: "Lung cancer", kinds, nodes, edges };
}

describe("layout", () => {
  it("places every node once, the same way each time, the centre in the middle", () => {
    const spec = starOf(200);
    const { positions } = layoutGraph(spec);
    expect(positions.size).toBe(200);
    expect(positions.get("n0")).toEqual({ x: 0, y: 0 });
    expect([...layoutGraph(starOf(200)).positions]).toEqual([...positions]);
  });

  it("keeps 400 nodes apart", () => {
    const places = [...layoutGraph(starOf(400)).positions.values()];
    const nearest = Math.min(
      ...places.flatMap((a, at) => places.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
    );
    expect(nearest).toBeGreaterThan(16);
  });

  it("keeps each kind in a sector of its own", () => {
    const spec = starOf(200);
    const { positions } = layoutGraph(spec);
    const runs = spec.nodes
      .filter(({ steps }) => steps > 0)
      .map(({ id, kind }) => ({ kind, angle: Math.atan2(positions.get(id)!.y * 1.7, positions.get(id)!.x) }))
      .sort((a, b) => a.angle - b.angle)
      .filter(({ kind }, at, all) => kind !== all[at - 1]?.kind);
    expect(runs).toHaveLength(4);
  });
});

describe("labels", () => {
  it("never cover one another and name most of 200 nodes at the first zoom", () => {
    const scene = sceneOf(starOf(200));
    const labels = labelsOf(scene, 0.7, new Set());
    expect(labels.length).toBeGreaterThan(120);
    const boxes = labels.map(({ x, y, text, anchor }) => {
      const width = textWidth(text);
      const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { left, right: left + width, top: y - 6.5, bottom: y + 6.5 };
    });
    const hits = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => isOverlapping(a, b)));
    expect(hits).toEqual([]);
    expect(labels.some(({ id }) => id === "n0")).toBe(true);
  });

  it("name every node when zoomed in", () => {
    expect(labelsOf(sceneOf(starOf(200)), 4, new Set())).toHaveLength(200);
  });

  it("give the first place to the higher priority and leave out what finds none", () => {
    const wish = { x: 0, y: 0, radius: 5, text: "a" };
    const wall = { left: 8, right: 50, top: -50, bottom: 50 };
    const [first] = placeLabels([{ ...wish, id: "low", priority: 1 }], [wall]);
    expect(first?.anchor).toBe("end");
    expect(
      placeLabels([{ ...wish, id: "low", priority: 1 }], [{ left: -90, right: 90, top: -90, bottom: 90 }]),
    ).toEqual([]);
  });

  it("leave no doubt what stands in the middle, even where no place is free", () => {
    const wall = { left: -90, right: 90, top: -90, bottom: 90 };
    const middle = { x: 0, y: 0, radius: 11, text: "a", id: "middle", priority: 9, isCertain: true };
    expect(placeLabels([middle], [wall]).map(({ id }) => id)).toEqual(["middle"]);
  });

  it("are cut to their width with an ellipsis", () => {
    expect(fitText("肺癌", 100)).toBe("肺癌");
    const cut = fitText("A very long name of a disease that goes on", 80);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(80);
  });
});

it("arrow keys find the nearest node ahead", () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y });
  const from = at("a", 0, 0);
  const nodes = [from, at("right", 40, 5), at("aside", 10, 60), at("far", 200, 0)];
  expect(nearestTowards(nodes, from, { x: 1, y: 0 })?.id).toBe("right");
  expect(nearestTowards(nodes, from, { x: 0, y: 1 })?.id).toBe("aside");
  expect(nearestTowards(nodes, from, { x: -1, y: 0 })).toBeNull();
});

it("draws each shape differently, and the export escapes names", () => {
  expect(new Set(graphShapes.map((shape) => shapePath(shape, 5))).size).toBe(graphShapes.length);
  const spec = starOf(3);
  const svg = graphSvg(sceneOf({ ...spec, title: "A <b> & c" }), "A <b> & c", "three");
  expect(svg).toContain("<title>A &lt;b&gt; &amp; c</title>");
  expect(svg).not.toContain("<b>");
});
