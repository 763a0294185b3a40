export * from "./gate/released.schema.ts";
export * from "./log/log-line.schema.ts";
export * from "./query/site-query.schema.ts";
export * from "./query/site-release.schema.ts";
