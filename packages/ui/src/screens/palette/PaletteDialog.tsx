'use client';
import { Dialog } from '../../parts/Dialog.tsx';
import { words } from '../words.ts';
import { PaletteChoices } from './PaletteChoices.tsx';

export interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onOpenItem: (id: string) => void;
}

/** The palette once it is asked for. */
export function PaletteDialog({ open, onOpenChange, onOpenItem }: PaletteProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.palette.title}
      size="m"
      closeLabel={words.close}
    >
      <PaletteChoices onDone={() => onOpenChange(false)} onOpenItem={onOpenItem} />
    </Dialog>
  );
}
