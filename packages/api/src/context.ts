import type { Services } from "./services.ts";

export type Locale = "en" | "zh";

/** What one request sees: the services of the process and the language of the caller. */
export type RequestContext = Services & { locale: Locale };
