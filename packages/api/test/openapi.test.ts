import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { buildOpenApiDocument } from "../src/openapi.ts";
import { appRouter } from "../src/routers/app.router.ts";

const document = buildOpenApiDocument("/api/v1");
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  (["get", "post", "patch", "put", "delete"] as const).flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method.toUpperCase()} ${path}`, path, operation }] : [];
  }),
);

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("has every procedure of the router", () => {
    const procedures = Object.keys(appRouter._def.procedures).map((path) => path.replaceAll(".", "-"));
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toEqual(expect.arrayContaining(procedures));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(operations)(
    "$name has a summary, a tag that is described, and errors of one shape",
    ({ operation, path }) => {
      expect(operation.summary).toMatch(/^[A-Z].{5,}[^.]$/);
      const known = document.tags?.map(({ name }) => name);
      expect(known).toEqual(expect.arrayContaining(operation.tags ?? []));
      expect(operation.tags).toHaveLength(1);
      const failures = Object.entries(operation.responses ?? {}).filter(([status]) => Number(status) >= 400);
      expect(failures.map(([status]) => status)).toEqual(expect.arrayContaining(["400", "500"]));
      for (const [, response] of failures) {
        expect(response.content["application/json"].schema).toEqual({ $ref: "#/components/schemas/ErrorAnswer" });
      }
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation.parameters ?? []).flatMap((parameter) =>
        "in" in parameter && parameter.in === "path" ? [parameter.name] : [],
      );
      expect(described.sort()).toEqual(parameters.sort());
    },
  );

  it("names no component that is not there", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
    for (const name of new Set(names)) expect(Object.keys(document.components?.schemas ?? {})).toContain(name);
  });
});
