/** What the published references of the Genesys Web Services show, in real JSON. */

/** The agent's attached data while the item lies in the workbin. */
export const STORED_USER_DATA = {
  RTargetTypeSelected: '2',
  RTargetObjectSelected: '??: 2>1',
  RVQID: '',
  RTargetObjSelDBID: '',
  'CBR-Interaction_cost': '',
  'CBR-contract_DBIDs': '',
  RTargetAgentSelected: 'MaratTest',
  'CBR-IT-path_DBIDs': '',
  RTargetRuleSelected: '',
  RTargetPlaceSelected: '',
  'CBR-actual_volume': '',
  RTenant: 'Environment',
  RRequestedSkills: null,
  RRequestedSkillCombination: '',
  RVQDBID: '',
  RStrategyDBID: '197',
  CustomerSegment: 'default',
  'PegAG?: 2>1': 1,
  ServiceType: 'default',
  ServiceObjective: 0,
  RTargetRequested: '??: 2>1',
  RTargetAgentGroup: '??: 2>1',
  RStrategyName: 'RouteWorkitemToAgent',
};

/** What the agent's client hears after putting it there. */
export const ADDED = {
  workitem: {
    userData: STORED_USER_DATA,
    receivedDate: '2014-04-16 21:03:21.000-0700',
    uri: 'http://localhost:8080/api/v2/workitems/02F0ASAK8EAFA00W',
    capabilities: [],
    state: 'InWorkbin',
    id: '02F0ASAK8EAFA00W',
  },
  referenceId: 14,
  notificationType: 'StatusChange',
  messageType: 'WorkitemStateChangeMessage',
};

/** What it hears after taking it out again. The sequence numbers are the server's own. */
export const PULLED = {
  workitem: {
    userData: {
      ...STORED_USER_DATA,
      SubmittedAt: '2014-04-17T04:03:21Z',
      InteractionId: '02F0ASAK8EAFA00W',
      AssignedAt: '2014-04-17T04:03:25Z',
      Workbin: 'testWorkbin',
      PlacedInQueueAt: '2014-04-17T04:03:56Z',
      DeliveredAt: '2014-04-17T04:03:25Z',
      SubmittedBy: 'es_inx_wscp',
      SubmitSeq: '71051572',
      IsHeld: 0,
      AssignedTo: 'MaratTest',
      IsLocked: 0,
      PlaceInQueueSeq: '71051592',
      IsOnline: 0,
      WorkbinAgentId: 'MaratTest',
      MovedToQueueAt: '2014-04-17T04:03:56Z',
      ReceivedAt: '2014-04-17T04:03:21Z',
    },
    state: 'Processing',
    id: '02F0ASAK8EAFA00W',
    capabilities: [
      'Transfer',
      'AttachUserData',
      'UpdateUserData',
      'DeleteUserData',
      'SetInFocus',
      'Complete',
    ],
  },
  referenceId: 17,
  notificationType: 'StatusChange',
  messageType: 'WorkitemStateChangeMessage',
};
