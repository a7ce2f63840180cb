import type { SVGProps } from 'react';

/** Signs of two networks, drawn in the manner of the icon set, which has no brands. */
export type MarkIcon = typeof FacebookMark;

const LINE = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;

export const FacebookMark = (props: SVGProps<SVGSVGElement>) => (
  <svg {...LINE} strokeLinecap="round" strokeLinejoin="round" role="presentation" {...props}>
    <path d="M18 2h-3a5 5 0 0 0-5 5v3H7v4h3v8h4v-8h3l1-4h-4V7a1 1 0 0 1 1-1h3z" />
  </svg>
);

export const XMark = (props: SVGProps<SVGSVGElement>) => (
  <svg {...LINE} strokeLinecap="round" strokeLinejoin="round" role="presentation" {...props}>
    <path d="M4 4h4.2L20 20h-4.2z M19.4 4l-6.6 7.2 M10.7 13.4 4.6 20" />
  </svg>
);
