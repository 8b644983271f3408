import { Popover } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus, IconQuote, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanHead as Head } from '@/api/plan';
import { Button, Chip, Why } from '@/ui';
import { UpdateReadings } from '../readings/UpdateReadings';
import { Agreements } from './Agreements';
import { type Say, usePlan } from './context';
import { Edit } from './Edit';
import { Fold } from './Fold';
import { foldFields } from './fields';
import { PlanActions } from './PlanActions';
import classes from './PlanPage.module.css';
import { SignForm } from './SignForm';

/** Draws the plan's title, status and agreement, and what is done with it. */
export function PlanHead(props: {
  onPaste: () => void;
  onOutcome: () => void;
  onPlan: (id: string) => void;
}) {
  const { page, say, locale, change, remove } = usePlan();
  const { plan } = page;
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={classes['head']}>
        <h2>
          <Edit
            label={say('edit', { what: say('field.title') })}
            value={plan.title}
            placeholder={say('untitled')}
            locale={locale}
            onSave={(text) => change('success_plan', plan.id, { title: text })}
          />
        </h2>
        <Status />
        <button
          type="button"
          className={classes['more']}
          data-at="plan-fold"
          aria-expanded={open}
          aria-label={say('fold')}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown size={15} stroke={1.7} aria-hidden data-open={open} />
        </button>
        <span className={classes['space']} />
        <div className={classes['tools']}>
          <UpdateReadings account={page.account} />
          <Button
            data-at="paste-open"
            size="small"
            icon={<IconQuote size={13} stroke={1.6} aria-hidden />}
            onClick={props.onPaste}
          >
            {say('paste.open')}
          </Button>
          <Button
            size="small"
            icon={<IconPlus size={13} stroke={1.8} aria-hidden />}
            onClick={props.onOutcome}
          >
            {say('addOutcome')}
          </Button>
        </div>
      </div>
      <div className={classes['second']}>
        <Agreement />
      </div>
      {open && (
        <div className={classes['headFold']}>
          <Fold kind="success_plan" record={plan} fields={foldFields.success_plan} />
          <div className={classes['headActions']}>
            <PlanActions onPlan={props.onPlan} />
            {page.plans.length > 1 && (
              <label>
                {say('other')}
                <select
                  value={plan.id}
                  onChange={(event) => props.onPlan(event.currentTarget.value)}
                >
                  {page.plans.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.title === '' ? say('untitled') : one.title},{' '}
                      {say(`status.${one.status}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <Button
              size="small"
              look="quiet"
              icon={<IconTrash size={13} stroke={1.6} aria-hidden />}
              onClick={() =>
                void remove('success_plan', plan.id, say('planDeleted')).then(() =>
                  props.onPlan(''),
                )
              }
            >
              {say('deletePlan')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function Status() {
  const { page, say, locale, change } = usePlan();
  const { plan } = page;
  const options = (['draft', 'agreed', 'active', 'closed'] as const).map((value) => ({
    value,
    label: say(`status.${value}`),
  }));
  return (
    <span className={classes['status']} data-status={plan.status}>
      <Edit
        kind="choice"
        label={say('statusLabel')}
        value={plan.status}
        shown={say(`status.${plan.status}`)}
        options={options}
        placeholder={say('status.draft')}
        locale={locale}
        onSave={(text) => change('success_plan', plan.id, { status: text })}
      />
    </span>
  );
}

/** Says who agreed and who recorded it, and what changed since. */
function Agreement() {
  const { page, say, day, at } = usePlan();
  const { plan } = page;
  const [open, setOpen] = useState(at.kind === 'sign' && !page.plan.current);
  const words = plan.signed
    ? agreedWords(plan, say, day)
    : say('notAgreed', { account: page.name });
  return (
    <>
      <p className={classes['agreement']}>
        {plan.signed && <IconCheck size={14} stroke={2} aria-hidden />}
        {words}
      </p>
      <Agreements />
      {plan.signed && !plan.current && <SinceChip />}
      {!plan.current && (
        <Popover
          opened={open}
          onChange={setOpen}
          position="bottom-start"
          shadow="md"
          trapFocus
          returnFocus
          withinPortal
        >
          <Popover.Target>
            <Button
              size="small"
              look="quiet"
              data-at="sign"
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {say('sign.open')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={say('sign.title')}>
            <SignForm onClose={() => setOpen(false)} />
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}

function agreedWords(plan: Head, say: Say, day: (iso: string) => string): string {
  return [
    plan.signed_by === '' ? say('agreedNobody') : say('agreed', { name: plan.signed_by }),
    say(`how.${plan.method === '' ? 'none' : plan.method}`, { day: day(plan.signed_on) }),
    plan.recorded_by === '' ? '' : say('recorded', { name: plan.recorded_by }),
    plan.signings > 1 ? say('version', { count: plan.signings }) : '',
  ].join('');
}

function SinceChip() {
  const { page, say, day } = usePlan();
  const { since } = page.plan;
  return (
    <Why
      title={say('sinceTitle')}
      panel={() => (
        <ul className={classes['since']}>
          {since.map((one) => (
            <li key={`${one.kind}-${one.id}`}>
              <b>{one.title}</b>
              <span>
                {say(`sinceWhat.${one.what}`)}, {day(one.on)}
                {one.by !== '' && `, ${one.by}`}
              </span>
            </li>
          ))}
          {since.length === 0 && <li>{say('sinceUnknown')}</li>}
        </ul>
      )}
    >
      <Chip tone="warn">
        {since.length === 0 ? say('sinceSome') : say('since', { count: since.length })}
      </Chip>
    </Why>
  );
}
