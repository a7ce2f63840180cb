/** For tests: a small invented contact centre in the shape of a Genesys folder, with a few things that go wrong. */

const agents = `
mara:
  DBID: 901
  firstName: Mara
  lastName: Quint
  userName: mara
  employeeId: E-901
  userProperties:
    - interaction-workspace:
      - desk.colour: heather
      - desk.large: true
      - email.auto-answer: true
      - fax.auto-answer: true
    - reports:
      - daily: at-noon
  tenantDBID: 1
  tenant: Harbour
  password: mara-secret-word
  defaultPlace: Window-1
  agentLogin: "5550901"
  capacity: 3
otto:
  DBID: 902
  firstName: Otto
  lastName: Reyes
  userName: otto
  employeeId: otto
  userProperties: []
  password: otto
  defaultPlace: Window-2
  voiceState: Resting
`;

const groups = `
- DBID: 801
  tenantDBID: 1
  name: 'Harbour letters'
  managerDBIDs: [ 902 ]
  agentDBIDs: [
    901,
    977
  ]
  settings:
    mailroom:
      shelf: 'blue-shelf'
    interaction-workspace:
      email.prompt-for-done: 'true'
      email.prompt-for-tea: 'true'
`;

const places = `
- DBID: 701
  name: Window-1
  devices:
    - number: "5550701"
      switchName: Harbour_Switch
      userProperties:
        - Line:
          - colour: "grey-line"
`;

const queues = `
- type: interaction-queue
  DBID: 601
  name: letters-in
  displayName: Letters in
- type: routing-point
  DBID: 602
  name: phone-in
`;

const attributes = `
- name: MediaType
  displayName: Media Type
  description: What work comes by
  id: 11
  values:
    - { name: email, id: 12, displayName: e-mail, default: false }
    - { name: pigeon, id: 13, displayName: Carrier pigeon, description: Slow and sure, default: false }
    - { name: any, id: 14, displayName: any, default: true }
- name: Outcome
  displayName: How it ended
  id: 21
  userProperties:
    - htcc:
      - contains: dispositions
  values:
    - { name: Settled, id: 22, displayName: All settled, default: true }
    - name: Dropped
      id: 23
      displayName: Let go
      default: true
      userProperties:
        - General:
          - status: Approved-once
    - { name: Settled, id: 24, displayName: Settled again, default: false }
- name: OutcomeOfCalls
  displayName: How a call ended
  id: 31
  userProperties:
    - htcc:
      - contains: dispositions
  values:
    - { name: Settled, id: 32, displayName: Call settled, default: false }
`;

const options = `
Filter-Pigeons:
  category: Birds
  condition: MediaType='pigeon'
  displayed-columns: Subject,Ring
  display-name: All pigeons
  queues: letters-in,pigeons-out
  extra-hint: look-up
interaction-workspace:
  workbin.email.in-progress: shelf
  workbin.email.in-progress.displayed-columns: From,Subject
  workbin.email.draft: drawer
  alert.timeout: "60"
  interaction-management.filters: Filter-Pigeons
  email.auto-answer.timer: soon
`;

const item = (id: string, agentId: string, more = '') => `
    {
      id: '${id}',
      capabilities: [],
      interactionType: 'Inbound',
      receivedAt: '2021-03-04T05:06:07Z',
      agentId: '${agentId}',
      queue: 'shelf/PrivateQueue',
      workbinTypeId: 'shelf',
      state: 'InWorkbin',
      mediaType: 'email',
      subject: 'About the ${id}',
      contactId: 'contact-of-${id}',
      parentInteractionId: 'parent-of-${id}',
      email: { from: 'a@harbour.example', to: ['b@harbour.example'], bodyAsPlainText: "Dear all,\\nyours" },
      ${more}
      userData: [
        { 'key': 'Priority', 'type': 'int', 'value': 7 },
        { 'key': 'Weight', 'type': 'float', 'value': '2.5' },
        { 'key': 'Zip', 'type': 'str', 'value': '00420' },
        { 'key': 'Colour', 'type': 'colour', 'value': 'teal-ish' },
        { 'key': 'Case', 'type': 'kvlist', 'value': [ { 'key': 'Step', 'type': 'str', 'value': 'first-step' } ] }
      ]
    }`;

const workbins = `
- workbinName: 'shelf'
  id: 'shelf-uid-1'
  displayName: 'My shelf'
  type: 'Agent'
  interactions: [${item('HARBOUR000000001', 'mara', "ownerInformation: { userName: 'mara', DBID: 902, firstName': 'Mara' },")},${item('HARBOUR000000002', 'otto', "moodOfDay: 'sunny-mood',")},${item('HARBOUR000000003', '')}]
`;

const snapshots = `
- snapshotId: "FIRST"
  condition: "Weight > 2"
  startIndex: 0
  size: 10
  numberOfInteractions: 1
  interactions: [${item('HARBOUR000000001', 'mara')}]
`;

const codes = `
- name: Tea
  code: TeaTime
  type: NotReady
  userProperties:
    - htcc:
      - workmode: Sipping
- name: After call
  code: Wrap
  type: AfterCallWork
`;

export const GENESYS_FOLDER: Readonly<Record<string, string>> = {
  'agents.yaml': agents,
  'agent-groups.yaml': groups,
  'places.yaml': places,
  'interaction-queues.yaml': queues,
  'business-attributes.yaml': attributes,
  'cluster-options.yaml': options,
  'workbins.yaml': workbins,
  'media-management.yaml': snapshots,
  'action-codes.yaml': codes,
  'contacts.yaml':
    '- id: contact-of-HARBOUR000000001\n  firstName: Nell\n  phoneNumbers: ["+351"]\n- id: C2\n  firstName: Abe\n',
  'personal-favorites.yaml': '- type: custom-contact\n  id: F1\n',
  'attached-data.yaml': 'userData:\n  - key: Segment\n    type: str\n    value: Gold\n',
  'holidays.yaml': '- Midsummer\n',
};
