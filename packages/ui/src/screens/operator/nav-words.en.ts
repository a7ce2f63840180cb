/** What the side says of the page about the servers: fetched with the desk. */
export const english = { section: 'Operation', servers: 'Servers' };
