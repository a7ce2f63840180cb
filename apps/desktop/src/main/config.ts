/** What the surroundings say to the desktop desk: the one file that reads them. */

/** Where the AppImage lies that we were started from; what runs is unpacked anew at each start. */
export const appImage = (): string | undefined => process.env['APPIMAGE'];
