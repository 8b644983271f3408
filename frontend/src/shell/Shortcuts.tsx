import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui';
import classes from './Shortcuts.module.css';

/** The keys of each part of the window, in the order in which they are shown. */
const groups = [
  [
    'everywhere',
    [
      ['search', ['Ctrl', 'K']],
      ['capture', ['C']],
      ['undo', ['Ctrl', 'Z']],
      ['redo', ['Ctrl', 'Shift', 'Z']],
      ['settings', ['Ctrl', ',']],
      ['help', ['?']],
    ],
  ],
  [
    'inToday',
    [
      ['moveTodo', ['↑', '↓']],
      ['doTodo', ['Enter']],
      ['snooze', ['S']],
      ['mute', ['M']],
      ['moreTodo', ['.']],
    ],
  ],
  [
    'inTables',
    [
      ['filter', ['/']],
      ['move', ['↑', '↓']],
      ['pageMove', ['Page Up', 'Page Down']],
      ['ends', ['Home', 'End']],
      ['open', ['Enter']],
      ['why', ['W']],
      ['principles', ['P']],
      ['choose', ['Space']],
      ['chooseOn', ['Shift', '↓']],
      ['chooseAll', ['Ctrl', 'A']],
      ['fold', ['←', '→']],
    ],
  ],
  [
    'inAccount',
    [
      ['benefit', ['B']],
      ['readings', ['R']],
      ['marks', ['←', '→']],
      ['paste', ['Ctrl', 'V']],
      ['stage', ['←', '→']],
      ['milestone', ['Alt', '←', '→']],
    ],
  ],
  [
    'inTalks',
    [
      ['newTalk', ['N']],
      ['answered', ['A']],
      ['answeredOn', ['Shift', 'A']],
      ['recap', ['M']],
    ],
  ],
  [
    'inText',
    [
      ['edit', ['Enter']],
      ['save', ['Ctrl', 'Enter']],
      ['leave', ['Esc']],
      ['order', ['Alt', '↑', '↓']],
      ['day', ['↑', '↓']],
      ['calendar', ['Alt', '↓']],
    ],
  ],
  ['inStories', [['files', ['F']]]],
  [
    'inRenewals',
    [
      ['moveCard', ['↑', '↓', '←', '→']],
      ['openCard', ['Enter']],
    ],
  ],
  [
    'inStory',
    [
      ['present', ['F5']],
      ['export', ['Ctrl', 'E']],
      ['strong', ['Ctrl', 'B']],
      ['emphasis', ['Ctrl', 'I']],
      ['paragraph', ['Shift', 'Enter']],
      ['deleteClaim', ['Delete']],
    ],
  ],
  [
    'inShow',
    [
      ['slideOn', ['→', '←']],
      ['slideEnds', ['Home', 'End']],
      ['slideNumber', ['1', 'Enter']],
      ['black', ['B']],
      ['notes', ['N']],
    ],
  ],
  [
    'inAlignment',
    [
      ['nextValue', ['Enter']],
      ['previousValue', ['Shift', 'Enter']],
      ['saveValues', ['Ctrl', 'Enter']],
      ['pasteValues', ['Ctrl', 'V']],
      ['orderSigns', ['Alt', '↑', '↓']],
    ],
  ],
  [
    'inWays',
    [
      ['slide', ['←', '→']],
      ['slideFar', ['Page Up', 'Page Down']],
    ],
  ],
  [
    'inReadings',
    [
      ['nextReading', ['Enter']],
      ['previousReading', ['Shift', 'Enter']],
      ['notMeasured', ['-']],
    ],
  ],
] as const;

const named = [
  'Ctrl',
  'Shift',
  'Page Up',
  'Page Down',
  'Home',
  'End',
  'Delete',
  'Enter',
  'Space',
] as const;

/** Shows the keys and what they do. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const keyName = (key: string) => {
    const known = named.find((one) => one === key);
    return known === undefined ? key : t(`shortcuts.keys.${known}`);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} size="lg">
      <div className={classes['columns']}>
        {groups.map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`shortcuts.${group}`)}</h3>
            <dl className={classes['list']}>
              {keys.map(([what, names]) => (
                <div key={what}>
                  <dt>{t(`shortcuts.${what}`)}</dt>
                  <dd>
                    {names.map((key) => (
                      <kbd key={key}>{keyName(key)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
