/** Why each check fails and what to do next. */
export const checks = {
  plan_has_outcome: {
    label: 'The plan has an outcome',
    reason: 'No outcome is agreed yet.',
    next: 'Ask what success is, and write it down in their words',
  },
  outcomes_quoted: {
    label: 'Outcomes are quoted, with who and when',
    reason_one: '{{count}} outcome is not in their words.',
    reason_other: '{{count}} outcomes are not in their words.',
    next: 'Ask how they would put it: {{what}}',
  },
  outcomes_have_client_measure: {
    label: 'Each outcome has a measure of the client',
    reason_one: '{{count}} outcome has no measure of theirs.',
    reason_other: '{{count}} outcomes have no measure of theirs.',
    next: 'Ask what they count today for: {{what}}',
  },
  measures_have_baseline_and_target: {
    label: 'Measures have a baseline and a target',
    reason_one: '{{count}} measure lacks its baseline or target.',
    reason_other: '{{count}} measures lack their baseline or target.',
    next: 'Agree where it began and where it shall go: {{what}}',
  },
  readings_fresh: {
    label: 'Readings are fresh',
    reason_one: '{{count}} reading is stale or missing.',
    reason_other: '{{count}} readings are stale or missing.',
    next: 'Take a reading: {{what}}',
  },
  outcomes_validated: {
    label: 'Outcomes were stood by in the last 180 days',
    reason_one: '{{count}} outcome was not confirmed in 180 days.',
    reason_other: '{{count}} outcomes were not confirmed in 180 days.',
    next: 'Ask whether it still holds: {{what}}',
  },
  plan_signed: {
    label: 'The plan is agreed as it stands',
    reason: 'The plan is not agreed as it stands.',
    next: 'Go through the plan with them and record who agreed',
  },
  measures_are_theirs: {
    label: 'Measures are of their success, not of ours',
    reason_one: '{{count}} measure speaks of our product.',
    reason_other: '{{count}} measures speak of our product.',
    next: 'Ask what it is good for: {{what}}',
  },
  outcomes_have_change: {
    label: 'Each outcome names a change in how they work',
    reason_one: '{{count}} outcome names no change in how they work.',
    reason_other: '{{count}} outcomes name no change in how they work.',
    next: 'Ask who will work differently for: {{what}}',
  },
  changes_say_why: {
    label: 'Changes say why it is done the old way',
    reason_one: '{{count}} change does not say why it is done the old way.',
    reason_other: '{{count}} changes do not say why it is done the old way.',
    next: 'Ask what speaks for today’s way: {{what}}',
  },
  changes_name_who_and_how_many: {
    label: 'Changes name who and how many',
    reason_one: '{{count}} change does not name who and how many.',
    reason_other: '{{count}} changes do not name who and how many.',
    next: 'Name the team and count its people: {{what}}',
  },
  half_at_habit: {
    label: 'Half of the changes are habit or embedded',
    reason: 'Fewer than half of the changes are habit.',
    next: 'Watch it being done, and ask what stands in the way: {{what}}',
  },
  none_stuck: {
    label: 'No change is stuck for 120 days',
    reason_one: '{{count}} change is stuck for 120 days or more.',
    reason_other: '{{count}} changes are stuck for 120 days or more.',
    next: 'Find out what stops it: {{what}}',
  },
  not_all_training: {
    label: 'Changes are more than training',
    reason: 'All changes are training.',
    next: 'Name what they will do differently after the training',
  },
  outcomes_have_job_and_link: {
    label: 'Outcomes say which job they serve and how we help',
    reason_one: '{{count}} outcome lacks its job or our part in it.',
    reason_other: '{{count}} outcomes lack their job or our part in it.',
    next: 'Say what they hire us for: {{what}}',
  },
  economics_known: {
    label: 'What an outcome is worth is known',
    reason_one: 'What {{count}} outcome is worth is not known.',
    reason_other: 'What {{count}} outcomes are worth is not known.',
    next: 'Ask what one less, or one more, is worth: {{what}}',
  },
  changes_are_helped: {
    label: 'We help with each change',
    reason_one: 'For {{count}} change we promised no step.',
    reason_other: 'For {{count}} changes we promised no step.',
    next: 'Promise a step of ours for: {{what}}',
  },
  bonded_share_half: {
    label: 'Half of felt value is bonded',
    reason: 'Less than half of felt value is bonded to a habit.',
    next: 'Tie a benefit to the change in work it comes from',
  },
  question_asked: {
    label: 'A question was asked in the last 30 days',
    reason: 'Nothing was asked in 30 days.',
    next: 'Ask one thing you do not know about their work',
  },
  asks_as_much_as_teaches: {
    label: 'We ask as much as we teach',
    reason: 'We taught more than we asked in 90 days.',
    next: 'Open the next meeting with a question',
  },
  no_question_left_open: {
    label: 'No question is open for 45 days',
    reason_one: '{{count}} question is open, for {{days}} days.',
    reason_other: '{{count}} questions are open, the oldest for {{days}} days.',
    next: 'Ask again: {{what}}',
  },
  insight_shared: {
    label: 'An insight was passed on in the last 90 days',
    reason: 'Nothing learned here was passed on in 90 days.',
    next: 'Tell a colleague’s team what this client taught you',
  },
  first_value_in_time: {
    label: 'First value came in time',
    reason: 'First value is late.',
    next: 'Find the smallest result they would notice, and get it',
  },
  verdict_expanding_or_deepening: {
    label: 'Value is expanding or deepening',
    reason: 'Value is not growing: {{what}}.',
    next: 'Look for the next benefit, team or place',
  },
  not_silent: {
    label: 'Something new in the last 120 days',
    reason_one: 'Nothing new for {{count}} day.',
    reason_other: 'Nothing new for {{count}} days.',
    next: 'Prove something new, however small',
  },
  story_not_old_news: {
    label: 'The renewal story is news',
    reason: 'The renewal story is old news.',
    next: 'Prove something new before the story is told',
  },
  three_active_stakeholders: {
    label: 'Three people are active',
    reason_one: 'Only {{count}} person is active.',
    reason_other: 'Only {{count}} people are active.',
    next: 'Ask to meet one more person whom this touches',
  },
  two_levels: {
    label: 'People on two levels',
    reason: 'We know people on one level only.',
    next: 'Ask your contact to bring their boss, or a user',
  },
  economic_buyer_met: {
    label: 'The economic buyer was met in 90 days',
    reason: 'The economic buyer was not met in 90 days.',
    next: 'Show the one who pays what it brought',
  },
  champion_not_left: {
    label: 'The champion is there',
    reason: 'The champion has left.',
    next: 'Find out who cares now',
  },
  messages_answered_in_time: {
    label: 'Messages were answered in time',
    reason: 'A message was answered late or not at all.',
    next: 'Answer it today',
  },
} as const;
