/** The project's mark: a sprig of three leaves whose stem bends like a bond. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true" fill="none">
      <path
        d="M10 19V11.5L5.5 8.6"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M10 14.5l4-2.6" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      <path d="M10 10.5C7.6 8.6 7.6 4 10 1c2.4 3 2.4 7.6 0 9.5z" fill="currentColor" />
      <path d="M6.2 9.3C3.6 9.6 1.6 8 1 5.4c2.8-.3 4.9 1.2 5.2 3.9z" fill="currentColor" />
      <path d="M13.4 12.3c.1-2.6 2-4.4 4.9-4.6.2 2.9-1.8 4.8-4.9 4.6z" fill="currentColor" />
    </svg>
  );
}
