'use client';
/** One file on its way in: looked into, mapped, checked, sent, stopped and taken up again. */
import type { Catalogue } from '@intray/core';
import {
  BadMapping,
  type Cells,
  type ImportState,
  type Mapping,
  readMapping,
  UnreadableFile,
} from '@intray/importing';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../../desk/DeskProvider.tsx';
import { guessed, type MappingForm, mappingOf, repeatedKeys } from './mapping-form.ts';
import { checkOnly, importInPage, PageRejects, sampleOf, submitTo } from './page-import.ts';

export interface Run {
  readonly kind: 'check' | 'send';
  readonly running: boolean;
  readonly complete: boolean;
  readonly state: ImportState | undefined;
  /** How far into the file it is, from 0 to 1. */
  readonly share: number;
  readonly rejects: PageRejects;
}

export interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A mapping that can be used, or what is wrong with it. */
function mapped(form: MappingForm | undefined): { readonly mapping?: Mapping; readonly fault?: string } {
  if (form === undefined || repeatedKeys(form.attached).size > 0) return {};
  try {
    return { mapping: readMapping(mappingOf(form)) };
  } catch (error) {
    if (error instanceof BadMapping) return { fault: error.message };
    throw error;
  }
}

export function useImport(catalogue: Catalogue) {
  const { port } = useDesk();
  const [file, setFile] = useState<File>();
  const [sample, setSample] = useState<Sample>();
  const [form, setForm] = useState<MappingForm>();
  const [run, setRun] = useState<Run>();
  const [trouble, setTrouble] = useState<string>();
  const stopper = useRef<AbortController>(undefined);
  const { mapping, fault } = mapped(form);
  // Leaving the page stops the import; what is on its way arrives.
  useEffect(() => () => stopper.current?.abort(), []);

  const look = async (chosen: File, how: Pick<MappingForm, 'delimiter' | 'encoding'>) => {
    setTrouble(undefined);
    setRun(undefined);
    try {
      const seen = await sampleOf(chosen, how);
      setSample(seen);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const usual = {
        mediaType: catalogue.mediaTypes[0]?.id ?? '',
        queue: catalogue.queues[0]?.id ?? '',
        zone: timeZone,
      };
      setForm({ ...guessed(seen.columns, usual), ...how });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      setSample(undefined);
      setForm(undefined);
      setTrouble(said(error));
    }
  };

  const start = async (kind: Run['kind'], state?: ImportState) => {
    if (file === undefined || mapping === undefined) return;
    const rejects = state === undefined ? new PageRejects() : (run?.rejects ?? new PageRejects());
    const controller = new AbortController();
    stopper.current = controller;
    setTrouble(undefined);
    const begun: Run = { kind, running: true, complete: false, state, share: 0, rejects };
    setRun(begun);
    let toldAt = 0;
    let newest = state;
    try {
      const end = await importInPage(
        {
          file,
          mapping,
          rejects,
          signal: controller.signal,
          ...(state !== undefined && { state }),
          onProgress(now, bytes) {
            newest = now;
            // Ten times a second is all that anybody sees.
            if (performance.now() - toldAt < 100) return;
            toldAt = performance.now();
            setRun({ ...begun, state: now, share: bytes / Math.max(1, file.size) });
          },
        },
        kind === 'check' ? checkOnly : submitTo(port),
      );
      setRun({ ...begun, state: end, share: 1, running: false, complete: !controller.signal.aborted });
    } catch (error) {
      setTrouble(said(error));
      setRun({ ...begun, state: newest, running: false });
    }
  };

  return {
    file,
    sample,
    form,
    mapping,
    fault,
    run,
    trouble,
    choose(chosen: File) {
      setFile(chosen);
      void look(chosen, { delimiter: ',', encoding: 'utf-8' });
    },
    change(next: MappingForm) {
      const reread = form?.delimiter !== next.delimiter || form.encoding !== next.encoding;
      setForm(next);
      setRun(undefined);
      if (reread && file) void look(file, next);
    },
    check: () => void start('check'),
    send: () => void start('send'),
    goOn: () => void start('send', run?.state),
    stop: () => stopper.current?.abort(),
  };
}
