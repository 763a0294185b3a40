import { vendor } from "../vendor.ts";

/** Absolute, because a worker that was started from a blob has no base address. */
const absolute = (path: string) => new URL(path, self.location.origin).href;

export const rdkitAssets = () => ({ scriptUrl: absolute(vendor.rdkitScript), wasmUrl: absolute(vendor.rdkitWasm) });
/** Folder of the WebAssembly files of TensorFlow.js, with a slash at its end. */
export const tensorflowFolder = () => absolute(vendor.tensorWasm);
/** Address of a file of the weights, such as `aqueous-solubility/1/manifest.json`. */
export const weightsAddress = (path: string) => absolute(`${vendor.weights}${path}`);
/** Torsion statistics and force-field parameters of OpenChemLib. */
export const conformerResources = () => absolute(vendor.conformerResources);
