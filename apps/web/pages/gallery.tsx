import { Gallery } from '@intray/ui';
import Head from 'next/head';

/** For those who build screens: every part in every state. Linked from nowhere. */
export default function GalleryPage() {
  return (
    <>
      <Head>
        <title>Parts · Intray</title>
      </Head>
      <Gallery />
    </>
  );
}
