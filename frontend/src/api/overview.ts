import { write } from './queue';
import { call } from './transport';

/** What the overview reads, as app/desktop writes it. Days are YYYY-MM-DD or ''. */

/** The one measure that says best how far an outcome is. */
export interface HeadlineMeasure {
  id: string;
  name: string;
  unit: string;
  direction: 'up' | 'down' | 'hold';
  baseline: number | null;
  target: number | null;
  state: 'no baseline' | 'not measured' | 'stale' | 'met' | 'on track' | 'off track';
  progress: number | null;
  now: number | null;
  now_on: string;
  now_source: string;
  now_proof: '' | 'claimed' | 'evidenced' | 'confirmed';
  readings: { confirmed_by: string }[];
}

/** What success is, in the client's words. */
export interface HeadlineOutcome {
  id: string;
  statement: string;
  quote: string;
  quoted_name: string;
  quoted_title: string;
  said_on: string;
  measure: HeadlineMeasure | null;
}

/** One check; `count` records fail it, `what` names the first of them. */
export interface Check {
  key: string;
  holds: boolean;
  count: number;
  what: string;
  days: number;
  /** The first record that fails it and where it is mended; empty where that cannot be told. */
  kind: string;
  id: string;
  field: string;
}

/** One of the five principles, or coverage beside them. */
export interface Principle {
  key: string;
  holds: number;
  checks: Check[];
  facts: { count: number; of: number; share: number; days: number | null };
}

/** A sign that something is wrong, and the record that shows it. */
export interface Flag {
  name: string;
  severity: number;
  on: string;
  kind: string;
  id: string;
  title: string;
}

/** A dated joint step; `late` counts the days it is overdue. */
export interface Promised {
  id: string;
  title: string;
  side: 'client' | 'us';
  owner: string;
  due: string;
  done_on: string;
  late: number;
}

/** A day before the decision on which a call is due. */
export interface Gate {
  days_before: number;
  on: string;
  call: string;
  signal: string;
  reason: string;
  decided_by: string;
  decided_on: string;
  past: boolean;
}

/** The renewal that is decided next. */
export interface Renewal {
  term: string;
  end: string;
  decision_on: string;
  days: number;
  notice_days: number;
  auto_renew: boolean;
  gates: Gate[];
  signal: string;
  draft: string;
  draft_id: string;
  novelty: number;
}

/** An account on one page. */
export interface OverviewPage {
  account: string;
  today: string;
  currency: string;
  us: string;
  plan: {
    id: string;
    title: string;
    signed: boolean;
    signed_by: string;
    signed_on: string;
    current: boolean;
    signings: number;
    since: number;
  };
  outcomes: HeadlineOutcome[];
  outcome_count: number;
  proved: number;
  claimed: number;
  arr: number;
  verdict: string;
  principles: Principle[];
  risk: string;
  flags: Flag[];
  promises: Promised[];
  renewal: Renewal | null;
  story: { id: string; title: string; told_on: string } | null;
}

/** Reads an account on one page. */
export const page = (account: string) => call<OverviewPage>('Overview', 'Page', account);

/** Notes that a promise was kept today, or that it was not. */
export const setPromise = (account: string, id: string, done: boolean) =>
  write<{ action: { id: string; label: string }; id: string }>(
    'Overview',
    'SetPromise',
    account,
    id,
    done,
  );
