import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { type Candidate, openCandidate, Unavailable } from "../src/engine/choose.ts";

class Idle extends tf.KernelBackend {
  override dispose() {}
}

describe("choosing", () => {
  const candidate = (
    name: Candidate["name"],
    kind: "cpu" | "gpu" | "none",
    more: { software?: boolean } = {},
  ): Candidate => ({
    name,
    find: async () => {
      if (kind === "none") throw new Unavailable("absent", "没有");
      return { device: `${name} device`, kind, ...more };
    },
    open: async (tfCore) => {
      if (more.software === undefined && kind === "gpu" && name === "webgpu") throw new Error("driver broke");
      tfCore.registerBackend(name, () => new Idle());
      return { device: `${name} device`, kind: kind === "gpu" ? "gpu" : "cpu" };
    },
  });
  const cases = [
    {
      have: [
        ["tensorflow", "cpu"],
        ["webgpu", "none"],
        ["wasm", "cpu"],
        ["cpu", "cpu"],
      ],
      is: "tensorflow",
      over: ["webgpu"],
    },
    {
      have: [
        ["tensorflow", "gpu"],
        ["webgpu", "gpu"],
        ["wasm", "cpu"],
        ["cpu", "cpu"],
      ],
      is: "tensorflow",
      over: [],
    },
    {
      have: [
        ["tensorflow", "none"],
        ["webgpu", "gpu"],
        ["wasm", "cpu"],
        ["cpu", "cpu"],
      ],
      is: "wasm",
      over: ["tensorflow", "webgpu"],
    },
    {
      have: [
        ["tensorflow", "none"],
        ["webgpu", "none"],
        ["wasm", "none"],
        ["cpu", "cpu"],
      ],
      is: "cpu",
      over: ["tensorflow", "webgpu", "wasm"],
    },
  ] as const;
  test.each(cases)("auto takes $is and says why not $over", async ({ have, is, over }) => {
    const backend = await openCandidate(
      tf,
      have.map(([name, kind]) => candidate(name, kind)),
      "auto",
    );
    expect(backend.name).toBe(is);
    expect(backend.passedOver.map(({ name }) => name)).toEqual(over);
    for (const probe of backend.passedOver) expect(probe.reason).toBeTruthy();
    await backend.dispose();
  });

  test("auto never takes a software adapter", async () => {
    const backend = await openCandidate(
      tf,
      [candidate("webgpu", "cpu", { software: true }), candidate("cpu", "cpu")],
      "auto",
    );
    expect(backend.name).toBe("cpu");
    expect(backend.passedOver[0]!.reason).toMatch(/software/);
    await backend.dispose();
  });
});
