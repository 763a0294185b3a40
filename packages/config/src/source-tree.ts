import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export type WorkspacePackage = {
  /** Folder relative to the repository's root, with forward slashes. */
  readonly folder: string;
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
};

export type SourceImport = {
  /** File relative to the root. */
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** `import type` and `export type` vanish at run time. */
  readonly typeOnly: boolean;
};

const codeFile = /\.(ts|tsx|mts|mjs|js)$/;

/** Files that git tracks or would track, relative to the root. */
export function listFiles(root: string): string[] {
  const out = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return out.split("\0").filter((file) => file !== "" && existsSync(path.join(root, file)));
}

export const isCode = (file: string): boolean => codeFile.test(file) && !file.endsWith(".d.ts");

export function readPackages(root: string, files: readonly string[]): WorkspacePackage[] {
  return files
    .filter((file) => /^(apps|packages|workflows|infra)\/[^/]+\/package\.json$/.test(file))
    .map((file) => {
      const manifest = JSON.parse(readFileSync(path.join(root, file), "utf8")) as {
        name: string;
        exports?: Record<string, string>;
        dependencies?: Record<string, string>;
        optionalDependencies?: Record<string, string>;
        peerDependencies?: Record<string, string>;
        devDependencies?: Record<string, string>;
      };
      return {
        folder: path.posix.dirname(file),
        name: manifest.name,
        exports: manifest.exports ?? {},
        dependencies: new Set(
          [manifest.dependencies, manifest.optionalDependencies, manifest.peerDependencies].flatMap((group) =>
            Object.keys(group ?? {}),
          ),
        ),
        devDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
      };
    });
}

/** Imports of one source text: static, re-exported, dynamic and `require`, read off its syntax tree. */
export function findImports(file: string, source: string): SourceImport[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, false);
  const found: SourceImport[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push({ file, line, specifier: specifier.text, typeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node) && isLoad(node.expression)) add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const isLoad = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** `@scope/name` or `name` of a bare specifier; null for relative, absolute and `node:` ones. */
export function packageOf(specifier: string): string | null {
  if (/^(\.|\/|node:|@\/|#)/.test(specifier)) return null;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!;
}
