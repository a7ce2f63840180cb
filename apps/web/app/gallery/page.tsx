import { Gallery } from '@intray/ui';
import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Parts · Intray' };

/** For those who build screens: every part in every state. Linked from nowhere. */
export default function Page() {
  return <Gallery />;
}
