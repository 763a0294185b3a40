import type { ChemistryProtocol, DepictionRequest, ThumbnailRequest } from "./chemistry-protocol.ts";
import type { ConformerProtocol } from "./conformer-protocol.ts";
import { createDrawingPool, type DrawingPool } from "./drawing-pool.ts";
import type { PredictionProtocol } from "./prediction-protocol.ts";
import { createRpcClient, type RpcClient } from "./rpc.ts";

/** A drawing as a `data:` address for an image. */
export type Depiction = { readonly src: string };
/** A drawing as pixels; the pool closes it when it is no longer kept. */
export type Thumbnail = { readonly bitmap: ImageBitmap };

/** The workers of the page. Each starts with its first job and lives as long as the page. */
export type PageWorkers = {
  /** The sketch: analysis and layout, never behind a queue of table drawings. */
  readonly chemistry: RpcClient<ChemistryProtocol>;
  readonly prediction: RpcClient<PredictionProtocol>;
  readonly conformer: RpcClient<ConformerProtocol>;
  /** Vector drawings: few and large, sharp in print. */
  readonly depictions: DrawingPool<DepictionRequest, Depiction>;
  /** Pixels: the many small drawings of a table. */
  readonly thumbnails: DrawingPool<ThumbnailRequest, Thumbnail>;
};

const depictionsKept = 200;
/** About 2,500 rows of usual height on a usual screen. */
const thumbnailBytesKept = 48 * 1024 * 1024;

const startChemistry = () =>
  new Worker(new URL("./chemistry.worker.ts", import.meta.url), { type: "module", name: "chemistry" });
const startPrediction = () =>
  new Worker(new URL("./prediction.worker.ts", import.meta.url), { type: "module", name: "prediction" });
const startConformer = () =>
  new Worker(new URL("./conformer.worker.ts", import.meta.url), { type: "module", name: "conformer" });

let workers: PageWorkers | null = null;

export function pageWorkers(): PageWorkers {
  if (workers !== null) return workers;
  const chemistry = createRpcClient<ChemistryProtocol>(startChemistry);
  const second = createRpcClient<ChemistryProtocol>(startChemistry);
  const drawers = [second, chemistry];
  workers = {
    chemistry,
    prediction: createRpcClient<PredictionProtocol>(startPrediction),
    conformer: createRpcClient<ConformerProtocol>(startConformer),
    depictions: createDrawingPool({
      workers: drawers.map((client) => async (items: readonly DepictionRequest[]) => {
        const replies = await client.call("depict", { items });
        return replies.map((reply) => ("svg" in reply ? { src: svgAddress(reply.svg) } : reply));
      }),
      kept: depictionsKept,
      batch: 6,
    }),
    thumbnails: createDrawingPool({
      workers: drawers.map((client) => (items: readonly ThumbnailRequest[]) => client.call("thumbnails", { items })),
      kept: thumbnailBytesKept,
      weigh: ({ bitmap }) => 4 * bitmap.width * bitmap.height,
      dispose: ({ bitmap }) => bitmap.close(),
      batch: 4,
    }),
  };
  return workers;
}

const svgAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
