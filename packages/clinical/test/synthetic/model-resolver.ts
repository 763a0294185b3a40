import type { CodeResolver } from "../../src/resolver.ts";
import { factKinds } from "../../src/schema.ts";
import type { Flavour } from "../../src/synthetic/index.ts";
import { modelOf } from "../../src/synthetic/model/compile.ts";
import { labs } from "../../src/synthetic/tables/labs.ts";

/** What a knowledge pack and a site's own mappings would say of the generated codes. */
export function resolverOf(flavour: Flavour): CodeResolver {
  const concepts = new Map<string, string>();
  for (const { kind, concept, codes } of modelOf(flavour, "hospital").terms.rows) {
    if (concept !== null) for (const { code } of codes) concepts.set(`${factKinds[kind]} ${code}`, concept);
  }
  for (const { id, local } of labs) concepts.set(`measurement ${local}`, `LAB:${id}`);
  return {
    resolve: (codes, kind) => {
      const found = codes.map(({ code }) => concepts.get(`${kind} ${code}`)).find((concept) => concept !== undefined);
      return found === undefined ? null : { concept: found, via: "code" };
    },
    labItem: (concept) => {
      const lab = labs.find(({ id }) => `LAB:${id}` === concept);
      if (lab?.canonical == null) return null;
      const [conventionalUnit, conventionalFactor] = lab.conventional ?? [null, null];
      return { concept, canonicalUnit: lab.canonical, conventionalUnit, conventionalFactor };
    },
  };
}
