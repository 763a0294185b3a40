import { defineErrors } from "@qinghao/kernel";
import { TRPCError } from "@trpc/server";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatError } from "../src/error-format.ts";
import { apiErrors } from "../src/errors.ts";
import { failureOf, wireFailure } from "../src/failure.ts";
import { localeOf } from "../src/http/locale.ts";
import { respondFailure } from "../src/http/respond.ts";

const teaErrors = defineErrors("tea", {
  "leaf.missing": { http: 422, retry: "never", user: "Row {row} has no leaf.", userZh: "第 {row} 行没有叶子。" },
});

function memoryLog() {
  const lines: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  return { log, lines };
}

describe("failures on the wire", () => {
  it("passes an error of a table with its code, status, details and both sentences", () => {
    const { log, lines } = memoryLog();
    const thrown = new TRPCError({
      code: "INTERNAL_SERVER_ERROR",
      cause: teaErrors.create("leaf.missing", { row: 3 }),
    });
    const failure = failureOf(thrown, log);
    expect(failure.error.http).toBe(422);
    expect(wireFailure(failure, "zh")).toEqual({
      code: "tea.leaf.missing",
      text: "第 3 行没有叶子。",
      message: { en: "Row 3 has no leaf.", zh: "第 3 行没有叶子。" },
      retry: "never",
      details: { row: 3 },
    });
    expect(lines).toEqual([]);
  });

  it("tells nothing of an unexpected error but the id under which the log has it", async () => {
    const { log, lines } = memoryLog();
    const secret = new Error("password=hunter2 at somewhere/file.ts:1:1");
    const response = respondFailure(failureOf(secret, log), "en");
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/hunter2|file\.ts|stack/);
    const id: unknown = JSON.parse(text).error.details.id;
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ id, err: { message: secret.message } });
  });

  it("keeps one id for one thrown value, so that answer and log agree", () => {
    const { log, lines } = memoryLog();
    const thrown = new Error("once");
    expect(failureOf(thrown, log)).toBe(failureOf(thrown, log));
    expect(lines).toHaveLength(1);
  });

  it("says where an input is wrong", () => {
    const read = z.object({ limit: z.number().max(5), name: z.string() }).safeParse({ limit: 6 });
    const thrown = new TRPCError({ code: "BAD_REQUEST", cause: read.error });
    const { error, issues } = failureOf(thrown, memoryLog().log);
    expect(error.code).toBe("api.input.invalid");
    expect(issues.map(({ path }) => path)).toEqual(["limit", "name"]);
  });

  it("does not blame the caller for a zod error inside the server", () => {
    const inner = z.string().safeParse(1).error;
    const thrown = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: inner });
    expect(failureOf(thrown, memoryLog().log).error.code).toBe("api.unexpected");
  });

  it("gives tRPC the matching code and status, and never a stack", () => {
    const shape = formatError(new TRPCError({ code: "NOT_FOUND" }), "projects.fly");
    expect(shape.data).toMatchObject({ code: "NOT_FOUND", httpStatus: 404, error: { code: "api.procedure.unknown" } });
    expect(JSON.stringify(shape)).not.toContain("stack");
  });

  it("asks to come back later when a service was away", () => {
    const response = respondFailure({ error: apiErrors.create("temporal.away"), issues: [] }, "en");
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  });
});

describe("language of an answer", () => {
  it.each([
    ["", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-GB,zh;q=0.5", "en"],
    ["fr, zh;q=0.1", "zh"],
    ["zh;q=0", "en"],
  ])("%s -> %s", (header, locale) => {
    expect(localeOf(new Request("http://localhost/", { headers: { "accept-language": header } }))).toBe(locale);
  });
});

describe("every error of the API", () => {
  it.each(Object.entries(apiErrors.specs))(
    "%s has a whole sentence in both languages with the same blanks",
    (_name, spec) => {
      const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect(spec.user).toMatch(/[.]$/);
      expect(spec.userZh).toMatch(/[。]$/);
      expect(blanks(spec.user)).toEqual(blanks(spec.userZh));
    },
  );
});
