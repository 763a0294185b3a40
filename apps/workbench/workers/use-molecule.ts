"use client";

import type { StructureAnalysis } from "./chemistry-protocol.ts";
import type { ConformerReply } from "./conformer-protocol.ts";
import { pageWorkers } from "./page-workers.ts";
import type { ExplanationReply, PredictionValue } from "./prediction-protocol.ts";
import { RpcError } from "./rpc.ts";
import { type Following, useFollowing } from "./use-following.ts";

/** Nearest training molecules shown beside a prediction. */
const nearestShown = 3;
/** The 3D structure waits until the drawing rests: it takes up to seconds. */
const conformerDelayMs = 450;
/** Any fixed seed: the same structure always gives the same conformer. */
const conformerSeed = 20_261_122;

/** Standard form, identifiers and descriptors of a SMILES or molblock. */
export const useStructureAnalysis = (text: string | null): Following<StructureAnalysis> =>
  useFollowing(text, (structure, signal) => pageWorkers().chemistry.call("analyse", { text: structure }, { signal }));

/** Predictions of every endpoint for a standardised SMILES, from the weights that the server uses. */
export const usePredictions = (smiles: string | null): Following<Readonly<Record<string, PredictionValue>>> =>
  useFollowing(smiles, async (structure, signal) => {
    const params = { smiles: structure, nearest: nearestShown };
    const reply = await pageWorkers().prediction.call("predict", params, { signal });
    if (!reply.ok) throw new RpcError(reply.error);
    return reply.values;
  });

/** Contribution of each atom of `smiles` to one endpoint; null endpoint: none is wanted. */
export const useExplanation = (smiles: string | null, endpoint: string | null): Following<ExplanationReply> =>
  useFollowing(smiles === null || endpoint === null ? null : `${endpoint} ${smiles}`, (key, signal) => {
    const [wanted, structure] = key.split(" ") as [string, string];
    return pageWorkers().prediction.call("explain", { smiles: structure, endpoint: wanted }, { signal });
  });

/** One 3D conformer. */
export const useConformer = (smiles: string | null): Following<ConformerReply> =>
  useFollowing(
    smiles,
    (text, signal) => pageWorkers().conformer.call("conformer", { text, seed: conformerSeed }, { signal }),
    conformerDelayMs,
  );
