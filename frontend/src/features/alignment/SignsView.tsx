import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { AlignmentPage, Outcome, Stage } from '@/api/alignment';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Alignment.module.css';
import { Interviews } from './Interviews';
import { MotivationBlock } from './MotivationBlock';
import { MotivationForm } from './MotivationForm';
import { Sortable } from './Sortable';
import { partWord } from './words';

/** What the parts of the table share. */
export interface SignsProps {
  page: AlignmentPage;
  outcome: Outcome;
  onOpen: (accountId: string) => void;
  onFill: (sign: string) => void;
}

/** Draws the stage table with the answer above it, and the interviews where figures say nothing yet. */
export function SignsView(props: SignsProps) {
  const { t } = useTranslation('alignment');
  const { page } = props;
  const empty = page.stages.every((stage) => stage.motivations.length === 0);
  return (
    <div className={classes['body']}>
      {empty ? (
        <section className={classes['answer']}>
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
        </section>
      ) : (
        <Answer {...props} />
      )}
      {page.focus.length > 0 && <Focus {...props} />}
      {page.stages.map((stage) => (
        <StageBlock key={stage.stage} stage={stage} {...props} />
      ))}
      {page.too_few && <Interviews outcome={props.outcome} onOpen={props.onOpen} />}
    </div>
  );
}

/** Says in a sentence what the table comes to, and beneath it how that was reckoned. */
function Answer({ page, outcome }: SignsProps) {
  const { t } = useTranslation('alignment');
  const { number, percent } = useFormat();
  const action = outcome === 'action';
  const telling = page.stages
    .flatMap((stage) => stage.motivations.flatMap((motivation) => motivation.indicators))
    .filter((indicator) => indicator.reading === 'indicates').length;
  const rare = Math.min(page.positive, page.accounts - page.positive);
  const sentence = () => {
    if (page.too_few && page.accounts < 30)
      return t('answer.few', { found: number(page.accounts) });
    if (page.too_few)
      return t('answer.fewOfOne', { rare: number(rare), found: number(page.accounts) });
    if (telling === 0)
      return t(action ? 'answer.noneAction' : 'answer.none', { count: page.indicators });
    return t(action ? 'answer.someAction' : 'answer.some', {
      count: telling,
      all: number(page.indicators),
    });
  };
  return (
    <section className={classes['answer']}>
      <h2>{sentence()}</h2>
      {page.accounts > 0 && (
        <p>
          {t(action ? 'how.baseAction' : 'how.base', {
            n: number(page.accounts),
            positive: number(page.positive),
            rate: percent(page.positive / page.accounts),
          })}{' '}
          {t('how.cause')}
        </p>
      )}
    </section>
  );
}

/** Lists the few signs to keep an eye on. */
function Focus({ page }: SignsProps) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const kindOf = (id: string) =>
    page.stages
      .flatMap((stage) => stage.motivations.flatMap((one) => one.indicators))
      .find((one) => one.id === id)?.kind ?? '';
  return (
    <section className={classes['focus']} aria-label={t('focus.title')}>
      <h3>{t('focus.title')}</h3>
      <ol>
        {page.focus.map((one) => (
          <li key={one.indicator}>
            <b>{one.name}</b>
            <span>
              {t('focus.line', {
                value: partWord(one.part, kindOf(one.indicator), t, format),
                rate: format.percent(one.part.rate),
                n: format.number(one.part.n),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Draws one stage: its motivations in order, and a line to add one. */
function StageBlock({ stage, ...props }: SignsProps & { stage: Stage }) {
  const { t } = useTranslation('alignment');
  const write = useWrite();
  const [adding, setAdding] = useState(false);
  const name = t(`stage.${stage.stage as 'success'}`);
  return (
    <section className={classes['stage']} aria-label={name}>
      <div className={classes['stageHead']}>
        <h3>{name}</h3>
        <span>{t(`stageAsks.${stage.stage as 'success'}`)}</span>
        {!props.page.read_only && (
          <Button
            size="small"
            look="quiet"
            icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
            aria-label={t('table.addMotivationTo', { stage: name })}
            onClick={() => setAdding(true)}
          >
            {t('table.addMotivation')}
          </Button>
        )}
      </div>
      <Sortable
        id={`stage-${stage.stage}`}
        label={name}
        readOnly={props.page.read_only}
        items={stage.motivations.map((motivation, index) => ({
          id: motivation.id,
          handle: t('table.drag', { name: motivation.name, place: index + 1 }),
          content: (handle) => (
            <MotivationBlock {...props} motivation={motivation} handle={handle} />
          ),
        }))}
        onMove={(id, before) =>
          write(() => api.move('motivation', id, before, ''), t('done.moved'))
        }
      />
      {adding && (
        <MotivationForm
          fields={{ name: '', description: '', stage: stage.stage }}
          onSave={async (fields) => {
            await write(() => api.save({ kind: 'motivation', id: '', fields }), t('done.added'));
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
