import path from "node:path";
import { expect, test } from "vitest";
import { readOptions } from "../src/options.ts";
import { repositoryRoot } from "../src/paths.ts";

test("defaults: ./data of the repository, port 3000, with the demonstration", () => {
  expect(readOptions([], "/somewhere")).toEqual({
    dataDir: path.join(repositoryRoot, "data"),
    port: 3000,
    check: false,
    demonstration: true,
    sites: true,
    help: false,
  });
});

test("a relative --data starts where the person typed", () => {
  const options = readOptions(["--data", "trial", "--port", "0", "--check", "--no-demonstration"], "/people/li");
  const expected = {
    dataDir: "/people/li/trial",
    port: 0,
    check: true,
    demonstration: false,
    sites: false,
    help: false,
  };
  expect(options).toEqual(expected);
  expect(readOptions(["--no-sites"])).toMatchObject({ demonstration: true, sites: false });
});

test.each([["--port", "http"], ["--port", "70000"], ["--dta", "x"], ["surplus"]])(
  "%s %s is refused with the usage",
  (...args) => {
    expect(() => readOptions(args)).toThrow(/Usage: npm start/);
  },
);
