import type { SourceInfo } from "../schema.ts";

/** The line of names and links that the build itself makes: names told apart, groups of ATC. */
export const ownSource: SourceInfo = {
  id: "qinghao",
  title: "Qinghao",
  version: "1",
  date: "2026-11-22",
  licence: "Apache-2.0",
  licenceClass: "own",
  url: "https://www.apache.org/licenses/LICENSE-2.0",
  attribution: "Qinghao contributors",
};
