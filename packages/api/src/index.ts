export type { WireFailure } from "./failure.ts";
export type { AppRouter } from "./routers/app.router.ts";
export * from "./schema.ts";
