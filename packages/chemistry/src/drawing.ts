/** One shape of a drawing, in CSS pixels of the drawing. Colours are `#RRGGBB`, null where there is none. */
export type DrawingStep = {
  readonly shape:
    | { readonly kind: "path"; readonly d: string }
    | { readonly kind: "ellipse"; readonly cx: number; readonly cy: number; readonly rx: number; readonly ry: number };
  readonly fill: string | null;
  readonly fillRule: "nonzero" | "evenodd";
  readonly stroke: string | null;
  /** CSS pixels */
  readonly strokeWidth: number;
  readonly miterLimit: number;
};

const element = /<(\w+)([^>]*?)\/?>/g;
const attribute = /([\w-]+)='([^']*)'/g;
const structural = new Set(["svg"]);

/**
 * The shapes of an SVG that `depictSvg` made, in the order in which they are painted, for a canvas that is to show the
 * same picture. It reads what RDKit writes (paths and ellipses with absolute coordinates, no transforms, opaque colours),
 * not SVG at large; throws RangeError at anything else, so that no part of a picture is left out in silence.
 */
export function readDrawing(svg: string): DrawingStep[] {
  const steps: DrawingStep[] = [];
  for (const [, name = "", text = ""] of svg.matchAll(element)) {
    if (structural.has(name)) continue;
    const values = new Map<string, string>();
    for (const [, key = "", value = ""] of text.matchAll(attribute)) values.set(key, value);
    steps.push(readStep(name, values));
  }
  return steps;
}

function readStep(name: string, values: ReadonlyMap<string, string>): DrawingStep {
  const style = new Map(
    (values.get("style") ?? "").split(";").map((entry) => entry.split(":", 2) as [string, string | undefined]),
  );
  const look = (key: string) => style.get(key) ?? values.get(key);
  if (values.has("transform")) throw new RangeError("a transformed shape");
  const number = (key: string, usual: number) => Number.parseFloat(look(key) ?? String(usual));
  return {
    shape: readShape(name, values),
    fill: colour(look("fill")),
    fillRule: look("fill-rule") === "evenodd" ? "evenodd" : "nonzero",
    stroke: colour(look("stroke")),
    strokeWidth: number("stroke-width", 1),
    miterLimit: number("stroke-miterlimit", 4),
  };
}

function readShape(name: string, values: ReadonlyMap<string, string>): DrawingStep["shape"] {
  if (name === "path") return { kind: "path", d: values.get("d") ?? "" };
  if (name !== "ellipse") throw new RangeError(`a shape <${name}>`);
  const number = (key: string) => Number(values.get(key));
  return { kind: "ellipse", cx: number("cx"), cy: number("cy"), rx: number("rx"), ry: number("ry") };
}

function colour(value: string | undefined): string | null {
  if (value === undefined || value === "none") return null;
  if (!/^#[0-9A-Fa-f]{6}$/.test(value)) throw new RangeError(`a colour ${value}`);
  return value;
}
