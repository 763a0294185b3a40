import { type Html, html } from "./html.ts";
import type { Visit } from "./visit.ts";

const places = [
  ["/", "trials"],
  ["/codes", "codes"],
  ["/log", "log"],
] as const;

/** The frame around every page: it names the hospital at all times. */
export function layout(visit: Visit, title: string, body: Html): string {
  const { say, language, theme, reader, url, node } = visit;
  const here = (path: string) =>
    path === "/" ? url.pathname === "/" || url.pathname.startsWith("/trials") : url.pathname.startsWith(path);
  const back = `${url.pathname}${url.search}`;
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}" ${theme === null ? "" : html`data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${node.site.name[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/node.css">
<script src="/assets/keys.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${say("skip")}</a>
<header class="frame">
<div class="hospital"><strong>${node.site.name[language]}</strong><span>${say("staysHere")}</span></div>
<nav>${places.map(([path, key]) => html`<a href="${path}" ${here(path) ? html`aria-current="page"` : ""}>${say(key)}</a>`)}</nav>
<form method="post" action="/reader" class="inline"><input type="hidden" name="back" value="${back}">
<label>${say("readingAs")} <input name="reader" value="${reader}" autocomplete="name" maxlength="60"></label>
<button>${say("setReader")}</button></form>
<form method="post" action="/language" class="inline"><input type="hidden" name="back" value="${back}">
<button name="language" value="${language === "zh" ? "en" : "zh"}" lang="${language === "zh" ? "en" : "zh-CN"}">${say("language")}</button></form>
<form method="post" action="/theme" class="inline"><input type="hidden" name="back" value="${back}">
<button name="theme" value="${theme === "dark" ? "light" : "dark"}" aria-label="${say("theme")}" title="${say("theme")}">◐</button></form>
</header>
<main id="content" tabindex="-1">${body}</main>
<footer>${say("keys")}</footer>
</body>
</html>`.text;
}

/** A title row with what belongs beside it. */
export const titleRow = (title: string, aside: Html | null = null, small = ""): Html =>
  html`<div class="title"><h1>${title}</h1>${small === "" ? "" : html`<span class="quiet">${small}</span>`}<div class="aside">${aside}</div></div>`;

export const emptyState = (sentence: string, more = ""): Html =>
  html`<div class="empty"><p>${sentence}</p>${more === "" ? "" : html`<p class="quiet">${more}</p>`}</div>`;

type Verdict = "met" | "not-met" | "unknown";
const signs = { met: "✓", "not-met": "✕", unknown: "?" } as const;

/** Whether a verdict lets the person pass: an exclusion that is not met does. */
export const bearingOf = (verdict: Verdict, type: "inclusion" | "exclusion"): "favourable" | "against" | "unknown" =>
  verdict === "unknown" ? "unknown" : (verdict === "met") === (type === "inclusion") ? "favourable" : "against";

/** A verdict by sign, word and bearing; colour only follows these. */
export function verdictMark({ say }: Visit, verdict: Verdict, type: "inclusion" | "exclusion"): Html {
  const bearing = bearingOf(verdict, type);
  const word = bearing === "unknown" ? "" : html` · ${say(bearing)}`;
  return html`<span class="verdict ${bearing}"><span aria-hidden="true">${signs[verdict]}</span> ${say(`verdict.${verdict}`)}${word}</span>`;
}

/** The same in one character, for rows of many. */
export const verdictSign = ({ say }: Visit, verdict: Verdict, type: "inclusion" | "exclusion", id: string): Html =>
  html`<span class="${bearingOf(verdict, type)}" title="${id}: ${say(`verdict.${verdict}`)}"><span aria-hidden="true">${signs[verdict]}</span></span>`;
