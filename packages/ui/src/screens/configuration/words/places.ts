/** What the administrator's places are called, in English. */
export const places = {
  section: 'Administration',
  places: {
    configuration: 'Configuration',
    options: 'Options',
    access: 'Roles and privileges',
    versions: 'Versions',
  },
};
