import { IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api } from '@/api';
import type { Asked, Learned, LearningPage, Thread, Told } from '@/api/learning';
import { useFormat, useWrite } from '@/state';
import { Button, Chip } from '@/ui';
import { InsightForm, QuestionForm } from './forms';
import classes from './Learning.module.css';

interface ItemProps {
  thread: Thread;
  place: number;
  page: LearningPage;
  onOpen: (accountId: string) => void;
}

/** Draws a question with its answer and what was learned from it; all of it is worked on in place. */
export function ThreadItem(props: ItemProps) {
  const { thread, page } = props;
  const { t } = useTranslation('learning');
  const { date } = useFormat();
  const [learning, setLearning] = useState(false);
  return (
    <article className={classes['thread']} data-at={`question.${thread.id}`}>
      <p className={classes['meta']}>
        <button
          type="button"
          data-thread={props.place}
          className={classes['link']}
          onClick={() => props.onOpen(thread.account)}
        >
          {thread.account_name}
        </button>
        {thread.type_name !== '' && <span>{thread.type_name}</span>}
        <span>{date(thread.on)}</span>
      </p>
      {thread.question !== null && (
        <Question question={thread.question} page={page} onLearn={() => setLearning(true)} />
      )}
      {thread.insights.map((insight) => (
        <Insight key={insight.id} insight={insight} thread={thread} page={page} />
      ))}
      {learning && (
        <InsightForm
          text=""
          teams={thread.question?.from_team ?? ''}
          names={page.teams}
          done={t('done.learned')}
          onSave={(text, teams) =>
            api.saveInsight({
              id: '',
              account: thread.account,
              question: thread.question?.id ?? '',
              text,
              teams,
            })
          }
          onClose={() => setLearning(false)}
        />
      )}
    </article>
  );
}

function Question(props: { question: Asked; page: LearningPage; onLearn: () => void }) {
  const { t } = useTranslation('learning');
  const write = useWrite();
  const [editing, setEditing] = useState<'' | 'answer' | 'edit'>('');
  const { question, page } = props;
  const { text } = question;
  return (
    <div>
      <div className={classes['line']}>
        <h2>{text}</h2>
        {!page.read_only && (
          <span className={classes['tools']}>
            {question.open && (
              <Button
                size="small"
                aria-label={t('thread.answerOf', { text })}
                onClick={() => setEditing('answer')}
              >
                {t('thread.answer')}
              </Button>
            )}
            <Button
              size="small"
              look="quiet"
              aria-label={t('thread.learnOf', { text })}
              onClick={props.onLearn}
            >
              {t('thread.learn')}
            </Button>
            <Tools
              text={text}
              onEdit={() => setEditing('edit')}
              onRemove={() =>
                void write(() => api.remove('question', question.id), t('done.removed')).catch(
                  () => undefined,
                )
              }
            />
          </span>
        )}
      </div>
      <p className={classes['meta']}>
        {question.asked_of !== '' && <span>{t('thread.asked', { who: question.asked_of })}</span>}
        {question.from_team !== '' && (
          <Chip tone="outlined">{t('thread.from', { team: question.from_team })}</Chip>
        )}
        {question.open && (
          <Chip tone={question.days >= 45 ? 'warn' : 'plain'}>
            {t('thread.days', { count: question.days })}
          </Chip>
        )}
      </p>
      {question.answer !== '' && <blockquote>{question.answer}</blockquote>}
      {editing !== '' && (
        <QuestionForm
          question={question}
          answering={editing === 'answer'}
          page={page}
          onClose={() => setEditing('')}
        />
      )}
    </div>
  );
}

function Insight(props: { insight: Learned; thread: Thread; page: LearningPage }) {
  const { t } = useTranslation('learning');
  const write = useWrite();
  const [editing, setEditing] = useState(false);
  const { insight, page } = props;
  if (editing) {
    return (
      <InsightForm
        text={insight.text}
        teams={insight.teams.map((one) => one.team).join(', ')}
        names={page.teams}
        done={t('done.learned')}
        onSave={(text, teams) =>
          api.saveInsight({
            id: insight.id,
            account: props.thread.account,
            question: '',
            text,
            teams,
          })
        }
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className={classes['insight']}>
      <div className={classes['line']}>
        <p>{insight.text}</p>
        {!page.read_only && (
          <span className={classes['tools']}>
            <Tools
              text={insight.text}
              onEdit={() => setEditing(true)}
              onRemove={() =>
                void write(() => api.remove('insight', insight.id), t('done.removed')).catch(
                  () => undefined,
                )
              }
            />
          </span>
        )}
      </div>
      <p className={classes['meta']}>
        {insight.teams.length === 0 && <span>{t('thread.nobody')}</span>}
        {insight.teams.map((told) => (
          <TeamMark key={told.team} told={told} insight={insight.id} readOnly={page.read_only} />
        ))}
      </p>
    </div>
  );
}

/** Says whether a team was told; a click says that it was, another takes it back. */
function TeamMark({ told, insight, readOnly }: { told: Told; insight: string; readOnly: boolean }) {
  const { t } = useTranslation('learning');
  const { date } = useFormat();
  const write = useWrite();
  const { team } = told;
  const isTold = told.shared_on !== '';
  const words = isTold
    ? t('thread.told', { team, day: date(told.shared_on) })
    : t('thread.toTell', { team });
  if (readOnly) return <Chip>{words}</Chip>;
  return (
    <button
      type="button"
      className={classes['team']}
      data-told={isTold}
      title={t(isTold ? 'thread.untell' : 'thread.tell', { team })}
      onClick={() =>
        void write(
          () => api.tell([insight], team, isTold),
          t(isTold ? 'done.untold' : 'done.told', { team }),
        ).catch(() => undefined)
      }
    >
      {isTold && <IconCheck size={12} stroke={2} aria-hidden />}
      {words}
    </button>
  );
}

function Tools({
  text,
  onEdit,
  onRemove,
}: {
  text: string;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('learning');
  return (
    <>
      <Button
        size="small"
        look="quiet"
        aria-label={t('thread.editOf', { text })}
        title={t('thread.edit')}
        icon={<IconPencil size={14} stroke={1.6} aria-hidden />}
        onClick={onEdit}
      />
      <Button
        size="small"
        look="quiet"
        aria-label={t('thread.removeOf', { text })}
        title={t('thread.remove')}
        icon={<IconTrash size={14} stroke={1.6} aria-hidden />}
        onClick={onRemove}
      />
    </>
  );
}
