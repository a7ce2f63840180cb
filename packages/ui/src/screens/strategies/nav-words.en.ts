export const english = {
  section: 'Flow of work',
  strategies: 'Strategies',
  rules: 'Rules',
  importing: 'Import work',
} as const;
