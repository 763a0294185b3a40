/** Remembers a choice of the reader for a year, where the server can read it before it draws the page. */
export function setPreference(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari 17 and Firefox 139
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
