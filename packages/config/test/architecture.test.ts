import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { allowedSideways, developmentOnly, doors, layers, pureLayers } from "../src/layers.ts";
import { findImports, isCode, listFiles, packageOf, readPackages } from "../src/source-tree.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const files = listFiles(root);
const packages = readPackages(root, files);
const text = (file: string) => readFileSync(path.join(root, file), "utf8");
const owner = (file: string) => packages.find((pkg) => file.startsWith(`${pkg.folder}/`));
const isProduct = (file: string) => /\/(src|app|features|workers|bin)\//.test(file) && !/\.test\.tsx?$/.test(file);
const imports = files.filter((file) => isCode(file) && owner(file)).flatMap((file) => findImports(file, text(file)));

describe("the import reader", () => {
  it("finds static, type-only, re-exported and dynamic imports and no commented ones", () => {
    const source = [
      'import { a } from "@qinghao/kernel";',
      'import type { B } from "@qinghao/db";',
      'export * from "./c.ts";',
      '// import x from "nowhere";',
      'const d = await import("three");',
      'import "./style.css";',
    ].join("\n");
    expect(findImports("x.ts", source).map((i) => [i.specifier, i.typeOnly, i.line])).toEqual([
      ["@qinghao/kernel", false, 1],
      ["@qinghao/db", true, 2],
      ["./c.ts", false, 3],
      ["three", false, 5],
      ["./style.css", false, 6],
    ]);
  });
});

describe("packages", () => {
  it("all stand on a floor or serve development only", () => {
    const unknown = packages.filter((pkg) => !(pkg.name in layers) && !developmentOnly.has(pkg.name));
    expect(unknown.map((pkg) => pkg.name)).toEqual([]);
  });

  it("declare every package that they import", () => {
    const undeclared = imports.filter(({ file, specifier }) => {
      const name = packageOf(specifier);
      const pkg = owner(file)!;
      if (name === null || name === pkg.name) return false;
      if (pkg.dependencies.has(name)) return false;
      return isProduct(file)
        ? !pkg.devDependencies.has(name) || !isTypeOnly(file, specifier)
        : !pkg.devDependencies.has(name);
    });
    expect(undeclared.map(where)).toEqual([]);
  });

  it("import each other only through exports", () => {
    const deep = imports.filter(({ specifier }) => {
      const target = packages.find((pkg) => pkg.name === packageOf(specifier));
      if (target === undefined) return false;
      const entry = `.${specifier.slice(target.name.length)}`;
      return !Object.keys(target.exports).some((key) =>
        key.includes("*") ? entry.startsWith(key.slice(0, key.indexOf("*"))) && entry !== "." : key === entry,
      );
    });
    const outside = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith("../") || !isProduct(file)) return false;
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
      return !target.startsWith(`${owner(file)!.folder}/`);
    });
    expect([...deep, ...outside].map(where)).toEqual([]);
  });

  it("import strictly lower floors, in product code", () => {
    const breaks = imports.filter(({ file, specifier }) => {
      const from = owner(file)!.name;
      const to = packageOf(specifier);
      if (to === null || to === from || !isProduct(file)) return false;
      if (developmentOnly.has(to)) return !developmentOnly.has(from);
      if (!(to in layers) || !(from in layers)) return false;
      if (allowedSideways.some((way) => way.from === from && way.specifier === specifier)) return false;
      return layers[to]! >= layers[from]!;
    });
    expect(breaks.map(where)).toEqual([]);
  });

  it("have no cycle among their declared dependencies", () => {
    const cycles: string[] = [];
    const visit = (name: string, trail: string[]) => {
      if (trail.includes(name)) {
        cycles.push([...trail.slice(trail.indexOf(name)), name].join(" > "));
        return;
      }
      const pkg = packages.find((candidate) => candidate.name === name);
      for (const next of pkg?.dependencies ?? []) if (next.startsWith("@qinghao/")) visit(next, [...trail, name]);
    };
    for (const pkg of packages) visit(pkg.name, []);
    expect([...new Set(cycles)]).toEqual([]);
  });

  it("have a README", () => {
    expect(
      packages.filter((pkg) => !existsSync(path.join(root, pkg.folder, "README.md"))).map((p) => p.folder),
    ).toEqual([]);
  });
});

