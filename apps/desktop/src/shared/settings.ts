/** What a person sets for the desktop desk on this computer. Server-side options stay on the server. */
import { z } from 'zod';

const Accelerator = z
  .string()
  .max(60)
  .regex(/^([A-Za-z]+\+)*[A-Za-z0-9]+$/, 'must be keys joined by +, such as Control+Alt+R');

export const Settings = z
  .object({
    /** Bring the window to the front when work is offered. */
    frontOnOffer: z.boolean(),
    /** Sound again and again until the offer is answered. */
    ringUntilAnswered: z.boolean(),
    notifications: z.boolean(),
    /** Minutes without a touch, or a locked screen, after which nothing more is offered; 0: never. */
    notReadyAfterMinutes: z.number().int().min(0).max(480),
    startWithComputer: z.boolean(),
    /** Closing the window leaves the desk in the tray. */
    stayInTray: z.boolean(),
    zoom: z.number().min(0.5).max(3),
    /** Empty: the language of the system. */
    language: z
      .string()
      .max(20)
      .regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/),
    shortcuts: z.object({ ready: Accelerator, accept: Accelerator, next: Accelerator }).partial().strict(),
    /** Hosts to which links in work may lead, `*.example.com` for all below one; empty: any host over https. */
    linkHosts: z.array(z.string().min(1).max(253)).max(200),
    /** The attached key whose link is opened when work is accepted; empty: none is. */
    popKey: z.string().max(255),
    /** Where new versions are looked for; empty: nowhere. */
    updateAddress: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]),
  })
  .strict();
export type Settings = Readonly<z.infer<typeof Settings>>;

export const DEFAULT_SETTINGS: Settings = {
  frontOnOffer: false,
  ringUntilAnswered: true,
  notifications: true,
  notReadyAfterMinutes: 10,
  startWithComputer: false,
  stayInTray: true,
  zoom: 1,
  language: '',
  shortcuts: {},
  linkHosts: [],
  popKey: '',
  updateAddress: '',
};

/** As they lie in the file: what an earlier version did not know yet has its default. */
export const KeptSettings = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? { ...DEFAULT_SETTINGS, ...kept } : kept),
  Settings,
);
