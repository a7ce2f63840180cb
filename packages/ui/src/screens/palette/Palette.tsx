'use client';
import { useEffect } from 'react';
import { Dialog } from '../../parts/Dialog.tsx';
import { later } from '../later.tsx';
import { words } from '../words.ts';

const PaletteChoices = later(async () => (await import('./PaletteChoices.tsx')).PaletteChoices);

export interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onOpenItem: (id: string) => void;
}

/** One field for everything: where to go, what to do with the open item, and which item to find. */
export function Palette({ open, onOpenChange, onOpenItem }: PaletteProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      onOpenChange(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onOpenChange]);
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
