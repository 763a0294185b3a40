import { setLoad } from "@qinghao/db/site";
import { nodeErrors } from "../errors.ts";
import type { Answer } from "./answer.ts";
import { candidateForm } from "./candidate-forms.ts";
import { candidatePage } from "./candidate-page.ts";
import { candidatesPage } from "./candidates-page.ts";
import { codesPage, mapForm, mapPage } from "./codes-page.ts";
import { exportCsv } from "./export-csv.ts";
import { homePage } from "./home-page.ts";
import { logPage } from "./log-page.ts";
import { screeningPage } from "./screening-page.ts";
import type { Visit } from "./visit.ts";

type Page = (visit: Visit, parts: readonly string[]) => Promise<Answer>;

const pages: readonly [method: "GET" | "POST", path: RegExp, page: Page][] = [
  ["GET", /^\/$/, homePage],
  ["GET", /^\/trials\/([\w-]+)$/, (visit, [trial]) => candidatesPage(visit, trial!)],
  ["GET", /^\/trials\/([\w-]+)\/screening$/, (visit, [trial]) => screeningPage(visit, trial!)],
  ["GET", /^\/trials\/([\w-]+)\/export\.csv$/, (visit, [trial]) => exportCsv(visit, trial!)],
  [
    "GET",
    /^\/trials\/([\w-]+)\/patients\/(\d{1,9})$/,
    (visit, [trial, patient]) => candidatePage(visit, trial!, Number(patient)),
  ],
  [
    "POST",
    /^\/trials\/([\w-]+)\/patients\/(\d{1,9})\/(status|note|judge)$/,
    (visit, [trial, patient, form]) => candidateForm(visit, trial!, Number(patient), form!),
  ],
  ["GET", /^\/codes$/, codesPage],
  ["GET", /^\/codes\/map$/, mapPage],
  ["POST", /^\/codes\/map$/, mapForm],
  ["GET", /^\/log$/, logPage],
  ["POST", /^\/records\/read$/, readRecords],
  ["POST", /^\/(reader|language|theme)$/, (visit, [what]) => remember(visit, what!)],
];

/** Throws `node.page.missing`. */
export async function route(method: string, visit: Visit): Promise<Answer> {
  for (const [wanted, path, page] of pages) {
    const match = wanted === method ? path.exec(visit.url.pathname) : null;
    if (match !== null) return page(visit, match.slice(1));
  }
  throw nodeErrors.create("page.missing");
}

/** Begins to read; the first page shows how far it is. What goes wrong is stored, and shown there. */
async function readRecords({ node }: Visit): Promise<Answer> {
  await setLoad(node.db, { state: "loading", error: null });
  node.refresh(true).catch(() => undefined);
  return { kind: "redirect", to: "/" };
}

async function remember({ form }: Visit, what: string): Promise<Answer> {
  const value = (form.get(what) ?? "").trim().slice(0, 60);
  const back = form.get("back") ?? "/";
  const cookie = `qinghao-${what}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly`;
  // Only a path of our own: `//other.host` would lead away.
  return { kind: "redirect", to: /^\/(?!\/)/.test(back) ? back : "/", cookies: [cookie] };
}
