import type { Check, Flag, OverviewPage } from '@/api/overview';
import type { Tab } from './AccountHeader';
import { type At, addressOf } from './at';

type Place = [Tab, Partial<At>];

/** Where a check is mended that names no record of the plan. */
function placeOfCheck(check: Check, page: OverviewPage): Place | undefined {
  switch (check.key) {
    case 'plan_signed':
      return ['plan', { kind: page.plan.id === '' ? 'paste' : 'sign' }];
    case 'not_all_training':
      return ['plan', {}];
    case 'first_value_in_time':
      return ['value', check.days > 0 ? {} : { kind: 'add' }];
    case 'verdict_expanding_or_deepening':
    case 'not_silent':
      return ['value', { kind: 'add' }];
    case 'story_not_old_news':
      return ['value', { kind: 'story' }];
    case 'plan_has_outcome':
    case 'outcomes_quoted':
    case 'outcomes_have_client_measure':
    case 'outcomes_validated':
    case 'outcomes_have_job_and_link':
    case 'economics_known':
    case 'outcomes_have_change':
    case 'measures_have_baseline_and_target':
    case 'readings_fresh':
    case 'changes_say_why':
    case 'changes_name_who_and_how_many':
    case 'half_at_habit':
      // Nothing of the kind is there yet: it begins with what they said.
      return page.outcome_count === 0 ? ['plan', { kind: 'paste' }] : ['plan', {}];
    case 'question_asked':
    case 'asks_as_much_as_teaches':
    case 'no_question_left_open':
    case 'insight_shared':
    case 'messages_answered_in_time':
      return ['conversations', {}];
    case 'three_active_stakeholders':
    case 'two_levels':
    case 'economic_buyer_met':
    case 'champion_not_left':
      return ['people', {}];
    default:
      return undefined;
  }
}

/** The tabs on which records are edited that are not part of the plan. */
const tabs: Readonly<Record<string, Tab>> = {
  touchpoint: 'conversations',
  question: 'conversations',
  insight: 'conversations',
  stakeholder: 'people',
  benefit: 'value',
  benefit_step: 'value',
};

/** Returns the address at which a failing check is mended; nothing where no screen does it yet. */
export function mendCheck(check: Check, page: OverviewPage): string | undefined {
  const place: Place | undefined =
    check.id === ''
      ? placeOfCheck(check, page)
      : [tabs[check.kind] ?? 'plan', { kind: check.kind, id: check.id, field: check.field }];
  return place === undefined ? undefined : addressOf(page.account, ...place);
}

/** Returns the address at which what a flag tells of is mended, or at least seen. */
export function mendFlag(flag: Flag, page: OverviewPage): string {
  const { kind, id } = flag;
  const places: Record<string, Place> = {
    no_outcome: ['plan', { kind: 'paste' }],
    renewal_unsigned: ['plan', { kind: page.plan.id === '' ? 'paste' : 'sign' }],
    readings_stale: ['plan', { kind, id, field: 'now' }],
    definition_stale: ['plan', { kind, id, field: 'validated_on' }],
    proof_stale: ['value', { kind, id }],
    first_value_overdue: ['value', { kind: 'add' }],
    shrinking: ['value', {}],
    static: ['value', { kind: 'add' }],
    renewal_no_story: ['value', { kind: 'story' }],
  };
  // Of a term the history shows the record itself.
  const other: Place = [tabs[kind] ?? 'history', { kind, id }];
  return addressOf(page.account, ...(places[flag.name] ?? other));
}
