import type { InteractionCommand, InteractionCommandType, InteractionView } from '@intray/core';

/** What the form of each question is handed. */
export interface QuestionProps {
  readonly view: InteractionView;
  readonly command: InteractionCommandType;
  /** Gives the command, filled with the answers. */
  readonly onGive: (command: InteractionCommand) => void;
}
