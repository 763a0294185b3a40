/** How a caller may react to a failure: `never` the same input fails again, `later` a service was away, `now` a race was lost. */
export type RetryClass = "never" | "later" | "now";

export type ErrorSpec = {
  /** HTTP status that the API answers with. */
  readonly http: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  readonly retry: RetryClass;
  /** One sentence for the person, `{name}` filled from the details. States what happened and what to do. */
  readonly user: string;
  /** The same sentence in simplified Chinese. */
  readonly userZh: string;
};

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error from a package's table. `code` is `<package>.<name>`, stable, and safe to show. */
export class QinghaoError extends Error {
  readonly code: string;
  readonly http: ErrorSpec["http"];
  readonly retry: RetryClass;
  readonly details: ErrorDetails;
  readonly user: { readonly en: string; readonly zh: string };

  constructor(code: string, spec: ErrorSpec, details: ErrorDetails, cause?: unknown) {
    super(fill(spec.user, details), cause === undefined ? undefined : { cause });
    this.name = "QinghaoError";
    this.code = code;
    this.http = spec.http;
    this.retry = spec.retry;
    this.details = details;
    this.user = { en: fill(spec.user, details), zh: fill(spec.userZh, details) };
  }
}

/** The part of an error that crosses a process boundary. */
export type WireError = {
  code: string;
  message: { en: string; zh: string };
  retry: RetryClass;
  details: ErrorDetails;
};

export const toWireError = (error: QinghaoError): WireError => ({
  code: error.code,
  message: { en: error.user.en, zh: error.user.zh },
  retry: error.retry,
  details: error.details,
});

export type ErrorTable<Name extends string> = {
  readonly packageName: string;
  readonly specs: Readonly<Record<Name, ErrorSpec>>;
  create(name: Name, details?: ErrorDetails, cause?: unknown): QinghaoError;
};

/** Declares a package's errors; API status, workflow failure type, CLI exit text and docs derive from this one value. */
export function defineErrors<const Name extends string>(
  packageName: string,
  specs: Readonly<Record<Name, ErrorSpec>>,
): ErrorTable<Name> {
  return {
    packageName,
    specs,
    create: (name, details = {}, cause) => new QinghaoError(`${packageName}.${name}`, specs[name], details, cause),
  };
}

export const isQinghaoError = (value: unknown): value is QinghaoError => value instanceof QinghaoError;

function fill(sentence: string, details: ErrorDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));
}
