/** Which parts React draws, by the names of their functions, as its developer tools see it. Import it before React DOM. */

/** What is read of React's own record of a part that is drawn. */
interface Fiber {
  readonly type: unknown;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
}

/** React's sign on a part whose function ran. */
const RAN = 1;

const drawn: string[] = [];

function nameOf({ type }: Fiber): string | undefined {
  if (typeof type === 'function') return type.name;
  const within = type as { readonly render?: unknown; readonly type?: unknown } | null;
  const ran = typeof type === 'object' ? (within?.render ?? within?.type) : undefined;
  return typeof ran === 'function' ? ran.name : undefined;
}

/** Below a part that is as it was before, nothing ran. */
function look(fiber: Fiber | null): void {
  for (let each = fiber; each !== null; each = each.sibling) {
    const name = nameOf(each);
    if (name !== undefined && (each.flags & RAN) !== 0) drawn.push(name);
    if (each.child !== each.alternate?.child) look(each.child);
  }
}

(globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: object }).__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
  supportsFiber: true,
  inject: () => 1,
  onCommitFiberUnmount() {},
  onCommitFiberRoot(_: number, root: { readonly current: Fiber }) {
    look(root.current);
  },
};

/** How often each part was drawn while `act` was done. */
export async function drawnDuring(act: () => Promise<void>): Promise<ReadonlyMap<string, number>> {
  drawn.length = 0;
  await act();
  const counts = new Map<string, number>();
  for (const name of drawn) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