describe("files", () => {
  it("have no import cycle inside a package", () => {
    const graph = new Map<string, string[]>();
    for (const { file, specifier, typeOnly } of imports) {
      if (typeOnly || !specifier.startsWith(".")) continue;
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
      graph.set(file, [...(graph.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it("use a third-party package only at its door", () => {
    const breaks = imports.filter(({ file, specifier }) => {
      const name = packageOf(specifier);
      const door = doors.find((candidate) => name !== null && candidate.module.test(name));
      return door !== undefined && isProduct(file) && !door.packages.includes(owner(file)!.name);
    });
    expect(breaks.map(where)).toEqual([]);
  });

  it("of workbench features do not import one another", () => {
    const breaks = imports.filter(({ file, specifier }) => {
      const feature = /^apps\/workbench\/features\/([^/]+)\//.exec(file)?.[1];
      if (feature === undefined) return false;
      const target = specifier.startsWith(".")
        ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
        : specifier.replace(/^@\//, "apps/workbench/");
      const other = /^apps\/workbench\/features\/([^/]+)/.exec(target)?.[1];
      return other !== undefined && other !== feature;
    });
    expect(breaks.map(where)).toEqual([]);
  });

  it("of pure packages read no clock, environment or unseeded randomness outside their platform entries", () => {
    const impure = /\b(Math\.random\(|Date\.now\(|new Date\(\)|performance\.now\(|process\.env)/;
    const platform = /\/(node|browser|worker|training)(\/|\.|-)|\.worker\.ts$/;
    const breaks = files.filter((file) => {
      const pkg = owner(file);
      if (pkg === undefined || !isCode(file) || !file.startsWith(`${pkg.folder}/src/`)) return false;
      if (pkg.name === "@qinghao/ui" || (layers[pkg.name] ?? 9) > pureLayers || platform.test(file)) return false;
      return impure.test(text(file));
    });
    expect(breaks).toEqual([]);
  });

  it("have at most 500 lines", () => {
    const long = files.filter((file) => isCode(file) && text(file).split("\n").length > 500);
    expect(long).toEqual([]);
  });

  it("have names that say what is inside", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });
});

describe("documents", () => {
  it("name only paths that exist", () => {
    const missing: string[] = [];
    for (const file of files.filter((candidate) => candidate.endsWith(".md"))) {
      const body = text(file).replace(/```[\s\S]*?```/g, "");
      for (const match of body.matchAll(/`((?:apps|packages|workflows|infra|datasets|notebooks)\/[^`\s]*)`/g))
        if (!/[<>*{}…]/.test(match[1]!) && !existsSync(path.join(root, match[1]!.replace(/[.,]$/, ""))))
          missing.push(`${file}: ${match[1]}`);
      for (const match of body.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g))
        if (!existsSync(path.join(root, path.posix.dirname(file), match[1]!))) missing.push(`${file}: ${match[1]}`);
    }
    expect(missing).toEqual([]);
  });

  it("and code name no path of one machine and no registry host", () => {
    const pattern =
      /(^|[^\w.])\/(root|tmp\/|Users\/|home\/\w+)\/?\w|registry\.npmjs|files\.pythonhosted|proxy\.golang\.org/;
    const found = files.filter((file) => /\.(md|ts|tsx|mjs|json|yaml)$/.test(file) && pattern.test(text(file)));
    expect(found.filter((file) => !file.startsWith("packages/config/test/"))).toEqual([]);
  });
});

describe("the top level", () => {
  it("holds the folders of the house and the files that tools expect", () => {
    const allowed = new Set(["apps", "packages", "workflows", "notebooks", "datasets", "infra", ".ci"]);
    const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]!));
    expect([...folders].filter((folder) => !allowed.has(folder))).toEqual([]);
  });
});

function where({ file, line, specifier }: { file: string; line: number; specifier: string }): string {
  return `${file}:${line} imports ${specifier}`;
}

function isTypeOnly(file: string, specifier: string): boolean {
  return imports.filter((one) => one.file === file && one.specifier === specifier).every((one) => one.typeOnly);
}
