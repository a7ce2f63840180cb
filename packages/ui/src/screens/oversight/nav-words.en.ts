/** What the side says of a team lead's pages: fetched with the desk, while the pages themselves wait until they are opened. */
export const english = {
  section: 'My team',
  pages: {
    board: 'Live board',
    queues: 'Interaction queues',
    workbins: 'My team’s workbins',
    reports: 'Reports',
  },
  explanation: 'Why',
  whyNothing: 'Why do I get no work?',
};
