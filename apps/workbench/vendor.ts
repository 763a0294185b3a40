import type { vendorAddresses } from "./scripts/vendor-assets.ts";

/** Addresses of the files under /vendor, written in by next.config.ts when the application is built. */
export const vendor = JSON.parse(process.env.VENDOR_ADDRESSES ?? "{}") as ReturnType<typeof vendorAddresses>;
