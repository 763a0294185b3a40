import type { GLModel, GLViewer } from "3dmol";
import { expect, test } from "vitest";
import { ViewerScene } from "../../src/science/poses/viewer-scene.ts";

type Corner = { x: number; y: number; z: number };
type Edge = { start: Corner; end: Corner };

/** Notes what is asked of the viewer. */
function recorder() {
  const calls: string[] = [];
  const model = (name: string) =>
    ({
      setStyle: () => calls.push(`${name} style`),
      selectedAtoms: () => [],
      hide: () => calls.push(`${name} hide`),
      show: () => calls.push(`${name} show`),
      setFrame: async (frame: number) => {
        calls.push(`${name} frame ${frame}`);
      },
    }) as unknown as GLModel;
  let shapes = 0;
  const drawn: Edge[] = [];
  const viewer = {
    addModel: (text: string) => {
      calls.push(`add ${text}`);
      return model(text);
    },
    addModelsAsFrames: (text: string) => {
      const count = text.split("$$$$").length - 1;
      calls.push(`add ${count} frames`);
      return model(`frames of ${count}`);
    },
    removeModel: () => calls.push("remove model"),
    addCylinder: (spec: Edge) => {
      drawn.push(spec);
      return ++shapes;
    },
    removeShape: () => --shapes,
  } as unknown as GLViewer;
  return { viewer, calls, drawn, countShapes: () => shapes };
}

const molblock = (...symbols: string[]) =>
  [
    "pose",
    "",
    "",
    `${String(symbols.length).padStart(3)}  0  0  0  0  0  0  0  0  0999 V2000`,
    ...symbols.map((symbol) => `${"    0.0000".repeat(3)} ${symbol.padEnd(3)} 0`),
    "M  END",
  ].join("\n");

test("a hundred poses of one molecule take turns as frames: the receptor is added once and stays", async () => {
  const { viewer, calls } = recorder();
  const scene = new ViewerScene(viewer);
  scene.setReceptor("receptor", "pdb");
  scene.setPoses(Array.from({ length: 100 }, (_, i) => ({ id: `p${i}`, molblock: molblock("C", "O") })));
  // Once for its ribbon and once for the residues around a pose.
  expect(calls).toEqual(["add receptor", "add receptor", "add 100 frames"]);
  calls.length = 0;
  expect(await scene.show("p0")).toBe(true);
  expect(await scene.show("p99")).toBe(false);
  expect(calls).toEqual([
    "frames of 100 show",
    "frames of 100 frame 0",
    "frames of 100 show",
    "frames of 100 frame 99",
  ]);
});

test("another molecule is another model, and the one that is not shown is hidden", async () => {
  const { viewer, calls } = recorder();
  const scene = new ViewerScene(viewer);
  scene.setPoses([
    { id: "a", molblock: molblock("C", "O") },
    { id: "b", molblock: molblock("C", "N", "F") },
    { id: "c", molblock: molblock("C", "O") },
  ]);
  expect(calls).toEqual(["add 2 frames", "add 1 frames"]);
  calls.length = 0;
  await scene.show("c");
  expect(calls).toEqual(["frames of 1 hide", "frames of 2 show", "frames of 2 frame 1"]);
});

test("another pose restyles the residues around it and never the ribbon, which takes long to draw", () => {
  const { viewer, calls } = recorder();
  const scene = new ViewerScene(viewer);
  const parts = { cartoon: true, pocket: true, hydrogens: true, reference: true, contacts: true, box: true };
  scene.setReceptor("receptor", "cif");
  scene.styleReceptor(parts, "light", true);
  const ribbons = calls.filter((call) => call === "receptor style").length;
  expect(ribbons).toBeGreaterThan(0);
  calls.length = 0;
  scene.setPoses([{ id: "a", molblock: molblock("C", "O") }]);
  scene.styleLigands(parts);
  expect(calls.filter((call) => call === "receptor style")).toEqual([]);
  scene.styleSite(parts, []);
  const cleared = calls.filter((call) => call === "receptor style").length;
  scene.styleSite(parts, [{ chain: "A", number: 1 }]);
  expect(calls.filter((call) => call === "receptor style").length).toBeGreaterThan(cleared + 1);
});

test("contacts of the pose before are taken away", () => {
  const { viewer, countShapes } = recorder();
  const scene = new ViewerScene(viewer);
  const line = { kind: "metal", from: [0, 0, 0], to: [1, 1, 1] } as const;
  scene.setContacts([line, line, line], "light");
  scene.setContacts([line], "dark");
  expect(countShapes()).toBe(1);
});

test("a box is its twelve edges: each as long as its side, the corners where they belong, gone with the box", () => {
  const { viewer, drawn, countShapes } = recorder();
  const scene = new ViewerScene(viewer);
  scene.setBox({ center: [1, 2, 3], size: [10, 20, 30] }, "light");
  const lengths = drawn.map(({ start, end }) => Math.hypot(end.x - start.x, end.y - start.y, end.z - start.z));
  expect(lengths.toSorted((a, b) => a - b)).toEqual([10, 10, 10, 10, 20, 20, 20, 20, 30, 30, 30, 30]);
  const corners = new Set(drawn.flatMap(({ start, end }) => [start, end].map(({ x, y, z }) => `${x} ${y} ${z}`)));
  expect(corners.size).toBe(8);
  expect(corners).toContain("-4 -8 -12");
  expect(corners).toContain("6 12 18");
  scene.setBox(null, "light");
  expect(countShapes()).toBe(0);
});
