import { defineConfig } from "vitest/config";

/** The one vitest preset: unit tests are `*.test.ts`, tests that start real services are `*.int.test.ts`. */
export default defineConfig({
  test: {
    include: ["{src,test}/**/*.test.{ts,tsx}"],
    environment: "node",
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    passWithNoTests: false,
  },
});
