import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { vendorAddresses } from "./scripts/vendor-assets.ts";

const year = "public, max-age=31536000, immutable";

const config: NextConfig = {
  env: { VENDOR_ADDRESSES: JSON.stringify(vendorAddresses()) },
  reactStrictMode: true,
  // The `types` step checks them; here they would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  // Packages that reach the browser. The server's own are loaded by Node, see server/api.ts.
  transpilePackages: [
    "@qinghao/api",
    "@qinghao/chemistry",
    "@qinghao/compute",
    "@qinghao/db",
    "@qinghao/kernel",
    "@qinghao/knowledge",
    "@qinghao/properties",
    "@qinghao/ui",
  ],
  experimental: { optimizePackageImports: ["@qinghao/ui"] },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
      ],
    },
    // The folder names carry the version or content hash, so what lies there never changes.
    { source: "/vendor/:path*", headers: [{ key: "Cache-Control", value: year }] },
  ],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
