import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { UiProvider } from "../../src/provider.tsx";
import { contactStyles, residueFills } from "../../src/science/poses/contact-kinds.ts";
import {
  contactKinds,
  InteractionDiagram,
  type ListedPose,
  PoseExplorer,
  PoseList,
  type ShownDiagram,
} from "../../src/science/poses/index.ts";

const diagram: ShownDiagram = {
  width: 200,
  height: 120,
  ligand: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    x: 10,
    y: 10,
    width: 60,
    height: 60,
  },
  residues: [
    { key: "A:ASP381", label: "Asp381", family: "acidic", x: 150, y: 30, width: 60, height: 24 },
    { key: "A:LEU370", label: "Leu370", family: "apolar", x: 150, y: 90, width: 60, height: 24 },
  ],
  lines: [
    { kind: "hydrogen-bond", from: [60, 30], to: [120, 30], residue: "A:ASP381", distance: 2.94, arrow: "to-residue" },
    { kind: "hydrophobic", from: [60, 60], to: [120, 90], residue: "A:LEU370", distance: 3.8, arrow: "none" },
  ],
  kinds: ["hydrogen-bond", "hydrophobic"],
};
const draw = (locale: "en" | "zh", shown: ShownDiagram) =>
  renderToStaticMarkup(
    <UiProvider locale={locale}>
      <InteractionDiagram diagram={shown} name="imatinib" />
    </UiProvider>,
  );

test("the diagram says in words what it draws, in both languages", () => {
  const [en, zh] = [draw("en", diagram), draw("zh", diagram)];
  expect(en).toContain("Asp381: Hydrogen bond, 2.9 Å");
  expect(zh).toContain("Asp381：氢键，2.9 Å");
  expect(zh).toContain("Leu370：疏水接触，3.8 Å");
  expect(en.match(/<title>/g)).toHaveLength(2);
});

test("the ligand's drawing is an image, so that its markup cannot reach into the page", () => {
  const markup = draw("en", { ...diagram, ligand: { ...diagram.ligand, svg: "<svg><script>alert(1)</script></svg>" } });
  expect(markup).not.toContain("<script");
  expect(markup).toContain("data:image/svg+xml,%3Csvg%3E%3Cscript");
});

test("the arrow of a hydrogen bond points at the residue that takes the hydrogen, and a distance stands beside it", () => {
  const markup = draw("en", diagram);
  expect(markup).toContain("translate(120 30) rotate(0)");
  expect(markup).toContain(">2.9<");
  expect(markup).not.toContain(">3.8<");
  const turned = { ...diagram, lines: [{ ...diagram.lines[0]!, arrow: "to-ligand" as const }] };
  expect(draw("en", turned)).toContain("translate(60 30) rotate(180)");
});

test("a pose without contacts is said to have none", () => {
  expect(draw("zh", { ...diagram, residues: [], lines: [], kinds: [] })).toContain("没有可计为接触的相互作用");
});

test("kinds differ in dashes as well as in colour, in both themes", () => {
  const styles = contactKinds.map((kind) => contactStyles[kind]);
  for (const part of ["light", "dark", "dashes"] as const) {
    expect(new Set(styles.map((style) => style[part])).size).toBe(contactKinds.length);
  }
});

/** WCAG 2.2: relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, blue] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

test("text on residues and the numbers on lines can be read: contrast at least 4.5", () => {
  for (const fill of Object.values(residueFills)) {
    expect(contrast("#1a1d1a", fill.light)).toBeGreaterThan(4.5);
    expect(contrast("#e7eae7", fill.dark)).toBeGreaterThan(4.5);
  }
  for (const { light, dark } of Object.values(contactStyles)) {
    expect(contrast(light, "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast(dark, "#131513")).toBeGreaterThan(4.5);
  }
});

test("poses are listed with what they are ranked by; none is said to be none", () => {
  const list = (poses: ListedPose[]) =>
    renderToStaticMarkup(
      <UiProvider locale="en">
        <PoseList poses={poses} shown="a" onShow={() => {}} />
      </UiProvider>,
    );
  expect(list([])).toContain("No poses yet.");
});

test("a pose that fails a check is said to, before its picture is looked at; what fails is no passing matter", () => {
  const explorer = (locale: "en" | "zh") =>
    renderToStaticMarkup(
      <UiProvider locale={locale}>
        <PoseExplorer
          name="imatinib"
          receptor={null}
          poses={[{ id: "a", label: "1", score: -9.25, rmsd: 0.8, molblock: "" }]}
          shown="a"
          onShow={() => {}}
          analysis={{
            contacts: [],
            diagram,
            isValid: false,
            checks: [
              { id: "bond_lengths", passes: true, value: 1, unit: "share" },
              { id: "minimum_distance_to_protein", passes: false, value: 0.52, unit: "share" },
            ],
            buried: 0.914,
            rmsd: 0.8,
          }}
        />
      </UiProvider>,
    );
  expect(explorer("en")).toContain("1 check fails");
  expect(explorer("en")).toContain("0.80 Å");
  expect(explorer("zh")).toContain("1 项检查未通过");
});
