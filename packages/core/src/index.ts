/** The door of core: every rule of Intray, and no clock, no disk, no wire. */

export { explainAccess } from './access/answer.ts';
export { catalogueFor, peopleMet } from './access/catalogue.ts';
export type { PrivilegeExplanation, RoleSays } from './access/explain.ts';
export { type Grants, may, mayWith } from './access/grants.ts';
export { mayAskAbout } from './access/may-ask-about.ts';
export type { PrivilegeDescription } from './access/privilege.ts';
export {
  ALL_WORKITEMS,
  blockOf,
  descriptionOf,
  PRIVILEGES,
  PRIVILEGES_BY_BLOCK,
  type Privilege,
  type PrivilegeBlock,
  readPrivilege,
} from './access/privileges.ts';
export { AccessQuery } from './access/query.ts';
export {
  isAdministrator,
  reachesWorkbin,
  sees,
  servesQueue,
  supervises,
  supervisesAgent,
  supervisesQueue,
  workbinsOf,
} from './access/reach.ts';
export {
  agentTopic,
  EVERYTHING,
  queueTopic,
  supervisedWorkbins,
  topicsFor,
  workbinTopic,
} from './access/topics.ts';
export type { Account, Accounts, Login } from './accounts.ts';
export { type Actor, actorName, ROUTER, TIMER, user } from './actor.ts';
export type { SessionCommandAllowed } from './agent/allowed.ts';
export { type Coming, capacityOf, capacityRuleOf, hasRoom, roomFor } from './agent/capacity.ts';
export { type ChannelChoice, channelChoices } from './agent/channels.ts';
export { type AgentSession, type Channel, loadOf, noSession } from './agent/session.ts';
export {
  INTERACTION_COMMAND_TYPES,
  isSessionCommand,
  SESSION_COMMAND_TYPES,
} from './command-types.ts';
export {
  Command,
  type CommandType,
  type InteractionCommand,
  type InteractionCommands,
  type InteractionCommandType,
  interactionCommands,
  REVOKE_REASONS,
  type RevokeReason,
  type SessionCommand,
  type SessionCommandType,
  sessionCommands,
} from './commands.ts';
export { type Concerns, concernsOf } from './concerns.ts';
export type { Annex } from './config/annex.ts';
export type { BusinessAttribute, CaseField, ListedValue } from './config/business-attributes.ts';
export type { BusinessCalendar } from './config/calendars.ts';
export type { CapacityRule } from './config/capacity-rules.ts';
export {
  type ChangeDecision,
  decideConfigurationChange,
  faultsOfWhole,
  mayConfigure,
  overtaken,
  readConfiguration,
  versionUnknown,
} from './config/change.ts';
export { type ContactCentre, contactCentre } from './config/contact-centre.ts';
export {
  configurationDifferences,
  describeDifference,
  type FieldDifference,
  type ObjectDifference,
} from './config/differences.ts';
export type { Disposition } from './config/dispositions.ts';
export { draftFaults } from './config/draft-faults.ts';
export { FAULT_TEXTS, type FaultCode, type FaultThing } from './config/fault-texts.ts';
export type { Filter } from './config/filters.ts';
export { afterMoves, inTheWay, type Remaining, type Vanishing, vanishing } from './config/in-the-way.ts';
export {
  CONFIGURATION_KINDS,
  type ConfigurationKind,
  type ConfiguredObject,
  kindsOfConfiguration,
  objectsOf,
  type SingleConfiguration,
} from './config/kinds.ts';
export { isWorkitem, MEDIA_OF_THEIR_OWN } from './config/media.ts';
export {
  type ConfigurationNews,
  type ConfigurationPart,
  configurationNews,
  type DeskFacts,
  deskFacts,
  joinNews,
  type Reconfiguration,
  reconfiguration,
} from './config/news.ts';
export {
  type Agent,
  type AgentGroup,
  ContactCentreConfig,
  DEFAULT_SETTINGS,
  type MediaType,
  type NotReadyReason,
  type Place,
  type Queue,
  type Settings,
  type WorkbinType,
} from './config/objects.ts';
export { type FaultPlace, type ReadFault, readFault } from './config/read-fault.ts';
export { configurationFaults, danglingReferences, type Fault } from './config/references.ts';
export { hangingOn, type Renaming, renaming } from './config/renaming.ts';
export {
  editsBetween,
  freeId,
  type Identified,
  type SettledList,
  sameValue,
  settledList,
} from './config/settling.ts';
export { type FieldShape, type Shape, shapeOf } from './config/shapes.ts';
export { parseSkillExpression, type SkillExpression } from './config/skill-expression.ts';
export { type Collision, type Side, type TakenOver, takenOver } from './config/taking-over.ts';
export {
  ConfigurationChange,
  type ConfigurationChanged,
  type ConfigurationNote,
  ConfigurationPage,
  type ConfigurationVersion,
  Edit,
  edited,
  Move,
} from './config/versions.ts';
export {
  type Decision,
  decide,
  type Expectations,
  type Granted,
  type LastAgent,
  type Situation,
  type Tally,
} from './decide.ts';
export type {
  Answer,
  Catalogue,
  Colleague,
  Desk,
  FeedMessage,
  Health,
  MyDesk,
  Order,
  Outcome,
  PersonName,
  QueueSummary,
  Receipt,
  WorkbinStatistics,
  WorkbinSummary,
} from './desk.ts';
export type { DomainEvent, EventType, InteractionEvent, SessionEvent } from './events.ts';
export {
  COMPARISONS,
  type Comparison,
  type FilterCondition,
  keysAskedBy,
  PROPERTIES,
  type Property,
  propertyOf,
  SPANS,
  type Span,
  type Term,
} from './filters/condition.ts';
export { conditionOf, FindRequest, type Found, MOST_LOOKED } from './filters/find.ts';
export { fits } from './filters/fits.ts';
export { type ExpectedInCondition, type ParsedCondition, parseCondition } from './filters/parse.ts';
export { writeCondition } from './filters/write.ts';
export { filled, type Gaps, textFinder } from './gapped-texts.ts';
export {
  ContactFilter,
  FinishedFilter,
  HISTORY_ACTIONS,
  type HistoryAction,
  type HistoryLine,
  historyLine,
  mayUseHistory,
} from './history/contact-history.ts';
export { matches, SearchQuery, type SearchResult, termsOf, wordsOf } from './history/search.ts';
export { allowed } from './interaction/allowed.ts';
export type { Standing } from './interaction/ask.ts';
export { transitions } from './interaction/compiled.ts';
export { type Deadline, deadlineOf, whenAgentIsGone, whenChannelIsLeft } from './interaction/deadlines.ts';
export { decideInteraction } from './interaction/decide.ts';
export { evolve, replay, unsubmitted } from './interaction/evolve.ts';
export { INTERACTION_EVENT_TYPES } from './interaction/happened.ts';
export {
  type Delivery,
  type Exclusion,
  holders,
  INTERACTION_STATES,
  INTERACTION_TYPES,
  type Interaction,
  type InteractionState,
  type InteractionType,
  type Invitation,
  isFinal,
  isInHandOf,
  isUnopened,
  type Placement,
  type Requested,
  restingIn,
  unopenedIn,
  waitingIn,
} from './interaction/interaction.ts';
export { asLine } from './interaction/line.ts';
export { interactionMachine } from './interaction/machine.ts';
export { type InteractionView, type ItemOptions, viewOf } from './interaction/view.ts';
export { type InteractionLine, type Page, PageRequest } from './lines.ts';
export { didYouMean, nearest } from './nearest.ts';
export {
  BEAT_EVERY,
  type DatabaseFigures,
  FORGOTTEN_AFTER,
  MOST_BEHIND,
  MOST_NODES,
  maySeeServers,
  NODE_STATES,
  type Node,
  type NodeConnections,
  type NodeKept,
  type NodeMinute,
  type NodeReport,
  type NodeState,
  nodesShown,
  type OperationsKept,
  type PoolFigures,
} from './nodes/node.ts';
export type { Operations } from './nodes/operations.ts';
export { type ServerTrouble, TROUBLES, type TroubleCode, troublesIn } from './nodes/troubles.ts';
export {
  afterEdits,
  allowedOffline,
  decideOffline,
  lostOnTheWay,
  needsServer,
  type OfflineDesk,
  withEdits,
} from './offline/decide.ts';
export {
  baseOf,
  type Conflict,
  canWait,
  type EditBase,
  EMPTY_QUEUE,
  isOfflineCommand,
  OFFLINE_COMMANDS,
  type OfflineCommand,
  OfflineQueue,
  type QueuedEdit,
  type SentCommand,
  touchedKeys,
} from './offline/edit.ts';
export { type KnownDesk, localCentre } from './offline/local-centre.ts';
export { mergeEdit } from './offline/merge.ts';
export { addEdit, finishEdit, nextEdit, settle, withAttempt } from './offline/queue.ts';
export { type ReplayPorts, replayQueue } from './offline/replay.ts';
export { operationsOffered } from './operations/offered.ts';
export {
  commandOf,
  isSelected,
  Operation,
  type OperationItem,
  type OperationReport,
  OperationRequest,
  reportOf,
  type Selection,
  type TaskStanding,
  UndoRequest,
  type UndoStep,
} from './operations/operation.ts';
export { doneItem, mayOperate, previewItem, refusedItem, unknownItem } from './operations/preview.ts';
export {
  OPERATIONS_KEPT_FOR,
  type OperationsUnderKeys,
  type OperationUnderKey,
  otherRequest,
} from './operations/under-key.ts';
export { undoOf } from './operations/undo.ts';
export { explainOptions } from './options/answer.ts';
export { optionFaults } from './options/dangling-options.ts';
export type { LevelValue, OptionExplanation } from './options/explain.ts';
export { MANDATORY_ACTION_NAMES } from './options/finishing-options.ts';
export {
  GENERAL_GROUP,
  type NamedOption,
  type OptionGroup,
  type OptionSubject,
  optionGroups,
  WORKITEM_GROUP,
} from './options/groups.ts';
export { LEVELS, type Level, nameOf, type Option } from './options/option.ts';
export { OptionsQuery } from './options/query.ts';
export { readName, readValue } from './options/reading.ts';
export { OPTIONS, OPTIONS_BY_SUBJECT, type OptionPattern, SECTION } from './options/registry.ts';
export { resolve } from './options/resolve.ts';
export { faultIn, type OptionSection, type Options, OverrideSet } from './options/section.ts';
export { NAMED_THINGS, type NamedThing, type ValueKind } from './options/value.ts';
export type { WorkbinLook } from './options/workbin-looks.ts';
export {
  agentsShown,
  agentsWatched,
  type Board,
  type BoardAgent,
  type BoardQueue,
  type BoardWork,
  boardOf,
  MOST_BOARD_QUEUES,
  mayWatch,
  type QueueFront,
  queuesWatched,
} from './oversight/board.ts';
export { REFUSAL_CODES, type Refusal, type RefusalCode, refuse } from './refusals.ts';
export { type Focus, ReportBooks } from './reporting/fold.ts';
export { mayReadRecords, mayReadReport, reportsFor, seesLine } from './reporting/may-read.ts';
export {
  type Delta,
  DIMENSIONS,
  type Dimension,
  type LiveLine,
  LiveQuery,
  MEASURES,
  type Measure,
  type MeasuresLine,
  MeasuresQuery,
  namesOf as namesCountedUnder,
  slotOf,
} from './reporting/measures.ts';
export {
  type EventRecord,
  eventRecord,
  type Handling,
  type HandlingRecord,
  handlingKey,
  handlingRecord,
  RECORD_KINDS,
  type RecordKind,
  type RecordsByKind,
  type RecordsPage,
  RecordsQuery,
  type ReportRecord,
  recordPlace,
  recordsPage,
  type TaskRecord,
  taskRecord,
} from './reporting/records.ts';
export { liveCsv, measuresCsv, recordsCsv } from './reporting/report-csv.ts';
export {
  type AgentExplanation,
  explainAgent,
  HINDRANCES,
  type Hindrance,
  type MediumExplanation,
  type QueueExplanation,
  queuesAsking,
  REASONS,
  type Reason,
} from './routing/explain-agent.ts';
export {
  type AgentVerdict,
  concernedBy,
  explainInteraction,
  type InteractionExplanation,
  type NextEvent,
  type RoutingNow,
  verdictOn,
} from './routing/explain-item.ts';
export type { MatchingRules, Piece } from './routing/matching/candidate.ts';
export { Matching } from './routing/matching/matching.ts';
export { type Requirement, requirementOf } from './routing/matching/requirement.ts';
export type { Worker } from './routing/matching/worker.ts';
export { mayTakeNext, nextFor, nothingNext } from './routing/next-for.ts';
export { type OfferedThrough, type Why, whyOffered } from './routing/offered-through.ts';
export { type MoveToMake, type OfferToMake, RoutingPicture, type WaitingItem } from './routing/picture.ts';
export { type Asked, type Route, routeAt, standingOf } from './routing/route.ts';
export {
  type Destination,
  type RoutingStep,
  type RoutingTarget,
  SELECTIONS,
  type Selection as RoutingSelection,
  type Strategy,
} from './routing/strategy.ts';
export { peopleAsked, type RoutingStage, routingCourse } from './routing/trial.ts';
export {
  ACTIONS,
  type Action,
  type ActionName,
  type Deed,
  deedFault,
  givenTo,
  inWorkingTime,
} from './rules/actions.ts';
export {
  type Condition,
  FIELDS,
  OPERATORS,
  type Question,
  questionFault,
  wantedBy,
} from './rules/conditions.ts';
export type { Cell, DecisionTable } from './rules/decision-table.ts';
export { TASK_STATUSES, type TaskStatus, taskStatus } from './rules/status.ts';
export {
  type CsvFault,
  cellFromText,
  cellText,
  columnName,
  type ReadTable,
  tableFromCsv,
  tableToCsv,
} from './rules/table-csv.ts';
export { editOfTable, type TableAsCsv, tableInConfiguration } from './rules/tables-in-configuration.ts';
export { PHASES, type Phase, type RulesError, type Task } from './rules/task.ts';
export { TaskFields } from './rules/task-fields.ts';
export type { TaskRule } from './rules/task-rule.ts';
export { ExampleTask, type RulesTrial, type RuleTrial, type TaskStand, tryRules } from './rules/trial.ts';
export {
  type Instant,
  InteractionId,
  type Json,
  MINUTE,
  Name,
  SECOND,
  type UserData,
  UserDataInput,
} from './values.ts';
export { WorkbinRef } from './workbin/schema.ts';
export {
  describeWorkbin,
  MEDIUM_MARK,
  mediumIn,
  OWNER_KINDS,
  type OwnerKind,
  sameWorkbin,
  unopenedKey,
  type WorkbinOwner,
  workbinKey,
} from './workbin/workbin.ts';
