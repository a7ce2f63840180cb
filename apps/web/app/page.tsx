import { EmptyState } from '@intray/ui';

/** The first page of the desk. */
export default function Page() {
  return <EmptyState title="Intray">The desk opens here.</EmptyState>;
}
