'use client';
/** Ids as people call the things they stand for. An id without a name in the catalogue is shown as it is. */
import type { Catalogue, WorkbinRef } from '@intray/core';
import { useMemo } from 'react';
import { useCatalogue, useMyId, useWhatIsKnown } from '../desk/questions.ts';

export interface Names {
  readonly media: (id: string) => string;
  readonly queue: (id: string) => string;
  readonly workbin: (ref: WorkbinRef) => string;
  readonly workbinType: (id: string) => string;
  readonly disposition: (id: string) => string;
  readonly reason: (id: string) => string;
  readonly place: (id: string) => string;
  readonly person: (agentId: string) => string;
  /** It is the person in front of the screen. */
  readonly isMe: (agentId: string) => boolean;
}

const namer = (objects: readonly { readonly id: string; readonly name: string }[] = []) => {
  const names = new Map(objects.map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? id;
};

/** The names of a catalogue; a tray that is somebody else's carries its owner's name. */
export function namesOf(catalogue: Catalogue | undefined, myId: string | undefined): Names {
  const type = namer(catalogue?.workbinTypes);
  const place = namer(catalogue?.places);
  const person = namer(catalogue?.people);
  return {
    media: namer(catalogue?.mediaTypes),
    queue: namer(catalogue?.queues),
    disposition: namer(catalogue?.dispositions),
    reason: namer(catalogue?.notReadyReasons),
    place,
    person,
    workbinType: type,
    isMe: (agentId) => agentId === myId,
    workbin: ({ type: id, owner }) => {
      if (owner.kind === 'Agent' && owner.id === myId) return type(id);
      const named = owner.kind === 'Agent' ? person : owner.kind === 'Place' ? place : undefined;
      return `${type(id)} · ${named?.(owner.id) ?? owner.id}`;
    },
  };
}

export function useNames(): Names {
  const { data: catalogue } = useCatalogue();
  const myId = useMyId();
  return useMemo(() => namesOf(catalogue, myId), [catalogue, myId]);
}

/** The names that are known already, for words that must not ask anything. */
export function useKnownNames(): Names {
  const { catalogue, myId } = useWhatIsKnown();
  return useMemo(() => namesOf(catalogue, myId), [catalogue, myId]);
}
