import { createRequire } from "node:module";
import type { Backend, Tf } from "../engine/backend.ts";
import { type Candidate, openCandidate, probeCandidates } from "../engine/choose.ts";
import { cpuCandidate, wasmCandidate } from "../engine/portable.ts";
import type { BackendChoice, BackendProbe } from "../schema.ts";
import { backendChoiceSchema } from "../schema.ts";
import { tensorflowCandidate } from "./tensorflow.ts";
import { webgpuCandidate } from "./webgpu.ts";

export type NodeBackendOptions = {
  /** Where `npm run setup:tensorflow` keeps its builds; default `<user cache>/qinghao/tensorflow`. */
  readonly tensorflowDir?: string;
};

// CommonJS throughout: the native backend's own files are, and all of them must share one instance. Written out one by
// one, because a bundler that meets this module has to see the names.
const load = createRequire(import.meta.url);
const loadTf = (): Tf => load("@tensorflow/tfjs-core");

const candidates = ({ tensorflowDir }: NodeBackendOptions): Candidate[] => [
  tensorflowCandidate(tensorflowDir),
  webgpuCandidate(() => load("@tensorflow/tfjs-backend-webgpu")),
  wasmCandidate(async () => load("@tensorflow/tfjs-backend-wasm")),
  cpuCandidate(async () => load("@tensorflow/tfjs-backend-cpu")),
];

/**
 * Opens a backend in this thread. "auto" takes the first that is here of: tensorflow on a GPU, webgpu on a real GPU,
 * tensorflow, wasm, cpu; `passedOver` of the result says why not a faster one. "webgpu" by name also accepts a software
 * adapter, which its `kind` and `device` tell.
 * @throws `compute.backend_unavailable`
 */
export function openBackend(choice: BackendChoice, options: NodeBackendOptions = {}): Promise<Backend> {
  return openCandidate(loadTf(), candidates(options), backendChoiceSchema.parse(choice));
}

/** What is here, for a health report; loads no engine and leaves nothing open. */
export function probeBackends(options: NodeBackendOptions = {}): Promise<BackendProbe[]> {
  return probeCandidates(candidates(options));
}
