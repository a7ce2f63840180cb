import { THEME_SCRIPT } from '@intray/ui';
import { Head, Html, Main, NextScript } from 'next/document';

/**
 * The frame of every page. Pages of this kind and not of Next's newer one: the desk asks nothing of a Next server, and
 * what the newer kind brings to do so is a sixth of all script at the first load.
 */
export default function Document() {
  return (
    <Html lang="en" suppressHydrationWarning>
      <Head>
        {/* Sets the chosen theme before anything is painted. A constant of our own: safe to be written as it is. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
