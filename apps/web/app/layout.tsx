import '@intray/ui/design.css';
import { THEME_SCRIPT } from '@intray/ui';
import logo from '@intray/ui/logo.svg';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = {
  title: 'Intray',
  description: 'Work that is waiting for you, and what you have put aside.',
  icons: { icon: { url: logo.src, type: 'image/svg+xml' } },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f5f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0f11' },
  ],
};

/** The frame of every page. The script sets the chosen theme before anything is painted, hence the allowed difference. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* A constant of our own, no text from outside: safe to be written as it is. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
