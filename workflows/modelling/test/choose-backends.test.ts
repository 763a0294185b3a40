import type { BackendProbe } from "@qinghao/compute";
import { expect, test } from "vitest";
import { chooseBackends } from "../src/choose-backends.ts";

const probe = (name: BackendProbe["name"], kind: BackendProbe["kind"]): BackendProbe => ({
  name,
  available: kind !== null,
  kind,
  device: name,
  reason: null,
  sentence: null,
});
const plain = [probe("tensorflow", null), probe("webgpu", null), probe("wasm", "cpu"), probe("cpu", "cpu")];
const withCard = [probe("tensorflow", "cpu"), probe("webgpu", "gpu"), probe("wasm", "cpu"), probe("cpu", "cpu")];

test.each([
  ["no accelerator", plain, "auto", { cpu: "wasm", gpu: null }],
  ["an accelerator", withCard, "auto", { cpu: "tensorflow", gpu: "webgpu" }],
  ["an accelerator that was asked for", withCard, "webgpu", { cpu: "tensorflow", gpu: "webgpu" }],
  ["an accelerator, but a CPU backend asked for", withCard, "wasm", { cpu: "wasm", gpu: null }],
  [
    "a software adapter, which is right but slow",
    [probe("webgpu", "cpu"), probe("wasm", "cpu")],
    "auto",
    { cpu: "wasm", gpu: null },
  ],
  [
    "a software adapter that was asked for",
    [probe("webgpu", "cpu"), probe("wasm", "cpu")],
    "webgpu",
    { cpu: "webgpu", gpu: null },
  ],
  ["a wish for what is not here", plain, "webgpu", { cpu: "wasm", gpu: null }],
  [
    "native TensorFlow on the accelerator",
    [probe("tensorflow", "gpu"), probe("wasm", "cpu")],
    "auto",
    { cpu: "wasm", gpu: "tensorflow" },
  ],
] as const)("%s", (_name, probes, wish, expected) => {
  expect(chooseBackends(probes, wish)).toEqual(expected);
});
