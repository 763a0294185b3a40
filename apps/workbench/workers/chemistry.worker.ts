import {
  type ChemKit,
  depictSvg,
  descriptorNames,
  descriptors,
  readDrawing,
  standardise,
  withMolecule,
} from "@qinghao/chemistry";
import { loadChemKit, paintDrawing } from "@qinghao/chemistry/browser";
import { toWireError, unwrap } from "@qinghao/kernel";
import type {
  ChemistryProtocol,
  DepictionReply,
  DepictionRequest,
  StructureAnalysis,
  ThumbnailReply,
  ThumbnailRequest,
} from "./chemistry-protocol.ts";
import { workerErrors } from "./errors.ts";
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

function thumbnail(kit: ChemKit, { text, pixelRatio, ...options }: ThumbnailRequest): ThumbnailReply {
  const drawn = depictSvg(kit, text, options);
  if (!drawn.ok) return { error: toWireError(drawn.error) };
  const size = [options.width, options.height].map((side) => Math.max(1, Math.round(side * pixelRatio)));
  const canvas = new OffscreenCanvas(size[0]!, size[1]!);
  // Small pictures of many short lines are painted sooner by the processor than through a graphics card.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw workerErrors.create("failed", { reason: "no 2D canvas" });
  context.scale(pixelRatio, pixelRatio);
  paintDrawing(context, readDrawing(drawn.value));
  return { bitmap: canvas.transferToImageBitmap() };
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

serve<ChemistryProtocol>(
  self as Port,
  {
    depict: async ({ items }) => {
      const kit = await openKit();
      return items.map((item) => depict(kit, item));
    },
    thumbnails: async ({ items }) => {
      const kit = await openKit();
      return items.map((item) => thumbnail(kit, item));
    },
    analyse: async ({ text }) => analyse(await openKit(), text),
    layout: async ({ text }) => layout(await openKit(), text),
    version: async () => ({ rdkit: (await openKit()).version }),
  },
  { thumbnails: (replies) => replies.flatMap((reply) => ("bitmap" in reply ? [reply.bitmap] : [])) },
);
