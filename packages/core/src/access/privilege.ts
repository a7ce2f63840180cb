/** What is known of a privilege. */
import type { Effect } from '../options/option.ts';

/** What Genesys calls it: in the words of Workspace, as an option of Workspace Web Edition, in the iWD manager. */
export interface GenesysNames {
  readonly wording?: string;
  /** `<channel>` stands for `workitem-channels`, `email`, `chat` and the like. */
  readonly options?: readonly string[];
  readonly iwd?: readonly string[];
}

export interface PrivilegeDescription {
  /** One sentence. */
  readonly says: string;
  /** The same three kinds as for an option. */
  readonly effect: Effect;
  /** The version of Intray that brought it. */
  readonly since: string;
  /** It is held for one medium or another: a role may name the medium in front of it, as in `email.decline`. */
  readonly perMedium?: true;
  /** The only medium it is there for. */
  readonly onlyFor?: string;
  /** Privileges without which it has no effect; for the same medium where they are held for one. */
  readonly needs?: readonly string[];
  /** Allowing it allows these as well, each unless it is denied. Denying it denies them. */
  readonly brings?: readonly string[];
  readonly genesys?: GenesysNames;
}
