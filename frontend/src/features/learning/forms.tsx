import { Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { learning as api } from '@/api';
import type { Asked, LearningPage, Team } from '@/api/learning';
import { Form } from '@/form';
import { useWrite, type WriteAnswer } from '@/state';
import { DateField } from '@/ui';
import classes from './Learning.module.css';

/** Takes an answer, or changes the question with it. */
export function QuestionForm(props: {
  question: Asked;
  answering: boolean;
  page: LearningPage;
  onClose: () => void;
}) {
  const { t } = useTranslation('learning');
  const write = useWrite();
  const { question, page, answering } = props;
  const [fields, setFields] = useState({
    text: question.text,
    asked_of: question.asked_of,
    from_team: question.from_team,
    asked_on: question.asked_on,
    answer: question.answer,
    answered_on: question.answered_on === '' ? page.today : question.answered_on,
  });
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  return (
    <Form
      label={t('form.question')}
      save={t('form.save')}
      onClose={props.onClose}
      onSave={() =>
        write(
          () => api.saveQuestion({ id: question.id, ...fields }),
          t(answering ? 'done.answered' : 'done.saved'),
        )
      }
    >
      {(wrong) => (
        <>
          {!answering && (
            <>
              <TextInput
                autoFocus
                label={t('form.question')}
                value={fields.text}
                error={wrong('text')}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
              <TextInput
                label={t('form.askedOf')}
                value={fields.asked_of}
                onChange={(event) => set({ asked_of: event.currentTarget.value })}
              />
              <TextInput
                label={t('form.fromTeam')}
                value={fields.from_team}
                onChange={(event) => set({ from_team: event.currentTarget.value })}
              />
              <Day
                label={t('form.on')}
                today={page.today}
                value={fields.asked_on}
                error={wrong('asked_on')}
                onChange={(asked_on) => set({ asked_on })}
              />
            </>
          )}
          <Textarea
            autoFocus={answering}
            className={classes['wide']}
            label={t('form.answer')}
            autosize
            minRows={2}
            value={fields.answer}
            error={wrong('answer')}
            onChange={(event) => set({ answer: event.currentTarget.value })}
          />
          <Day
            label={t('form.answeredOn')}
            today={page.today}
            value={fields.answered_on}
            error={wrong('answered_on')}
            onChange={(answered_on) => set({ answered_on })}
          />
        </>
      )}
    </Form>
  );
}

/** Takes an insight with the teams that should hear it. */
export function InsightForm(props: {
  text: string;
  teams: string;
  names: readonly Team[];
  done: string;
  onSave: (text: string, teams: string[]) => Promise<WriteAnswer>;
  onClose: () => void;
}) {
  const { t } = useTranslation('learning');
  const write = useWrite();
  const list = useId();
  const [text, setText] = useState(props.text);
  const [teams, setTeams] = useState(props.teams);
  return (
    <Form
      label={t('form.insight')}
      save={t('form.save')}
      onClose={props.onClose}
      onSave={() =>
        write(
          () =>
            props.onSave(
              text,
              teams
                .split(',')
                .map((one) => one.trim())
                .filter((one) => one !== ''),
            ),
          props.done,
        )
      }
    >
      {(wrong) => (
        <>
          <Textarea
            autoFocus
            className={classes['wide']}
            label={t('form.insight')}
            autosize
            minRows={2}
            value={text}
            error={wrong('text')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={t('form.teams')}
            placeholder={t('form.teamsHint')}
            list={list}
            value={teams}
            onChange={(event) => setTeams(event.currentTarget.value)}
          />
          <datalist id={list}>
            {props.names.map((one) => (
              <option key={one.team} value={one.team} />
            ))}
          </datalist>
        </>
      )}
    </Form>
  );
}

/** Draws a day with its label and what is wrong with it. */
export function Day(props: {
  label: string;
  today: string;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
}) {
  const id = useId();
  return (
    <div className={classes['day']}>
      <label htmlFor={id}>{props.label}</label>
      <DateField
        id={id}
        today={props.today}
        value={props.value}
        aria-invalid={props.error !== undefined}
        onChange={props.onChange}
      />
      {props.error !== undefined && <p role="alert">{props.error}</p>}
    </div>
  );
}
