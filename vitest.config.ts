import { defineConfig } from "vitest/config";

/** The whole workspace at once: `npm test` runs it. A single package runs by `pnpm --filter <name> test`. */
export default defineConfig({
  test: {
    projects: ["{packages,workflows,apps,infra}/*/vitest.config.ts"],
    passWithNoTests: false,
  },
});
