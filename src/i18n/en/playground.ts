import type { AboutOperation, AboutRun } from '../about.js';
import { wait } from './wait.js';

const number = new Intl.NumberFormat('en');

const ACTIONS: Readonly<Record<string, string>> = {
  list: 'List',
  get: 'Get',
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  download: 'Download',
  api_search: 'Search',
  context_store_search: 'Indexed search',
};

/** Words of the playground. */
export const playground = {
  operations: {
    label: 'Operations',
    loading: 'Loading operations',
    retry: 'Try again',
    writes: 'Writes',
    deletes: 'Deletes',
    /** The chosen one, where there is room for no more than its name: `Contacts: List`. */
    current: ({ entity, name }: { entity: string; name: string }) => `${entity}: ${name}`,
    empty: { title: 'No operations', text: ({ service }: { service: string }) => `${service} offers nothing to run here.` },
    choose: { title: 'Choose an operation', text: 'Each one runs on the live account.' },
    /** Short names in the tree. Others are made from the identifier. */
    actions: ACTIONS,
    /** A title as a sentence: `List contacts`, `Create contact`. `name` is the short name of the action. */
    title: ({ action, entity, name }: AboutOperation & { name: string }) => {
      if (action === 'api_search') return `Search ${lower(entity)}`;
      if (action === 'context_store_search') return `Search indexed ${lower(entity)}`;
      return `${name} ${ONE.has(action) ? singular(lower(entity)) : lower(entity)}`;
    },
  },
  parameters: {
    view: 'Enter parameters as',
    form: 'Form',
    json: 'Raw',
    jsonLabel: 'Parameters',
    jsonHelp: 'A JSON object. It is sent as it is.',
    notJson: (reason: string) => `This is not JSON yet: ${reason}`,
    notObject: 'Parameters are one JSON object, in braces.',
    alsoSent: (keys: readonly string[]) => `Also sent, as entered in JSON: ${keys.join(', ')}`,
    yes: 'Yes',
    no: 'No',
    none: 'This operation takes no parameters.',
    run: 'Run',
    stop: 'Stop',
    readsOnly: 'Reads only',
    downloads: 'Reads only, answers with a file',
  },
  guard: {
    title: 'This changes live data',
    text: (of: AboutRun) => `It runs in ${nameOf(of)} at once. It can only be undone there.`,
    agree: ({ account }: { account: string }) => `I want to write to ${account}`,
    tick: 'Tick the box to go on',
  },
  /** In place of it, where something is taken away. */
  deleteGuard: {
    title: 'This deletes live data',
    text: (of: AboutRun) => `It runs in ${nameOf(of)} at once. It cannot be undone here.`,
    agree: ({ account }: { account: string }) => `I want to delete in ${account}`,
  },
  running: ({ service, seconds }: { service: string; seconds: number }) =>
    seconds < 1 ? `Asking ${service}` : `Asking ${service}, ${number.format(seconds)} s`,
  runningLong: ({ service }: { service: string }) => `${service} is taking long. You can wait, or stop.`,
  result: {
    label: 'Result',
    view: 'Show result as',
    table: 'Table',
    json: 'JSON',
    records: (count: number) => (count === 1 ? '1 record' : `${number.format(count)} records`),
    answered: 'Answered',
    /** Read aloud when it comes; `outcome` is a summary, or a file's name. */
    heard: ({ service, outcome }: { service: string; outcome: string }) => `${service}: ${outcome}`,
    milliseconds: (count: number) => `${number.format(count)} ms`,
    page: (page: number) => `Page ${number.format(page)}`,
    separator: ' · ',
    copy: 'Copy result',
    copied: 'Copied',
    copyFailed: 'Select and copy by hand',
    download: 'Download result',
    next: 'Next page',
    more: 'More records available',
    /** In place of the next page: the service says there is more, and does not let one ask for it. */
    stopped: {
      cursor_repeated: {
        title: ({ service }: { service: string }) => `${service} says there is more, but does not send it`,
        text: 'It sent the same page again. The records shown are complete up to here. For the rest, narrow the parameters and run it again.',
      },
      cursor_missing: {
        title: ({ service }: { service: string }) => `${service} says there is more, but not how to ask for it`,
        text: 'The records shown are complete up to here. For the rest, narrow the parameters and run it again.',
      },
    },
    value: 'value',
    none: '–',
    shown: ({ shown, of }: { shown: number; of: number }) => `${number.format(shown)} of ${number.format(of)} shown`,
    showMoreRows: (count: number) => `Show ${number.format(count)} more`,
    cut: (lines: number) => `Cut after ${number.format(lines)} lines. Copy and download hold everything.`,
    showMoreLines: 'Show more lines',
    columns: ({ shown, of }: { shown: number; of: number }) => `${number.format(shown)} of ${number.format(of)} columns; JSON shows all`,
    truncated: (characters: number) => `… ${number.format(characters)} more characters`,
  },
  empty: {
    title: '0 records',
    text: ({ service }: { service: string }) => `${service} answered, and nothing fits these parameters.`,
  },
  nothing: { title: 'No content', text: ({ service }: { service: string }) => `${service} accepted this and sent nothing back.` },
  file: {
    title: 'A file',
    saveShort: 'Save',
    save: (filename: string) => `Save ${filename}`,
    facts: ({ size, type }: { size: string; type: string }) => `${size} · ${type}`,
    /** A size in bytes, rounded. */
    size: (bytes: number) => {
      if (bytes < 1000) return `${number.format(bytes)} B`;
      if (bytes < 1_000_000) return `${number.format(Math.round(bytes / 100) / 10)} KB`;
      return `${number.format(Math.round(bytes / 100_000) / 10)} MB`;
    },
  },
  /** The saved sign-in of the account is the reason, and nothing that was typed here. */
  signInRefused: ({ service, reconnects }: { service: string; reconnects: boolean }) => ({
    title: `${service} did not accept the sign-in of this account`,
    text: reconnects ? 'Nothing was changed. Reconnect the account, then run it again.' : 'Nothing was changed.',
  }),
  /** The parameters are the reason. Which of them is said at its field, where that is known. */
  notAccepted: ({ service }: { service: string }) => ({
    title: `${service} does not accept these parameters`,
    text: 'Nothing was changed. Check them, and run it again.',
  }),
  reconnect: 'Reconnect',
  /** A write of which nobody knows whether it arrived. */
  unknownOutcome: ({ service }: { service: string }) => `It is not known whether ${service} made the change. Look there before you run it again.`,
  retry: 'Run again',
  retryIn: (seconds: number) => `Run again in ${wait(seconds)}`,
};

/** An account may be called as its service. */
const nameOf = ({ service, account }: AboutRun) => (account === service ? service : `${account}, in ${service},`);

const ONE = new Set(['get', 'create', 'update', 'delete', 'download']);

const lower = (name: string) => (name.length > 1 && name.charAt(1) === name.charAt(1).toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1));

/** The last word in the singular, as far as a rule goes; a word that looks like a singular stays. */
function singular(name: string): string {
  if (/(ss|us|is|ics|series|news)$/.test(name)) return name;
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(sses|shes|ches|xes|zes|tuses)$/.test(name)) return name.replace(/es$/, '');
  return name.replace(/s$/, '');
}
