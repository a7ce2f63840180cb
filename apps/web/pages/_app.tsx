import '@intray/ui/design.css';
import logo from '@intray/ui/logo.svg';
import type { AppProps } from 'next/app';
import Head from 'next/head';

/** What every page has at its head. */
export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>Intray</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="Work that is waiting for you, and what you have put aside." />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f5f6" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0e0f11" />
        <link rel="icon" href={logo.src} type="image/svg+xml" />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
