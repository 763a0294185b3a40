import { defineConfig } from "drizzle-kit";

/** `pnpm migration:site` writes the next SQL file of a hospital node's own database. */
export default defineConfig({ dialect: "postgresql", schema: "./src/site/tables/index.ts", out: "./site-migrations" });
