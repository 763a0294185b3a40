import { mapOk, ok, type Result } from "@qinghao/kernel";
import { parseUnit, type UnitNode } from "./parse-unit.ts";
import type { UnitFailure } from "./unit-failure.ts";

/** The code spelt out in the names of the UCUM table: `m3.kg-1` is `(meter ^ 3) * (kilogram ^ -1)`. */
export const displayNameOfUnit = (code: string): Result<string, UnitFailure> =>
  code === "" ? ok("(unity)") : mapOk(parseUnit(code), nameOf);

function nameOf(node: UnitNode): string {
  switch (node.kind) {
    case "annotation":
      return `{${node.annotation}}`;
    case "number":
      return `${node.digits}${annotated(node.annotation)}`;
    case "group":
      return `(${nameOf(node.inner)})${annotated(node.annotation)}`;
    case "reciprocal":
      return `1 / ${nameOf(node.inner)}`;
    case "product":
      return `${nameOf(node.left)} * ${nameOf(node.right)}`;
    case "quotient":
      return `${nameOf(node.left)} / ${nameOf(node.right)}`;
    case "symbol": {
      const { prefix, atom } = node.symbol;
      const power = node.exponent === 1 ? "" : ` ^ ${node.exponent}`;
      return `(${prefix?.name ?? ""}${atom.name}${power})${annotated(node.annotation)}`;
    }
  }
}

const annotated = (annotation: string | undefined): string => (annotation === undefined ? "" : ` {${annotation}}`);
