// @vitest-environment happy-dom
import type { InteractionLine, Page } from '@intray/core';
import { notifyManager, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, Profiler, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, expect, test } from 'vitest';
import { keepingRows, type Lines, rowsOf } from '../../desk/lists.ts';
import { VirtualList } from '../../parts/VirtualList.tsx';
import type { Names } from '../names.ts';
import { columnsOf } from './columns.tsx';

const ROWS = 12;
const KEY = ['list', 'workbin', 'tray'];

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  // Told at once and not a timer later, so that `act` knows when all is drawn.
  notifyManager.setScheduler((tell) => tell());
  // Nothing is laid out here, so the list is told how large it is, and that it stays so.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 900 });
  globalThis.ResizeObserver = class {
    readonly #told: ResizeObserverCallback;
    constructor(told: ResizeObserverCallback) {
      this.#told = told;
    }
    observe() {
      this.#told([{ contentRect: { width: 900, height: 600 } } as ResizeObserverEntry], this);
    }
    unobserve() {}
    disconnect() {}
  };
});

const line = (number: number, priority: number): InteractionLine =>
  ({
    id: `i${number}`,
    version: priority + 1,
    state: 'InWorkbin',
    mediaType: 'email',
    queue: 'Inbox',
    priority,
    noteCount: 0,
    data: { Subject: `Letter ${number}` },
  }) as unknown as InteractionLine;

const names = { media: (id: string) => id, disposition: (id: string) => id } as Names;
const keyOf = ({ id }: InteractionLine) => id;

/** A list as the desk draws it, each row's subject with a Profiler around it that says whose it is. */
function List({ answer, told }: { readonly answer: () => Lines; readonly told: (id: string) => void }) {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async () => answer(),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: (before, after) => keepingRows(before as Lines | undefined, after as Lines),
  });
  const rows = useMemo(() => rowsOf(data), [data]);
  const columns = useMemo(
    () =>
      columnsOf(names, 'open').map((column) => ({
        ...column,
        cell: (item: InteractionLine) =>
          column.id === 'subject' ? (
            <Profiler id={item.id} onRender={told}>
              {column.cell(item)}
            </Profiler>
          ) : (
            column.cell(item)
          ),
      })),
    [told],
  );
  return <VirtualList label="Tray" items={rows} keyOf={keyOf} columns={columns} />;
}

test('one live change draws one row anew, and a row that comes or goes draws no other', async () => {
  // As the server answers: every line a new object each time.
  let page: Page<InteractionLine> = { items: Array.from({ length: ROWS }, (_, number) => line(number, 0)) };
  const answer = (): Lines => ({ pages: [structuredClone(page)], pageParams: [undefined] });
  const drawn: string[] = [];
  const told = (id: string) => void drawn.push(id);
  const queries = new QueryClient();
  const room = document.body.appendChild(document.createElement('div'));
  const root = createRoot(room);
  await act(async () =>
    root.render(
      <QueryClientProvider client={queries}>
        <List answer={answer} told={told} />
      </QueryClientProvider>,
    ),
  );
  const refresh = async (next: readonly InteractionLine[]) => {
    page = { items: next };
    drawn.length = 0;
    await act(() => queries.invalidateQueries({ queryKey: KEY }));
    return [...drawn];
  };
  await act(async () => {});
  expect(room.querySelectorAll('[data-index]')).toHaveLength(ROWS);

  const changed = page.items.map((item, number) => (number === 4 ? line(4, 30) : item));
  expect(await refresh(changed)).toEqual(['i4']);
  expect(await refresh(changed)).toEqual([]);
  expect(await refresh([...changed, line(ROWS, 0)])).toEqual([`i${ROWS}`]);
  expect(await refresh(changed.slice(1))).toEqual([]);
  expect(await refresh(changed)).toEqual(['i0']);
  expect(await refresh(changed)).toEqual([]);
  await act(async () => root.unmount());
});
