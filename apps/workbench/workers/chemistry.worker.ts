import { type ChemKit, depictSvg, descriptorNames, descriptors, standardise, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/browser";
import { toWireError, unwrap } from "@qinghao/kernel";
import type { ChemistryProtocol, DepictionReply, DepictionRequest, StructureAnalysis } from "./chemistry-protocol.ts";
import { type Port, serve } from "./rpc.ts";
import { rdkitAssets } from "./vendor-assets.ts";

let opened: Promise<ChemKit> | null = null;

/** RDKit is fetched by the first job; a failed load is tried again by the next. */
function openKit(): Promise<ChemKit> {
  opened ??= loadChemKit(rdkitAssets()).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function depict(kit: ChemKit, { text, ...options }: DepictionRequest): DepictionReply {
  const drawn = depictSvg(kit, text, options);
  return drawn.ok ? { svg: drawn.value } : { error: toWireError(drawn.error) };
}

function analyse(kit: ChemKit, text: string): StructureAnalysis {
  const standard = unwrap(standardise(kit, text));
  const values = unwrap(withMolecule(kit, standard.smiles, descriptors));
  return {
    smiles: standard.smiles,
    inchi: standard.inchi,
    inchikey: standard.inchikey,
    formula: standard.formula,
    molWeight: standard.molWeight,
    heavyAtoms: standard.heavyAtoms,
    changes: standard.changes,
    descriptors: Object.fromEntries(descriptorNames.map((name, i) => [name, values[i]!])),
  };
}

/** A drawing that lost a stereocentre would be another compound: then the editor lays the text out by itself. */
function layout(kit: ChemKit, text: string): { structure: string } {
  const drawn = unwrap(withMolecule(kit, text, (mol) => ({ molblock: mol.molblock, inchikey: mol.inchikey })));
  const readBack = withMolecule(kit, drawn.molblock, (mol) => mol.inchikey);
  return { structure: readBack.ok && readBack.value === drawn.inchikey ? drawn.molblock : text };
}

serve<ChemistryProtocol>(self as Port, {
  depict: async ({ items }) => {
    const kit = await openKit();
    return items.map((item) => depict(kit, item));
  },
  analyse: async ({ text }) => analyse(await openKit(), text),
  layout: async ({ text }) => layout(await openKit(), text),
  version: async () => ({ rdkit: (await openKit()).version }),
});
