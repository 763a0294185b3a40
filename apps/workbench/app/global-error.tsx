"use client";

import "./globals.css";

/** Shown when the frame itself fails: no provider is there, so both languages stand in it. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" data-theme="system">
      <body className="flex h-dvh flex-col items-center justify-center gap-3 p-6 text-center text-sm">
        <h1 className="text-lg font-semibold">Qinghao could not be shown</h1>
        <p lang="zh">青蒿无法显示，请重试。</p>
        <p>Try again; if it fails once more, look at the log files named in the terminal.</p>
        <button
          type="button"
          onClick={reset}
          className="h-8 rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
        >
          Try again · 重试
        </button>
        <pre className="max-w-full overflow-auto font-mono text-xs text-ink-3">{error.digest ?? error.message}</pre>
      </body>
    </html>
  );
}
