import path from "node:path";

export const repositoryRoot = path.resolve(import.meta.dirname, "..", "..", "..");

/** Where everything of one installation lies. */
export type DataFolder = {
  readonly root: string;
  readonly postgres: string;
  readonly temporalDb: string;
  readonly artifacts: string;
  readonly state: string;
  readonly lock: string;
  log(part: string): string;
  /** What one hospital's node keeps beside its database. */
  site(id: string): string;
};

export const dataFolder = (root: string): DataFolder => ({
  root,
  postgres: path.join(root, "postgres"),
  temporalDb: path.join(root, "temporal.db"),
  artifacts: path.join(root, "artifacts"),
  state: path.join(root, "state.json"),
  lock: path.join(root, "launcher.lock"),
  log: (part) => path.join(root, "logs", `${part}.log`),
  site: (id) => path.join(root, "sites", id),
});

/** A path as a person at `from` would type it. */
export function shortPath(file: string, from: string = process.cwd()): string {
  const relative = path.relative(from, file);
  return relative.startsWith("..") || path.isAbsolute(relative)
    ? file
    : relative === ""
      ? "."
      : `.${path.sep}${relative}`;
}
