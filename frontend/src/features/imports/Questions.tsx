import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { Segmented } from '@/ui';
import classes from './Questions.module.css';
import { session, useSession } from './session';

/** What each question can be answered with. */
export const answersTo = {
  later_end: ['renewal', 'correction'],
  lower_amount: ['contraction', 'correction'],
} as const;

/** Draws what rows leave open, each with one answer for all of them. */
export function Questions({ plan }: { plan: imports.ImportPlan }) {
  const { t } = useTranslation('imports');
  const { request } = useSession();
  if (plan.questions.length === 0) return null;
  return (
    <div className={classes['questions']}>
      {plan.questions.map(({ kind, count }) => (
        <div key={kind} className={classes['question']} title={t(`answerHint.${kind}`)}>
          <span className={classes['words']}>
            <b className={classes['title']}>{t(`question.${kind}.title`, { count })}</b>
            <small className={classes['hint']}>{t(`answerHint.${kind}`)}</small>
          </span>
          <Segmented
            label={`${t(`question.${kind}.title`, { count })}. ${t('questionAll')}`}
            value={request.answer_all[kind] ?? 'usual'}
            options={[
              { value: 'usual', label: t('answer.usual') },
              ...answersTo[kind].map((one) => ({ value: one, label: t(`answer.${one}`) })),
            ]}
            onChange={(value) => {
              const { [kind]: _, ...others } = request.answer_all;
              session.say({
                answer_all: value === 'usual' ? others : { ...others, [kind]: value },
              });
            }}
          />
        </div>
      ))}
    </div>
  );
}
