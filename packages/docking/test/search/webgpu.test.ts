import { openGpu } from "@qinghao/compute/node";
import { afterAll, describe, expect, it } from "vitest";
import { GpuChains, openGpuSite } from "../../src/backends/webgpu/gpu-chains.ts";
import { packLigand } from "../../src/backends/webgpu/pack-ligand.ts";
import { gpuTuning, webgpuDocking } from "../../src/backends/webgpu/webgpu-backend.ts";
import { type DockedLigand, type DockingLigand, notScored, type SearchSettings } from "../../src/index.ts";
import { wasmDocking } from "../../src/node.ts";
import { atomKindCount, createScorer } from "../../src/scoring/index.ts";
import { functionBytes } from "../../src/search/pair-functions.ts";
import { bindLigand, openSearch } from "../../src/search/search-ligand.ts";
import { chain, pocket, pocketBox } from "./artificial-complex.ts";
import { openRoom } from "./open-room.ts";

const gpu = await openGpu({ software: true }).catch((error: Error) => {
  console.log(`WebGPU is left out: ${error.message}`);
  return null;
});
afterAll(() => gpu?.close());

const settings: SearchSettings = { exhaustiveness: 1, poses: 5, seed: 11, minimumRmsd: 1, energyRange: 3 };

// A software adapter takes its time to compile the shader.
describe.skipIf(gpu === null)("docking with WebGPU", { timeout: 300_000 }, () => {
  it("gives each pose the energy that the WebAssembly kernel gives it", async () => {
    const ligand = chain();
    const room = await openRoom(pocket(), pocketBox, [...Array(atomKindCount).keys()]);
    const { kernel, memory, plan } = room;
    const search = openSearch(ligand);
    const place = bindLigand(room, search);
    const packed = packLigand(memory, plan, search, place);
    const mapBytes = plan.mapBytes * atomKindCount;
    const site = await openGpuSite(gpu!.device, plan, atomKindCount ** 2 * functionBytes, mapBytes);
    const send = (buffer: GPUBuffer, from: number, bytes: number) =>
      gpu!.device.queue.writeBuffer(buffer, 0, new Uint8Array(memory, from, bytes).slice());
    send(site.maps, plan.maps, mapBytes);
    send(site.functions, plan.bentFunctions, atomKindCount ** 2 * functionBytes);
    let state = 5;
    const draw = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const poses = Array.from({ length: 64 }, () => {
      const turn = Array.from({ length: 4 }, () => 2 * draw() - 1);
      const length = Math.hypot(...turn);
      const position = [1 + 14 * draw(), 1 + 14 * draw(), -2 + 20 * draw()];
      return [
        0,
        ...position,
        ...turn.map((part) => part / length),
        ...search.tree.slice(1).map(() => 6.28 * draw() - 3.14),
      ];
    });
    const chains = new GpuChains(site, packed, 64);
    const energies = await chains.evaluate(poses, { ...gpuTuning, seed: 1 });
    chains.close();
    kernel.chooseEnergy(false, plan.bentFunctions, gpuTuning.wall);
    for (const [index, pose] of poses.entries()) {
      new Float32Array(memory, place.end, place.freedomBytes / 4).set([...pose.slice(1, 4), 0, ...pose.slice(4)]);
      const wasm = kernel.evaluate(place.end, place.end + place.freedomBytes);
      expect(Math.abs(energies[index]! - wasm)).toBeLessThan(1e-3 + 1e-5 * Math.abs(wasm));
    }
  });

  it("finds poses as good as the threads do, the same for the same seed, and goes on after a failed ligand", async () => {
    const empty: DockingLigand = { ...chain("empty"), kinds: new Uint8Array(13).fill(notScored) };
    const list = [chain("a"), empty, chain("b", 1.02)];
    const onGpu = await webgpuDocking({ software: true, chains: 32 }).open(pocket(), pocketBox);
    const onThreads = await wasmDocking({ threads: 1 }).open(pocket(), pocketBox);
    const dock = async (docking: typeof onGpu, ligands: readonly DockingLigand[]) => {
      const results: DockedLigand[] = [];
      for await (const result of docking.dock(ligands, settings)) results.push(result);
      return results;
    };
    try {
      const [first, failed, second] = await dock(onGpu, list);
      expect(failed!.error?.code).toBe("docking.ligand_empty");
      const [again] = await dock(onGpu, [list[2]!]);
      expect(again!.poses).toEqual(second!.poses);
      const [threads] = await dock(onThreads, [list[0]!]);
      expect(Math.abs(first!.poses[0]!.score - threads!.poses[0]!.score)).toBeLessThan(0.15);
      const scorer = createScorer(pocket(), "vina");
      expect(first!.poses[0]!.score).toBeCloseTo(scorer.score(list[0]!, first!.poses[0]!.positions).total, 9);
    } finally {
      await Promise.all([onGpu.close(), onThreads.close()]);
    }
  });

  it("gives the same poses, bit for bit, whatever else is in a batch and in every order", async () => {
    const bent: DockingLigand = { ...chain("d"), ringConformers: [chain("d", 1.04).positions] };
    const list = [chain("a"), chain("b", 1.02), chain("c", 0.98), bent];
    const dock = async (batch: number, ligands: readonly DockingLigand[]) => {
      const docking = await webgpuDocking({ software: true, chains: 16, batch }).open(pocket(), pocketBox);
      const results: DockedLigand[] = [];
      try {
        for await (const result of docking.dock(ligands, settings)) results.push(result);
      } finally {
        await docking.close();
      }
      return results.map(({ poses }) => poses);
    };
    const alone = await dock(1, list);
    expect(alone.map((poses) => poses.length > 0)).toEqual([true, true, true, true]);
    expect(await dock(3, list)).toEqual(alone);
    expect((await dock(2, [...list].reverse())).reverse()).toEqual(alone);
  });
});
