import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workbench = fileURLToPath(new URL("..", import.meta.url));
const repository = join(workbench, "..", "..");

/** A folder of files that the browser fetches as they are: `files` go from `from` to `/vendor/<folder>/`. */
export type VendorFolder = { folder: string; from: string; files: string[] };

/** Everything that is served under /vendor. Folder names carry a version or content hash, so caches never go stale. */
export function vendorFolders() {
  const rdkit = packageFolder("@rdkit/rdkit", "workbench");
  const tensors = packageFolder("@tensorflow/tfjs-backend-wasm", "compute");
  const conformers = packageFolder("openchemlib", "chemistry");
  const font = packageFolder("@fontsource/noto-sans-sc", "ui");
  const weights = join(repository, "datasets", "weights");
  const weightFiles = existsSync(weights) ? filesBelow(weights) : [];
  return {
    rdkit: {
      folder: `rdkit-${rdkit.version}`,
      from: join(rdkit.path, "dist"),
      files: ["RDKit_minimal.js", "RDKit_minimal.wasm"],
    },
    tensors: {
      folder: `tfjs-wasm-${tensors.version}`,
      from: join(tensors.path, "dist"),
      files: ["tfjs-backend-wasm.wasm", "tfjs-backend-wasm-simd.wasm", "tfjs-backend-wasm-threaded-simd.wasm"],
    },
    conformers: {
      folder: `openchemlib-${conformers.version}`,
      from: join(conformers.path, "dist"),
      files: ["resources.json"],
    },
    font: {
      folder: `noto-sans-sc-${font.version}`,
      from: font.path,
      files: fontWeights.flatMap((weight) => [
        `${weight}.css`,
        ...readdirSync(join(font.path, "files"))
          .filter((name) => name.endsWith(`-${weight}-normal.woff2`))
          .map((name) => `files/${name}`),
      ]),
    },
    weights: { folder: `weights-${hashOf(weights, weightFiles)}`, from: weights, files: weightFiles },
  } satisfies Record<string, VendorFolder>;
}

const fontWeights = [400, 600] as const;

/** The addresses that pages and workers use. */
export function vendorAddresses() {
  const folders = vendorFolders();
  const at = (folder: VendorFolder, file = "") => `/vendor/${folder.folder}/${file}`;
  return {
    rdkitScript: at(folders.rdkit, "RDKit_minimal.js"),
    rdkitWasm: at(folders.rdkit, "RDKit_minimal.wasm"),
    /** A folder, with a slash at its end. */
    tensorWasm: at(folders.tensors),
    /** Torsion statistics and force-field parameters of OpenChemLib. */
    conformerResources: at(folders.conformers, "resources.json"),
    /** A folder, with a slash at its end: `<endpoint>/<version>/manifest.json` lies below. */
    weights: at(folders.weights),
    chineseFont: at(folders.font, "400.css"),
    chineseFontBold: at(folders.font, "600.css"),
  };
}

function packageFolder(
  name: string,
  user: "workbench" | "ui" | "compute" | "chemistry",
): { path: string; version: string } {
  const home = user === "workbench" ? workbench : join(repository, "packages", user);
  const manifest = findManifest(createRequire(join(home, "package.json")), name);
  return {
    path: dirname(manifest),
    version: (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version,
  };
}

/** The package.json of a package, also where its `exports` hide it. */
function findManifest(require: NodeJS.Require, name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, "package.json");
    if (existsSync(manifest)) return manifest;
  }
  throw new Error(`The package ${name} is not installed. Run the installation again.`);
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

function hashOf(folder: string, files: string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 12);
}
