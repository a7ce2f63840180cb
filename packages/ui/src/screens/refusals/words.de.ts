/** Warum nicht, auf Deutsch: nach dem Code und den Angaben einer Ablehnung. */
import type { Spoken } from '../../language/spoken.ts';
import type { english } from './words.en.ts';

const called = (what: string | undefined) => (what === undefined ? '' : ` „${what}“`);

export const german: Spoken<typeof english> = {
  not_permitted: ({ privilege }) =>
    privilege === undefined
      ? 'Das ist nicht erlaubt. Fragen Sie Ihre Teamleitung oder Administration.'
      : `Dafür fehlt das Recht „${privilege}“. Fragen Sie Ihre Administration.`,
  interaction_unknown: ({ what }) => `Den Vorgang${called(what)} gibt es nicht.`,
  agent_unknown: ({ who }) => `Die Person${called(who)} gibt es nicht.`,
  queue_unknown: ({ what }) => `Die Warteschlange${called(what)} gibt es nicht.`,
  queue_required: () => 'Keine Warteschlange ist genannt, und keine ist dafür eingestellt.',
  media_type_unknown: ({ what }) => `Das Medium${called(what)} gibt es nicht.`,
  workbin_unknown: ({ what }) =>
    what === undefined ? 'Dafür gibt es keine Ablage.' : `Eine solche Ablage gibt es nicht: ${what}.`,
  place_unknown: ({ what }) => `Den Arbeitsplatz${called(what)} gibt es nicht.`,
  group_unknown: ({ what }) => `Die Gruppe${called(what)} gibt es nicht.`,
  target_unclear: () => 'Genannt sein muss genau ein Ziel: eine Person, eine Gruppe oder eine Fähigkeit.',
  disposition_unknown: ({ what }) => `Das Ergebnis${called(what)} kann nicht gewählt werden.`,
  reason_unknown: ({ what }) => `Den Grund${called(what)} gibt es nicht.`,
  option_unknown: ({ what }) => `Die Option${called(what)} gibt es nicht.`,
  wrong_state: () => 'Das ist in diesem Zustand nicht möglich. Inzwischen ist etwas damit geschehen.',
  taken: ({ who = 'Jemand anders', since, offered }) =>
    offered
      ? `Es wird${since === undefined ? '' : ` seit ${since}`} ${who} angeboten.`
      : `${who} war schneller${since === undefined ? '' : `: ${since}`}.`,
  not_handler: ({ who }) =>
    who === undefined ? 'Das liegt nicht auf Ihrem Tisch.' : `Das liegt bei ${who}, nicht bei Ihnen.`,
  not_invitee: ({ who }) =>
    who === undefined ? 'Das wird Ihnen nicht angeboten.' : `Das wird ${who} angeboten, nicht Ihnen.`,
  ticket_stale: () => 'Die Antwort galt einem älteren Angebot, das vorbei ist. Antworten Sie auf das neue.',
  invite_expired: () => 'Das Angebot ist abgelaufen. Der Vorgang geht dorthin zurück, woher er kam.',
  version_mismatch: () =>
    'Inzwischen wurde es geändert. Sehen Sie es noch einmal an und entscheiden Sie dann.',
  no_session: ({ who }) =>
    who === undefined
      ? 'Niemand ist angemeldet. Beginnen Sie erst die Arbeit.'
      : `${who} ist nicht angemeldet.`,
  agent_unreachable: ({ who = 'Die Person' }) => `${who} ist zurzeit nicht erreichbar.`,
  channel_missing: ({ who = 'Die Person', what }) =>
    `${who} ist für dieses Medium${called(what)} nicht angemeldet.`,
  channel_not_offered: ({ who = 'Die Person', what }) =>
    `${who} bearbeitet dieses Medium${called(what)} nicht.`,
  channel_not_ready: ({ who = 'Die Person' }) => `${who} ist für dieses Medium nicht bereit.`,
  capacity_full: ({ who = 'Die Person', limit }) =>
    `${who} hat so viel, wie Platz hat${limit === undefined ? '' : `: ${limit}`}.`,
  not_routed_here: ({ who }) =>
    who === undefined
      ? 'Auf diesem Weg wird das nicht verteilt.'
      : `Zurzeit gibt es nichts, was für ${who} bestimmt ist.`,
  routing_queue_missing: () => 'Für diese Weiterleitung ist keine Warteschlange eingestellt.',
  declined_recently: ({ who = 'Die Person' }) => `${who} hat das eben abgelehnt oder verpasst.`,
  decline_disabled: () => 'Dieses Angebot nimmt sich selbst an und kann nicht abgelehnt werden.',
  same_agent: ({ who = 'der Person' }) => `Es liegt schon bei ${who}. Wählen Sie jemand anderen.`,
  workbin_full: ({ what, limit }) =>
    `Die Ablage${called(what)} ist voll${limit === undefined ? '' : ` (${limit})`}. Nehmen Sie etwas heraus oder wählen Sie eine andere.`,
  workbin_not_yours: ({ what }) =>
    `Die Ablage${called(what)} gehört nicht Ihnen, und Sie leiten niemanden, dem sie gehört.`,
  media_not_accepted: ({ what }) => `Die Ablage${called(what)} nimmt dieses Medium nicht.`,
  disposition_required: () => 'Wählen Sie ein Ergebnis, ehe Sie das abschließen.',
  disposition_fixed: () => 'Das Ergebnis bleibt, solange niemand den Vorgang hat. Nehmen Sie ihn erst.',
  action_required: () => 'Vor dem Abschließen fehlt noch etwas: eine Notiz oder der Kontakt.',
  not_due: () => 'Dafür ist es noch nicht Zeit.',
  wake_time_past: () => 'Dieser Zeitpunkt ist vorbei. Wählen Sie einen späteren.',
  data_too_large: () => 'Das sind zu viele oder zu lange Angaben.',
  value_not_listed: ({ what }) =>
    `${what === undefined ? 'Dieser Wert' : `Der Wert für „${what}“`} steht nicht in der Liste. Wählen Sie einen daraus.`,
  kept_by_policy: () =>
    'Nach der Einstellung bleibt der Vorgang auf dem Tisch, bis seine Bearbeitungszeit abläuft.',
  not_a_task: () => 'Der Vorgang kam durch keinen Eingang; Regeln gelten für ihn nicht.',
  capture_point_unknown: ({ what }) => `Den Eingang${called(what)} gibt es nicht.`,
  process_unknown: ({ what }) => `Den Prozess${called(what)} gibt es nicht.`,
  configuration_unknown: () => 'Diese Fassung der Konfiguration gibt es nicht.',
  configuration_invalid: ({ said }) => `Die Konfiguration passt nicht zusammen. Im Einzelnen: ${said}`,
  configuration_in_use: () =>
    'Es liegt noch Arbeit dort. Schließen Sie sie ab oder sagen Sie, wohin sie soll.',
  condition_unclear: ({ said }) => `Die Bedingung ist nicht zu verstehen. Im Einzelnen: ${said}`,
  key_reused: () =>
    'Unter diesem Schlüssel kam schon eine andere Anfrage. Geben Sie dieser einen eigenen Schlüssel.',
  server_needed: () =>
    'Das braucht den Server, der gerade nicht erreichbar ist. Versuchen Sie es noch einmal, sobald er es ist.',
  answer_lost: () =>
    'Das wurde gesendet, aber die Verbindung ging vor der Antwort verloren. Sehen Sie nach, sobald der Server wieder da ist.',
  invalid_input: ({ said }) => `Der Server versteht die Anfrage nicht. Im Einzelnen: ${said}`,
  unauthenticated: () => 'Benutzername oder Kennwort stimmt nicht. Geben Sie beide noch einmal ein.',
  csrf_missing: () => 'Die Anmeldung hat sich geändert. Laden Sie die Seite neu.',
  origin_foreign: () => 'Von dieser Adresse nimmt der Server nichts an. Fragen Sie Ihre Administration.',
  path_unknown: () => 'Das kennt der Server nicht. Laden Sie die Seite neu.',
  body_too_large: () => 'Das ist zu viel auf einmal. Senden Sie weniger.',
  media_type_unsupported: () => 'In dieser Form nimmt der Server nichts an. Laden Sie die Seite neu.',
  too_many_attempts: ({ seconds }) =>
    `Zu viele Anmeldungen sind fehlgeschlagen. Versuchen Sie es ${seconds === undefined ? 'später' : `in ${seconds} s`} noch einmal.`,
  too_many_sockets: () => 'Zu viele Verbindungen sind offen. Schließen Sie Fenster, die Sie nicht brauchen.',
  internal: ({ requestId }) =>
    `Intray ist daran gescheitert. Versuchen Sie es noch einmal${requestId === undefined ? '.' : `; bleibt es dabei, nennen Sie dem Betrieb diese Nummer: ${requestId}.`}`,
  stopping: () => 'Dieser Server wird gerade beendet. Versuchen Sie es gleich noch einmal.',
  no_answer: () => 'Der Server ist nicht erreichbar. Prüfen Sie Ihr Netz und versuchen Sie es noch einmal.',
  unreachable: () => 'Der Server hat keinen Grund genannt. Versuchen Sie es noch einmal.',
  signed_out: () => 'Niemand ist angemeldet. Melden Sie sich erneut an.',
  not_kept: () =>
    'Das liegt nicht auf diesem Rechner. Es ist zu sehen, sobald der Server wieder erreicht wird.',
};
