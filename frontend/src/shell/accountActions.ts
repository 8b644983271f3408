import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { focusOn } from '@/why';

/** An action on the account that is open. */
export interface AccountAction {
  key: string;
  title: string;
  run: () => void;
  keys?: readonly string[];
}

/** The actions: on which part they are, the place there that they press, and the fold it is in. */
const actions = [
  { key: 'overview', part: 'overview' },
  { key: 'plan', part: 'plan' },
  { key: 'value', part: 'value' },
  { key: 'people', part: 'people' },
  { key: 'conversations', part: 'conversations' },
  { key: 'renewal', part: 'renewal' },
  { key: 'history', part: 'history' },
  { key: 'call', part: 'renewal', press: 'renewal-call' },
  { key: 'result', part: 'renewal', press: 'renewal-result' },
  { key: 'handover', part: 'renewal', press: 'handover' },
  { key: 'newOutcome', part: 'plan', press: 'paste-open' },
  { key: 'readings', part: 'plan', press: 'readings', keys: ['R'] },
  { key: 'benefit', part: 'value', press: 'benefit', keys: ['B'] },
  { key: 'newPerson', part: 'people', press: 'person-add' },
  { key: 'newTalk', part: 'conversations', press: 'talk-add', keys: ['N'] },
  { key: 'sign', part: 'plan', press: 'sign' },
  { key: 'template', part: 'plan', fold: 'plan-fold', press: 'plan-new' },
  { key: 'nextTerm', part: 'plan', fold: 'plan-fold', press: 'plan-next' },
  { key: 'saveTemplate', part: 'plan', fold: 'plan-fold', press: 'plan-template' },
  { key: 'story', part: 'value', press: 'story' },
] as const;

/** Returns what can be done on the account that is open, or nothing where none is. */
export function useAccountActions(): AccountAction[] {
  const { t } = useTranslation();
  const { accountId, storyId } = useParams({ strict: false });
  if (accountId === undefined) return [];
  const press = (place: string) => () => focusOn([place], (element) => element.click());
  const onStory: AccountAction[] =
    storyId === undefined
      ? []
      : [
          {
            key: 'story-present',
            title: t('accountAction.present'),
            run: press('present'),
            keys: ['F5'],
          },
          {
            key: 'story-compare',
            title: t('accountAction.compare'),
            run: press('story-compare'),
          },
        ];
  const onAccount = actions.map((action) => ({
    key: `account-${action.key}`,
    title: t(`accountAction.${action.key}`),
    run: () => {
      const part = `#/accounts/${accountId}/${action.part}`;
      // What is pressed stands on the page that is open, of whichever term that is.
      const here = 'press' in action && window.location.hash.split('?')[0] === part;
      if (!here) window.location.hash = part;
      if (!('press' in action)) return;
      const press = () => focusOn([action.press], (element) => element.click());
      if (!('fold' in action)) return press();
      focusOn([action.fold], (element) => {
        if (element.getAttribute('aria-expanded') !== 'true') element.click();
        press();
      });
    },
    ...('keys' in action && { keys: action.keys }),
  }));
  return [...onStory, ...onAccount];
}
