/** A story: its file in `stories/components` without the ending, and its name. */
export interface StoryRef {
  file: string;
  story: string;
}

const of =
  (file: string) =>
  (story: string): StoryRef => ({ file, story });
const screens = of('ConnectScreens');
const picker = of('ConnectorPicker');
const form = of('CredentialForm');
const structure = of('CredentialForm.structure');
const list = of('ConnectorList');
const playground = of('ExecutePlayground');
const callback = of('OAuthCallback');
const method = of('MethodChoice');

/** Every moment of connecting a service, each state that a person can meet in it, and the stories that show it. */
export const STATES: Readonly<Record<string, Readonly<Record<string, readonly StoryRef[]>>>> = {
  opening: {
    'skeleton in the final layout': [
      screens('Loading'),
      screens('LoadingUnknown'),
      screens('PickingLoading'),
      picker('Loading'),
      list('Loading'),
      playground('OperationsLoading'),
    ],
    'takes long': [screens('LoadingLong')],
    'session refused': [screens('SignedOut'), picker('SignedOut'), list('SignedOut')],
    'not set up': [screens('NotSetUp')],
    offline: [screens('Offline'), screens('PickingFailed'), picker('Stale')],
    'definition not to be had': [screens('LoadingFailed')],
  },
  picking: {
    results: [screens('Picking'), picker('Default'), picker('List'), picker('OneGroup'), picker('Searching')],
    'a slip of the keys': [picker('SlipOfTheKeys')],
    'no result': [picker('NoMatch'), picker('NoMatchInKind')],
    'none allowed': [screens('PickingNone'), picker('Empty'), picker('EmptyWithRequest')],
    connected: [screens('PickingSomeConnected')],
    'suggested, and a request': [screens('PickingSuggested')],
    'needs attention': [picker('Default')],
    failed: [picker('Failed'), picker('Retrying')],
    'unusual names': [picker('UnusualNames'), picker('BadInput')],
  },
  'choosing a way': {
    several: [screens('ChoosingMethod'), method('Default'), method('WithoutDescriptions')],
    'of an unknown service': [screens('UnknownChoosingMethod')],
    'of an account that is connected': [screens('ReconnectingByMethod')],
  },
  'before consent': {
    'what happens': [screens('ConsentExplained')],
    'for an account that is connected': [screens('ReconnectingByConsent')],
    'which data': [screens('ConsentWithPermissions'), screens('ConsentManyPermissions')],
    'missing input': [screens('ConsentWithInputs'), screens('UnknownConsentWithInputs')],
    'the host’s own parts': [screens('ReplacedParts')],
  },
  waiting: {
    'window open': [screens('WindowOpen')],
    'window maybe closed': [screens('WindowMaybeClosed')],
    blocked: [screens('WindowBlocked'), screens('WindowBlockedForGood')],
    'taking long': [screens('WindowOpenLong')],
    'finished elsewhere': [screens('ContinuedElsewhere'), callback('Relayed')],
    'to be opened by hand': [screens('OpenThisLink')],
  },
  back: {
    success: [screens('Connected'), callback('Connected'), callback('LongNames')],
    completing: [callback('Completing'), callback('CompletingUnknownService'), callback('CompletingUnknown')],
    denied: [screens('Denied'), callback('Denied')],
    'wrong account': [screens('WrongAccount')],
    'scope missing': [screens('RefusedAfterSignIn'), screens('RefusedWithReason'), screens('RefusedWithLongReason')],
    expired: [screens('Expired'), callback('Expired')],
    'unknown state': [screens('UnknownSignIn'), screens('StartedElsewhere'), callback('FailedInTheSameTab'), callback('Nothing')],
  },
  form: {
    untouched: [screens('EnteringKey'), screens('EnteringToken'), screens('UnknownEnteringAccount'), form('Default')],
    filled: [form('Filled'), form('EveryKind')],
    invalid: [structure('ErrorInFold')],
    'replacing a key': [screens('ReconnectingByKey')],
    'being stored': [screens('Submitting'), screens('SubmittingLong'), form('Disabled')],
    checking: [screens('Checking'), screens('CheckingLong')],
    'refused by the service': [screens('KeyRefused'), screens('KeyRefusedWithReason'), form('Refused'), form('RefusedField')],
    'could not be sent': [form('Failed'), screens('FailedOffline'), screens('LimitReached'), screens('ServiceDown')],
    'not understood': [form('NotUnderstood')],
    saved: [structure('Editing')],
    'about to be thrown away': [screens('DiscardQuestion')],
  },
  done: {
    'who is connected': [screens('Connected'), screens('ConnectedWithoutPicker')],
    unverified: [screens('Unverified')],
    'stored, check failed': [screens('CheckFailedButStored')],
    'not enabled': [screens('NotEnabled')],
    'in the page': [screens('Inline')],
  },
  list: {
    'ok, checking, expiring, broken': [list('Default'), list('Statuses')],
    'several of one service': [list('SeveralOfOneService')],
    'renamed in place': [list('RenamedByKeyboard')],
    paused: [list('Recycled')],
    'refused, with a reason': [list('WithReasons')],
    'the host’s own parts': [list('ReplacedParts')],
    empty: [list('Empty')],
    failed: [list('Failed'), list('Stale'), list('NotAvailableInTokenMode')],
    'unusual names': [list('HostileNames')],
  },
  removing: {
    'what stops working': [list('AsksBeforeDisconnecting')],
    'progress, and an undone failure': [list('Pending'), list('Undone')],
  },
  executing: {
    ready: [playground('Default'), playground('Ready')],
    'a group of values': [playground('Unfolded')],
    'running, with stop': [playground('Running'), playground('RunningLong')],
    result: [playground('Json'), playground('File')],
    'empty result': [playground('Empty'), playground('NoOperations')],
    'error with request id': [playground('Failed'), playground('RateLimited'), playground('UncertainWrite'), playground('OperationsFailed')],
    'too large': [playground('Large')],
    'writes ask first': [playground('WriteGuard'), playground('Deleting')],
    'list stopped': [playground('PagingStopped')],
  },
};

/** Each story of the table once. */
export const STORIES: readonly StoryRef[] = [
  ...new Map(
    Object.values(STATES)
      .flatMap((states) => Object.values(states).flat())
      .map((ref) => [`${ref.file}/${ref.story}`, ref]),
  ).values(),
];
