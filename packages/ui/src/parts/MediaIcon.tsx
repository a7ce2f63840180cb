import { ClipboardList, type LucideIcon, Mail, MessageSquareText, Shapes } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { FacebookMark, type MarkIcon, XMark } from './BrandMarks.tsx';
import css from './MediaIcon.module.css';

const ICONS: Readonly<Record<string, LucideIcon | MarkIcon>> = {
  email: Mail,
  chat: MessageSquareText,
  workitem: ClipboardList,
  facebook: FacebookMark,
  twitter: XMark,
};

export interface MediaIconProps {
  /** The media type's name; one without a sign of its own gets a common one. */
  readonly mediaType: string;
  /** The media type in the reader's words; left out where a word stands beside it. */
  readonly label?: string;
  readonly size?: 's' | 'm';
}

/** How the work came in. */
export function MediaIcon({ mediaType, label, size = 'm' }: MediaIconProps) {
  const Icon = ICONS[mediaType.toLowerCase()] ?? Shapes;
  const role = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <span className={classes(css.media, css[size])} title={label} {...role}>
      <Icon aria-hidden />
    </span>
  );
}
