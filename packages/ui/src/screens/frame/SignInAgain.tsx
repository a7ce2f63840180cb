'use client';
import { Dialog } from '../../parts/Dialog.tsx';
import { words } from '../words.ts';
import { SignInForm } from './SignIn.tsx';

/** Over what was there: nothing below it is lost, so it can't be put away either. */
export function SignInAgain({ userName }: { readonly userName: string }) {
  return (
    <Dialog open onOpenChange={() => {}} title={words.signIn.again} description={words.signIn.againWhy}>
      <SignInForm userName={userName} />
    </Dialog>
  );
}
