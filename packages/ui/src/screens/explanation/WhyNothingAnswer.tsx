'use client';
import { Dialog } from '../../parts/Dialog.tsx';
import { WhyNoWork } from './WhyNoWork.tsx';
import { words } from './words.ts';

export interface WhyNothingAnswerProps {
  readonly agentId: string;
  readonly onClose: () => void;
}

/** The answer, over whatever is on the desk. */
export default function WhyNothingAnswer({ agentId, onClose }: WhyNothingAnswerProps) {
  const { agent } = words;
  return (
    <Dialog
      open
      size="m"
      title={agent.title}
      closeLabel={agent.close}
      onOpenChange={(open) => open || onClose()}
    >
      <WhyNoWork agentId={agentId} />
    </Dialog>
  );
}
