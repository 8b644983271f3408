/** The lines of a renewal's readiness list: what each is called, and what to do next. */
export const ready = {
  outcomes_validated: {
    label: 'Somebody stands by each outcome',
    next: 'Ask who said it whether it still holds.',
  },
  readings_fresh: {
    label: 'Each measure was read in time',
    next: 'Ask for the latest readings.',
  },
  proof_fresh: {
    label: 'What is proved was confirmed within a year',
    next: 'Ask for confirmation of the oldest proof.',
  },
  something_new: {
    label: 'Something new within 120 days',
    next: 'Ask what got better lately, and note it.',
  },
  people_known: {
    label: 'Three people on two levels, the champion among them',
    next: 'Meet more of those who decide.',
  },
  plan_signed: {
    label: 'The plan is agreed as it stands',
    next: 'Go through the plan with them and note who agreed.',
  },
  buyer_met: {
    label: 'The economic buyer was met within 90 days',
    next: 'Ask for half an hour with who decides.',
  },
  answered: { label: 'No message waits for its answer', next: 'Answer it today.' },
  story_begun: { label: 'The story of this term is begun', next: 'Compose the story.' },
  story_new: {
    label: 'The story is not old news',
    next: 'Find something new to tell before it is told.',
  },
  ask_written: { label: 'What we ask for is written', next: 'Write down what we ask for.' },
  mitigation: {
    label: 'There is a plan against the risk',
    next: 'Write down who does what about it.',
  },
  story_told: { label: 'The story was told', next: 'Tell the story to those who decide.' },
  offer_known: { label: 'What they offer is known', next: 'Ask what they have in mind to pay.' },
  paper_path: {
    label: 'Each step of the paper path has an owner and a day',
    next: 'Ask who signs what, and by when.',
  },
  paper_on_time: {
    label: 'The paper path is on time',
    next: 'Ask what holds the late step up.',
  },
  call_made: { label: 'The call of this gate is made', next: 'Say on track or at risk.' },
} as const;
