import type { SitePlan } from "../../search/site-plan.ts";
import type { PackedLigand } from "./pack-ligand.ts";
import { searchShader } from "./search.wgsl.ts";

/** The maps and functions of a site on the device, and the compiled shader. */
export interface GpuSite {
  readonly device: GPUDevice;
  readonly plan: SitePlan;
  readonly maps: GPUBuffer;
  readonly functions: GPUBuffer;
  readonly pipeline: GPUComputePipeline;
}

export async function openGpuSite(
  device: GPUDevice,
  plan: SitePlan,
  functionBytes: number,
  mapBytes: number,
): Promise<GpuSite> {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const module = device.createShaderModule({ code: searchShader });
  const pipeline = await device.createComputePipelineAsync({
    layout: "auto",
    compute: { module, entryPoint: "search" },
  });
  return {
    device,
    plan,
    maps: device.createBuffer({ size: mapBytes, usage }),
    functions: device.createBuffer({ size: functionBytes, usage }),
    pipeline,
  };
}

/** What the chains are told. */
export interface ChainSettings {
  readonly iterations: number;
  readonly seed: number;
  readonly temperature: number;
  readonly wall: number;
}

const workgroup = 32;

/** The chains of one ligand on the device. */
export class GpuChains {
  readonly #site: GpuSite;
  readonly #ligand: PackedLigand;
  readonly #count: number;
  readonly #settings: GPUBuffer;
  readonly #state: GPUBuffer;
  readonly #own: readonly GPUBuffer[];
  readonly #bindings: GPUBindGroup;

  constructor(site: GpuSite, ligand: PackedLigand, count: number) {
    const { device } = site;
    const make = (data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => {
      // A ligand without pairs still needs a buffer to bind.
      const buffer = device.createBuffer({
        size: Math.max(16, data.byteLength),
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
      });
      device.queue.writeBuffer(buffer, 0, data);
      return buffer;
    };
    this.#site = site;
    this.#ligand = ligand;
    this.#count = count;
    this.#settings = device.createBuffer({ size: 80, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
    this.#state = device.createBuffer({
      size: 4 * ligand.chainWords * count,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    this.#own = [make(ligand.atoms), make(ligand.bodies), make(ligand.pairs), make(ligand.mobility)];
    const buffers = [this.#settings, site.maps, site.functions, ...this.#own, this.#state];
    this.#bindings = device.createBindGroup({
      layout: site.pipeline.getBindGroupLayout(0),
      entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }

  /** Has so many steps of every chain, counted on from `first`, done in the pass. */
  run(pass: GPUComputePassEncoder, steps: number, first: number, settings: ChainSettings): void {
    this.#dispatch(pass, steps, first, settings, false);
  }

  /** Energies of poses, one for each chain, kcal/mol. */
  async evaluate(poses: readonly ArrayLike<number>[], settings: ChainSettings): Promise<number[]> {
    this.write(this.#ligand.currentWord, poses);
    submitTogether(this.#site, (pass) => this.#dispatch(pass, 0, 0, settings, true));
    return (await this.read(this.#ligand.currentWord)).slice(0, poses.length).map((pose) => pose[0]!);
  }

  /** The pose that each chain keeps from this word on. */
  async read(word: number): Promise<Float32Array[]> {
    const { device } = this.#site;
    const size = 4 * this.#ligand.poseWords * this.#count;
    const target = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(this.#state, 4 * word * this.#count, target, 0, size);
    device.queue.submit([encoder.finish()]);
    await target.mapAsync(GPUMapMode.READ);
    const all = new Float32Array(target.getMappedRange().slice(0));
    target.destroy();
    return Array.from({ length: this.#count }, (_, chain) =>
      Float32Array.from({ length: this.#ligand.poseWords }, (_, at) => all[at * this.#count + chain]!),
    );
  }

  /** Gives each chain a pose to keep from this word on. */
  write(word: number, poses: readonly ArrayLike<number>[]): void {
    const all = new Float32Array(this.#ligand.poseWords * this.#count);
    for (const [chain, pose] of poses.entries())
      for (let at = 0; at < this.#ligand.poseWords; at++) all[at * this.#count + chain] = pose[at]!;
    this.#site.device.queue.writeBuffer(this.#state, 4 * word * this.#count, all);
  }

  close(): void {
    for (const buffer of [this.#settings, this.#state, ...this.#own]) buffer.destroy();
  }

  #dispatch(
    pass: GPUComputePassEncoder,
    steps: number,
    first: number,
    settings: ChainSettings,
    isEvaluation: boolean,
  ): void {
    const { device, plan } = this.#site;
    const { atoms, bodies, pairs, gyration } = this.#ligand;
    const words = new Uint32Array(20);
    const numbers = new Float32Array(words.buffer);
    words.set([atoms.length / 4, bodies.length / 12, pairs.length / 4, this.#count]);
    words.set([steps, settings.iterations, first, settings.seed], 4);
    numbers.set([...plan.points.map((points) => points - 1), 1 / plan.spacing], 8);
    words.set([plan.points[0], plan.points[0] * plan.points[1], isEvaluation ? 1 : 0], 12);
    numbers.set([settings.temperature, settings.wall, gyration], 16);
    device.queue.writeBuffer(this.#settings, 0, words);
    pass.setBindGroup(0, this.#bindings);
    pass.dispatchWorkgroups(Math.ceil(this.#count / workgroup));
  }
}

/** One pass with the steps of as many ligands as `encode` puts into it: none of them sees another's. */
export function submitTogether({ device, pipeline }: GpuSite, encode: (pass: GPUComputePassEncoder) => void): void {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  encode(pass);
  pass.end();
  device.queue.submit([encoder.finish()]);
}
