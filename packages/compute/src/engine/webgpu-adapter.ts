/** What WebGPU tells of an adapter (GPUAdapterInfo). */
export type AdapterFacts = {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  readonly isFallbackAdapter: boolean;
};

/** True for a rasteriser on the processor, which no work should be given to. */
export const isSoftware = ({ isFallbackAdapter, architecture, description, vendor }: AdapterFacts): boolean =>
  isFallbackAdapter === true ||
  /swiftshader|llvmpipe|lavapipe|basic render|warp/i.test(`${vendor} ${architecture} ${description}`);

/** A name for people. Browsers leave most fields empty. */
export const adapterTitle = ({ description, vendor, device, architecture }: AdapterFacts): string =>
  description || [vendor, device || architecture].filter(Boolean).join(" ") || "graphics card";
