/** Was jemand Neues erfährt, auf Deutsch. */
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

export const german: Spoken<typeof english> = {
  label: 'Erste Schritte',
  dismiss: 'Verstanden',
  start: 'Beginnen Sie die Arbeit: Wählen Sie, wo Sie sitzen und welche Medien Sie bearbeiten.',
  ready:
    'Seien Sie bereit: Schalten Sie oben ein Medium ein oder drücken Sie Umschalt+R. Dann wird Ihnen Arbeit angeboten.',
  open: 'Öffnen Sie Arbeit mit der Eingabetaste und legen Sie sie mit W beiseite. Sie wartet dann links in einer Ablage.',
  find: 'Strg+K findet Arbeit, Orte und Befehle. Die Taste ? zeigt alle Tasten.',
};
