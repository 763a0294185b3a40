// Shape overlays beside RDKit's rdShapeAlign (PubChem's align3d): the same conformers in the same run, both judged by RDKit's measure
// of shape, and overlays per CPU second; then what shape and colour find among the molecules of DUD targets beside ECFP4.
// QINGHAO_PYTHON names a Python with rdkit; without it only our own figures are measured. Names of targets after the script take
// these only; `overlays` or `enrichment` as the first word takes that part only.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadChemKit } from "@qinghao/chemistry/node";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { writeBenchReport } from "@qinghao/testing";
import { loadShapeKernel } from "../src/node.ts";
import { measureEnrichment } from "./shape-enrichment.ts";
import { measureMethod } from "./shape-method.ts";
import { measureOverlays } from "./shape-overlays.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const datasets = path.join(here, "../../../../shared/datasets");
if (!existsSync(datasets)) {
  console.log("skipped: ../shared/datasets is not here");
  process.exit(0);
}
const parts = ["overlays", "enrichment"] as const;
const [first, ...rest] = process.argv.slice(2);
const wanted = parts.find((part) => part === first);
const targets = wanted === undefined ? process.argv.slice(2) : rest;
const tools = {
  kit: await loadChemKit(),
  conformers: await loadConformerKernel(),
  shapes: await loadShapeKernel(),
};
const file = path.join(here, "shape.results.json");
const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
let overlays = before.overlays;
let method = before.method;
let enrichment = before.enrichment;
const report = () => writeBenchReport(here, { overlays, method, enrichment }, "shape");
if (wanted !== "enrichment") {
  overlays = measureOverlays(tools, datasets, process.env.QINGHAO_PYTHON ?? "python3");
  method = await measureMethod(tools.kit, datasets);
  report();
}
if (wanted !== "overlays") {
  for (const done of measureEnrichment(tools, path.join(datasets, "vs/ligand_based"), targets)) {
    enrichment = done;
    report();
  }
}
