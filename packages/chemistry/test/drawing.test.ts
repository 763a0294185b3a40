import { unwrap } from "@qinghao/kernel";
import { expect, test } from "vitest";
import { depictSvg, readDrawing } from "../src/index.ts";
import { loadChemKit } from "../src/node.ts";
import { librarySample } from "./library.ts";

const kit = await loadChemKit();
const size = { width: 88, height: 53, theme: "light", bondLength: 14 } as const;
const draw = (smiles: string, more: object = {}) => readDrawing(unwrap(depictSvg(kit, smiles, { ...size, ...more })));

test("ethene is two black lines of the usual width", () => {
  const steps = draw("C=C");
  expect(steps).toHaveLength(2);
  for (const { shape, fill, stroke, strokeWidth } of steps) {
    expect(shape.kind === "path" && shape.d).toMatch(/^M [\d.]+,[\d.]+ L [\d.]+,[\d.]+$/);
    expect({ fill, stroke, strokeWidth }).toEqual({ fill: null, stroke: "#1F2937", strokeWidth: 1.5 });
  }
});

test("an atom label is filled in the colour of its element and has no line", () => {
  const label = draw("CO").filter(({ fill }) => fill !== null);
  expect(label.map(({ fill, stroke }) => [fill, stroke])).toEqual([
    ["#C81E1E", null],
    ["#C81E1E", null],
  ]);
});

test("a highlighted atom is a filled ellipse below the bonds", () => {
  const [first] = draw("CC", { atomColours: { 0: [1, 0, 0] } });
  expect(first).toMatchObject({ shape: { kind: "ellipse" }, fill: "#FF0000" });
});

const sample = librarySample(900);
test.skipIf(sample === null)("every shape of 300 library molecules is understood and none is left out", () => {
  for (const smiles of sample!) {
    const svg = unwrap(depictSvg(kit, smiles, { ...size, highlightAtoms: [0, 1, 2] }));
    const shapes = svg.match(/<(?!svg|\/svg)\w/g)?.length ?? 0;
    expect(readDrawing(svg)).toHaveLength(shapes);
  }
});

test("what RDKit does not write is refused, not left out", () => {
  expect(() => readDrawing("<svg><text x='1'>C</text></svg>")).toThrow("<text>");
  expect(() => readDrawing("<svg><path d='M 0 0' fill='url(#a)'/></svg>")).toThrow("url(#a)");
  expect(() => readDrawing("<svg><path d='M 0 0' transform='scale(2)'/></svg>")).toThrow("transform");
});
