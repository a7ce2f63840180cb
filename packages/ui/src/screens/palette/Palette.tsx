'use client';
import { memo, useEffect } from 'react';
import { later } from '../later.tsx';
import type { PaletteProps } from './PaletteDialog.tsx';

const PaletteDialog = later(async () => (await import('./PaletteDialog.tsx')).PaletteDialog);

function Field({ open, onOpenChange, onOpenItem }: PaletteProps) {
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
  return <PaletteDialog open={open} onOpenChange={onOpenChange} onOpenItem={onOpenItem} />;
}

/** One field for everything: where to go, what to do with the open item, and which item to find. */
export const Palette = memo(Field);
