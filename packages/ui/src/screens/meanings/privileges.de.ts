/** What each privilege allows, in German. */
import type { Privilege } from '@intray/core';

export const privileges: Readonly<Record<Privilege, string>> = {
  handle:
    'Sich für den Kanal des Mediums anmelden, seine Arbeit angeboten bekommen, sie annehmen und bearbeiten.',
  decline: 'Ein Angebot ablehnen.',
  'mark-done':
    'Abschließen, was auf dem eigenen Tisch oder in einer eigenen Ablage oder der einer Gruppe liegt.',
  transfer:
    'Arbeit vom eigenen Tisch an jemand anderen, an eine Agentengruppe oder nach einer Fähigkeit weitergeben.',
  'set-disposition': 'Das Ergebnis wählen, auch beim Abschließen.',
  'move-to-workbin': 'Arbeit vom eigenen Tisch in eine Ablage legen und von dort in eine andere.',
  'move-to-queue':
    'Arbeit vom eigenen Tisch, aus einer eigenen Ablage oder der einer Gruppe in eine Warteschlange geben.',

  reply: 'Eine E-Mail beantworten.',
  'reply-all': 'Allen antworten, an die eine E-Mail ging.',
  'add-attachments': 'Einer E-Mail Dateien anhängen.',
  send: 'Eine E-Mail senden.',
  'send-interim': 'Eine Antwort senden und die E-Mail weiter bearbeiten.',
  'save-draft': 'Den Entwurf einer E-Mail sichern.',
  'delete-draft': 'Den Entwurf einer E-Mail löschen.',
  release: 'Eine E-Mail abgeben, ohne sie abzuschließen.',

  'use-workbins':
    'In die eigenen Ablagen, die der eigenen Gruppen und die des Platzes sehen und Arbeit herausnehmen.',

  'use-history':
    'Aus dem Verlauf des Kontakts Arbeit öffnen, die niemand hat, soweit die Optionen und die nächsten drei Rechte es zulassen.',
  'pull-from-queue':
    'Einen bestimmten Vorgang aus einer Warteschlange nehmen, die man bedient; mit `use-history` aus jeder.',
  'pull-from-shared-workbins': 'Arbeit aus dem Verlauf öffnen, die in der Ablage einer Gruppe liegt.',
  'pull-from-workbins-of-others':
    'Arbeit aus dem Verlauf öffnen, die in der Ablage von jemand anderem liegt.',
  reopen: 'Abgeschlossene Arbeit wieder aufnehmen.',
  'mark-done-from-history':
    'Arbeit abschließen, wo sie wartet oder liegt, ohne sie zu übernehmen, wenn man sie sehen darf.',
  'see-own-history': 'Am Arbeitsplatz sehen, was man selbst abgeschlossen hat.',
  'see-workflow-state': 'Im Verlauf sehen, wo Arbeit liegt, die nicht abgeschlossen ist.',

  submit: 'Neue Arbeit einbringen.',
  'see-pending-state': 'Am Arbeitsplatz sehen, dass sich ein Kanal gleich ändert.',

  'use-team-workbins':
    'In die Ablagen der geleiteten Gruppen und ihrer Mitglieder sehen und Arbeit herausnehmen.',

  'manage-interactions': 'Die Arbeit der Warteschlangen sehen, aus denen die geleiteten Gruppen schöpfen.',
  'manage-move-to-queue': 'Beaufsichtigte Arbeit in eine Warteschlange verschieben.',
  'manage-move-to-workbin': 'Beaufsichtigte Arbeit in eine Ablage verschieben.',
  'manage-case-data': 'Die angehängten Daten beaufsichtigter Arbeit ändern.',
  'manage-mark-done': 'Beaufsichtigte Arbeit abschließen, wo sie wartet oder liegt.',

  hold: 'Beaufsichtigte Arbeit anhalten oder zurückstellen.',
  resume: 'Angehaltene oder zurückgestellte Arbeit, die man beaufsichtigt, weitergehen lassen.',
  cancel: 'Beaufsichtigte Arbeit abbrechen.',
  restart:
    'Abgeschlossene oder abgebrochene Arbeit, die man beaufsichtigt, zurück in eine Warteschlange geben.',
  update: 'Priorität, Fälligkeit und Kontakt beaufsichtigter Arbeit ändern.',

  'watch-team':
    'Die Agenten der geleiteten Gruppen sehen, was sie in Arbeit haben, und ihre Optionen und Rechte.',
  'change-agent-state': 'Die eigenen Agenten auf bereit oder nicht bereit setzen und sie abmelden.',
  assign: 'Beaufsichtigte Arbeit einem Agenten eigener Wahl anbieten.',
  'take-back': 'Ein Angebot zurücknehmen, oder Arbeit, die ein Agent auf dem Tisch hat.',
  supervise: 'Alles, was eine Teamleitung tut, in einem Wort.',

  oversee: 'Alle Arbeit und alle Leute sehen und beaufsichtigen, als leitete man jede Gruppe.',
  configure: 'Die Konfiguration des Contact Centers sehen und ändern.',
  'see-servers': 'Sehen, wie es den Servern und der Datenbank geht.',
  administer:
    'Alles sehen und verschieben, das Contact Center konfigurieren und seine Server sehen, in einem Wort.',
};
