import type { Benefit, Step, Timeline } from '@/api/value';
import { dayOf } from '../days';
import { dimensionColor, dimensionName } from '../dimensions';
import { writeDay, writeMoney } from '../format';
import { feltAt, feltSteps, valuesAt } from '../levels';
import { amountOf } from '../sentences';
import type { Voice } from '../words';
import classes from './ValueTable.module.css';

/** What the tables need and tell. */
export interface ValueTableProps {
  timeline: Timeline;
  voice: Voice;
  onOpen: (benefit: Benefit, step: Step | null) => void;
}

/** The picture as tables: the same order, the same rounding. */
export function ValueTable(props: ValueTableProps) {
  return (
    <div className={classes['tables']}>
      <ByDay {...props} />
      <BenefitTable {...props} />
    </div>
  );
}

function ByDay({ timeline, voice, onOpen }: ValueTableProps) {
  const { say, locale, form } = voice;
  const felt = feltSteps(timeline.felt);
  const rows = timeline.lanes
    .flatMap((lane) =>
      lane.benefits.flatMap((benefit) => benefit.steps.map((step) => ({ benefit, step }))),
    )
    .sort((a, b) => (a.step.on < b.step.on ? -1 : a.step.on > b.step.on ? 1 : 0));
  const money = (amount: number) => (amount === 0 ? '' : writeMoney(form, amount));
  const now = valuesAt(timeline, dayOf(timeline.today));
  return (
    <table className={classes['table']}>
      <caption>{say('table.value')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('table.day')}</th>
          <th scope="col">{say('table.benefit')}</th>
          <th scope="col">{say('table.step')}</th>
          <th scope="col" className={classes['num']}>
            {say('table.people')}
          </th>
          <th scope="col">{say('table.confirmation')}</th>
          <th scope="col" className={classes['num']}>
            {say('table.news')}
          </th>
          <th scope="col" className={classes['num']}>
            {say('table.after')}
          </th>
          <th scope="col" className={classes['num']}>
            {say('table.claimedAfter')}
          </th>
          <th scope="col" className={classes['num']}>
            {say('table.feltAfter')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ benefit, step }) => {
          const values = valuesAt(timeline, dayOf(step.on));
          return (
            <tr key={step.id} data-claimed={step.confirmation === 'claimed'}>
              <td>{writeDay(step.on, locale)}</td>
              <th scope="row">
                <button type="button" onClick={() => onOpen(benefit, step)}>
                  {benefit.title}
                </button>
              </th>
              <td>{amountOf(step, voice)}</td>
              <td className={classes['num']}>{step.people ?? ''}</td>
              <td>{say(`confirmation.${step.confirmation}`)}</td>
              <td className={classes['num']}>
                {step.news > 0
                  ? money(step.news)
                  : step.claimed_news > 0
                    ? `(${money(step.claimed_news)})`
                    : ''}
              </td>
              <td className={classes['num']}>{writeMoney(form, values.proved)}</td>
              <td className={classes['num']}>{writeMoney(form, values.proved + values.claimed)}</td>
              <td className={classes['num']}>
                {writeMoney(form, feltAt(felt, dayOf(step.on), timeline.half_life_days))}
              </td>
            </tr>
          );
        })}
        <tr className={classes['today']}>
          <td>{writeDay(timeline.today, locale)}</td>
          <th scope="row" colSpan={5}>
            {say('table.today')}
          </th>
          <td className={classes['num']}>{writeMoney(form, now.proved)}</td>
          <td className={classes['num']}>{writeMoney(form, now.proved + now.claimed)}</td>
          <td className={classes['num']}>{writeMoney(form, now.felt)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Lists the benefits with their steps and how far each is confirmed. */
export function BenefitTable({ timeline, voice, onOpen }: ValueTableProps) {
  const { say } = voice;
  return (
    <table className={classes['table']}>
      <caption>{say('table.benefits')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('table.dimension')}</th>
          <th scope="col">{say('table.benefit')}</th>
          <th scope="col">{say('table.group')}</th>
          <th scope="col" className={classes['num']}>
            {say('table.people')}
          </th>
          <th scope="col" className={classes['num']}>
            {say('table.today')}
          </th>
          <th scope="col" className={classes['num']}>
            {say('table.claimedAfter')}
          </th>
          <th scope="col">{say('benefit.steps')}</th>
        </tr>
      </thead>
      <tbody>
        {timeline.lanes.flatMap((lane) =>
          lane.benefits.map((benefit) => (
            <BenefitRow key={benefit.id} benefit={benefit} voice={voice} onOpen={onOpen} />
          )),
        )}
      </tbody>
    </table>
  );
}

function BenefitRow(props: { benefit: Benefit; voice: Voice; onOpen: ValueTableProps['onOpen'] }) {
  const { benefit, voice, onOpen } = props;
  const { say, form } = voice;
  const words = say(benefit.in_force ? 'benefit.inForce' : 'benefit.notInForce');
  return (
    <tr data-at={`benefit.${benefit.id}`} data-claimed={!benefit.proved} title={words}>
      <td>
        <i style={{ background: dimensionColor(benefit.dimension) }} />
        {dimensionName(benefit.dimension, say)}
      </td>
      <th scope="row">
        <button type="button" onClick={() => onOpen(benefit, null)}>
          {benefit.title}
        </button>
      </th>
      <td>{benefit.group}</td>
      <td className={classes['num']}>{benefit.people > 0 ? benefit.people : ''}</td>
      <td className={classes['num']}>{writeMoney(form, benefit.proved_now)}</td>
      <td className={classes['num']}>{writeMoney(form, benefit.claimed_now)}</td>
      <td>
        {benefit.steps
          .map((s) => `${amountOf(s, voice)} (${say(`confirmation.${s.confirmation}`)})`)
          .join(', ')}
      </td>
    </tr>
  );
}
