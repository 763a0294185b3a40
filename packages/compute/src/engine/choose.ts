import { computeErrors, reasonOf } from "../errors.ts";
import type { BackendChoice, BackendName, BackendProbe } from "../schema.ts";
import { acquireBackend, type Backend, type EngineOpener, type Tf } from "./backend.ts";

/** Thrown by an opener or a probe with the reason that a person needs. */
export class Unavailable extends Error {
  readonly zh: string;
  constructor(en: string, zh: string) {
    super(en);
    this.zh = zh;
  }
}

/** What a look at the machine tells without loading the engine. */
export type Found = { readonly device: string; readonly kind: "cpu" | "gpu"; readonly software?: boolean };

/** One backend as a platform offers it. */
export type Candidate = {
  readonly name: BackendName;
  /** Looks without loading. @param ask software: whether a software adapter is worth looking for. @throws Unavailable */
  find(ask: { readonly software: boolean }): Promise<Found>;
  readonly open: EngineOpener;
};

async function probe(candidate: Candidate, software: boolean): Promise<BackendProbe & { software?: boolean }> {
  const { name } = candidate;
  try {
    const found = await candidate.find({ software });
    return { ...found, name, available: true, reason: null, sentence: null };
  } catch (thrown) {
    return missing(name, thrown);
  }
}

/** Loaders append long traces to their messages; the whole error stays the cause. */
const firstLine = (thrown: unknown): string => reasonOf(thrown).split("\n")[0] ?? "";

function missing(name: BackendName, thrown: unknown): BackendProbe {
  const en = firstLine(thrown);
  const sentence = { en, zh: thrown instanceof Unavailable ? thrown.zh : en };
  return { name, available: false, kind: null, device: null, reason: en, sentence };
}

export async function probeCandidates(candidates: readonly Candidate[]): Promise<BackendProbe[]> {
  const found: BackendProbe[] = [];
  for (const candidate of candidates) {
    const { software: _, ...rest } = await probe(candidate, true);
    found.push(rest);
  }
  return found;
}

/** tensorflow on a GPU, then WebGPU on a real one, then tensorflow, wasm, cpu. */
const rank = ({ name, kind }: BackendProbe): number =>
  name === "tensorflow" ? (kind === "gpu" ? 0 : 2) : name === "webgpu" ? 1 : name === "wasm" ? 3 : 4;

const software = (device: string) =>
  new Unavailable(
    `${device} is a software adapter: good for checking results, too slow for work`,
    `${device} 是软件适配器：可用于核对结果，但速度太慢`,
  );

/**
 * Opens the backend asked for, or the fastest that opens.
 * @throws `compute.backend_unavailable` with the reason
 */
export async function openCandidate(tf: Tf, candidates: readonly Candidate[], choice: BackendChoice): Promise<Backend> {
  if (choice !== "auto") {
    const candidate = candidates.find(({ name }) => name === choice);
    if (candidate === undefined)
      throw computeErrors.create("backend_unavailable", { backend: choice, reason: "this platform does not have it" });
    try {
      return await acquireBackend(tf, choice, candidate.open);
    } catch (thrown) {
      throw computeErrors.create("backend_unavailable", { backend: choice, reason: firstLine(thrown) }, thrown);
    }
  }
  const probes = await Promise.all(candidates.map((candidate) => probe(candidate, false)));
  const passedOver: BackendProbe[] = [];
  const usable: BackendProbe[] = [];
  for (const { software: slow, ...found } of probes) {
    if (!found.available) passedOver.push(found);
    else if (slow) passedOver.push(missing(found.name, software(found.device ?? "It")));
    else usable.push(found);
  }
  for (const found of usable.toSorted((a, b) => rank(a) - rank(b))) {
    const candidate = candidates.find(({ name }) => name === found.name)!;
    try {
      const better = passedOver.filter((other) => rank({ ...other, kind: "gpu" }) < rank(found));
      return await acquireBackend(tf, found.name, candidate.open, better);
    } catch (thrown) {
      passedOver.push(missing(found.name, thrown));
    }
  }
  throw computeErrors.create("backend_unavailable", {
    backend: "auto",
    reason: passedOver.map(({ name, reason }) => `${name}: ${reason}`).join("; "),
  });
}
