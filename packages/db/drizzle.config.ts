import { defineConfig } from "drizzle-kit";

/** `pnpm migration` writes the next SQL file from the tables; `migrate` of the package applies it. */
export default defineConfig({ dialect: "postgresql", schema: "./src/tables/index.ts", out: "./migrations" });
