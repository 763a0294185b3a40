/** Which package stands on which floor; a package imports strictly lower ones. */
export const layers: Readonly<Record<string, number>> = {
  "@qinghao/kernel": 0,
  "@qinghao/artifacts": 1,
  "@qinghao/chemistry": 1,
  "@qinghao/clinical": 1,
  "@qinghao/compute": 1,
  "@qinghao/knowledge": 1,
  "@qinghao/ui": 1,
  "@qinghao/docking": 2,
  "@qinghao/properties": 2,
  "@qinghao/trials": 2,
  "@qinghao/data-space": 3,
  "@qinghao/db": 3,
  "@qinghao/jobs": 3,
  "@qinghao/screening": 3,
  "@qinghao/workflow-compounds": 4,
  "@qinghao/workflow-modelling": 4,
  "@qinghao/workflow-screening": 4,
  "@qinghao/workflow-trial-matching": 4,
  "@qinghao/api": 4,
  "@qinghao/services": 4,
  "@qinghao/cli": 5,
  "@qinghao/hospital-node": 5,
  "@qinghao/workbench": 5,
  "@qinghao/launcher": 6,
};

/** Serve tests and builds only: never in `dependencies` of a product package. */
export const developmentOnly: ReadonlySet<string> = new Set(["@qinghao/config", "@qinghao/testing"]);

/** What may cross a floor sideways: contracts of workflows hold names and types only. */
export const allowedSideways: readonly { from: string; specifier: string }[] = [
  { from: "@qinghao/api", specifier: "@qinghao/workflow-compounds/contract" },
  { from: "@qinghao/api", specifier: "@qinghao/workflow-modelling/contract" },
  { from: "@qinghao/api", specifier: "@qinghao/workflow-screening/contract" },
  { from: "@qinghao/api", specifier: "@qinghao/workflow-trial-matching/contract" },
];

/** Third-party packages that have one door each. */
export const doors: readonly { module: RegExp; packages: readonly string[]; why: string }[] = [
  {
    module: /^(@rdkit\/rdkit|openchemlib)$/,
    packages: ["@qinghao/chemistry"],
    why: "only chemistry holds native molecule memory",
  },
  {
    module: /^@tensorflow\//,
    packages: ["@qinghao/compute", "@qinghao/properties"],
    why: "only compute and properties run tensors",
  },
  { module: /^drizzle-orm$/, packages: ["@qinghao/db"], why: "only db speaks SQL" },
];

/** Floors 0 to 2 take clock, randomness and environment as arguments. */
export const pureLayers = 2;
