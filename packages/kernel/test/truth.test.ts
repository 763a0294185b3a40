import { expect, test } from "vitest";
import { and, atLeast, implies, not, or, truths, xor } from "../src/truth.ts";

// Kleene, "Introduction to Metamathematics" (1952), section 64: strong three-valued tables.
test("strong Kleene tables", () => {
  const table = (op: (a: (typeof truths)[number], b: (typeof truths)[number]) => string) =>
    truths.map((a) => truths.map((b) => op(a, b)[0]).join("")).join(" ");
  expect(table(and)).toBe("tfu fff ufu");
  expect(table(or)).toBe("ttt tfu tuu");
  expect(table(implies)).toBe("tfu ttt tuu");
  expect(table(xor)).toBe("ftu tfu uuu");
  expect(truths.map((a) => not(a)[0]).join("")).toBe("ftu");
});

test("at least n of many is decided by what is known", () => {
  expect(atLeast(2, ["true", "unknown", "true"])).toBe("true");
  expect(atLeast(2, ["true", "unknown", "false"])).toBe("unknown");
  expect(atLeast(2, ["true", "false", "false"])).toBe("false");
  expect(atLeast(0, [])).toBe("true");
});
