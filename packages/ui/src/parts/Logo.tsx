export interface LogoProps {
  /** Edge length in pixels. */
  readonly size?: number;
}

/** Intray's sign: sheets above a tray. The same drawing as design/logo.svg, with the accent of the theme. */
export function Logo({ size = 24 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g stroke="var(--on-accent)" strokeWidth="2.25" strokeLinecap="round">
        <path d="M10 8.5h12" strokeOpacity=".5" />
        <path d="M9 12.75h14" strokeOpacity=".8" />
      </g>
      <path
        fill="var(--on-accent)"
        d="M6.5 17h5.1c.5 0 .95.31 1.13.78l.36.94c.18.47.63.78 1.13.78h3.56c.5 0 .95-.31 1.13-.78l.36-.94c.18-.47.63-.78 1.13-.78h5.1v5.5a2.5 2.5 0 0 1-2.5 2.5H9a2.5 2.5 0 0 1-2.5-2.5z"
      />
    </svg>
  );
}
