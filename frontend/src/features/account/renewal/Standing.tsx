import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewals as api } from '@/api';
import type { Gate, Reason, Renewal } from '@/api/renewals';
import { Form } from '@/form';
import { verdictLook } from '@/lib/verdict';
import { useFormat, useWrite } from '@/state';
import { Button, Segmented } from '@/ui';
import { Labelled } from '../plan/Labelled';
import classes from './Renewal.module.css';
import { inputOf } from './renewal';

/** Draws the call beside what the records say, each gate's, and takes a new one. */
export function Standing({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const [calling, setCalling] = useState(false);
  const isOpen = renewal.result === 'open';
  const now = renewal.gates.find((gate) => gate.now);
  const early = isOpen && renewal.gate === 0;
  const firstGate = useFormat().date(renewal.first_gate);
  return (
    <section aria-labelledby="renewal-standing">
      <h3 id="renewal-standing">{t('standing.title')}</h3>
      {isOpen && <Beside renewal={renewal} />}
      {renewal.disagrees !== '' && (
        <p className={classes['differ']}>
          <IconArrowsDiff size={14} stroke={1.8} aria-hidden />
          {t(`disagrees.${renewal.disagrees}`)}
        </p>
      )}
      <Gates renewal={renewal} />
      {early && <p className={classes['quiet']}>{t('standing.early', { day: firstGate })}</p>}
      {isOpen && !early && !renewal.read_only && !calling && (
        <Button
          data-at="renewal-call"
          size="small"
          look={now?.call === '' ? 'primary' : 'plain'}
          onClick={() => setCalling(true)}
        >
          {t(now?.call === '' ? 'standing.decide' : 'standing.again')}
        </Button>
      )}
      {calling && <CallForm renewal={renewal} onClose={() => setCalling(false)} />}
    </section>
  );
}

/** Draws the two side by side, and why the records say what they say. */
function Beside({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  const signal = t(`signal.${renewal.signal}`);
  return (
    <div className={classes['beside']}>
      <div>
        <p className={classes['quiet']}>{t('standing.call')}</p>
        <p className={classes['big']} data-word={renewal.call}>
          {renewal.call === '' ? t('standing.none') : t(`call.${renewal.call}`)}
        </p>
      </div>
      <div>
        <p className={classes['quiet']}>{t('standing.records')}</p>
        <p className={classes['big']} data-word={renewal.signal}>
          {signal}
        </p>
        <details className={classes['fold']}>
          <summary>{t('standing.why', { signal })}</summary>
          <Reasons renewal={renewal} />
        </details>
      </div>
    </div>
  );
}

function Reasons({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation(['renewals', 'overview', 'common']);
  if (renewal.reasons.length === 0) {
    return (
      <p className={classes['quiet']}>
        {t(
          renewal.signal === 'not yet known'
            ? 'renewals:standing.unknown'
            : 'renewals:standing.clear',
        )}
      </p>
    );
  }
  const words = (reason: Reason): string => {
    switch (reason.kind) {
      case 'flag':
        return t(`overview:flag.${reason.name as 'champion_left'}`);
      case 'verdict':
        return t('renewals:standing.verdict', {
          verdict: t(`common:${verdictLook(reason.name).key}`).toLowerCase(),
        });
      default:
        return t('renewals:standing.readiness', { holds: reason.count, of: reason.of });
    }
  };
  return (
    <ul className={classes['plain']}>
      {renewal.reasons.map((reason) => (
        <li key={`${reason.kind}${reason.name}`}>
          {words(reason)}
          <span className={classes['quiet']}>
            {reason.title !== '' && `: ${reason.title}`}
            {reason.severity > 0 && `, ${t('renewals:standing.weight', { n: reason.severity })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Draws each gate with its call, the reason given, and what the records said then. */
function Gates({ renewal }: { renewal: Renewal }) {
  const { t } = useTranslation('renewals');
  return (
    <ol className={classes['gates']} aria-label={t('standing.gates')}>
      {renewal.gates.map((gate) => (
        <li key={gate.days_before} data-now={gate.now} data-reached={gate.reached}>
          <b>{t('standing.gate', { count: gate.days_before })}</b>
          <GateWords gate={gate} />
        </li>
      ))}
    </ol>
  );
}

function GateWords({ gate }: { gate: Gate }) {
  const { t } = useTranslation('renewals');
  const { dayAndMonth } = useFormat();
  if (gate.call === '') {
    return (
      <span className={classes['quiet']}>
        {gate.reached ? t('standing.missed') : t('standing.coming', { day: dayAndMonth(gate.on) })}
      </span>
    );
  }
  return (
    <span>
      <span className={classes['word']} data-word={gate.call}>
        {t(`call.${gate.call}`)}
      </span>{' '}
      <span className={classes['quiet']}>
        {t('standing.by', {
          name: gate.decided_by,
          day: dayAndMonth(gate.decided_on),
          signal: t(`signal.${gate.signal}`),
        })}
      </span>
      {gate.disagrees !== '' && (
        <span className={classes['mark']} title={t(`disagrees.${gate.disagrees}`)}>
          <IconArrowsDiff size={13} stroke={1.8} aria-hidden />
          <span className="visually-hidden">{t(`disagrees.${gate.disagrees}`)}</span>
        </span>
      )}
      {gate.reason !== '' && <span className={classes['reason']}>{gate.reason}</span>}
    </span>
  );
}

function CallForm({ renewal, onClose }: { renewal: Renewal; onClose: () => void }) {
  const { t } = useTranslation('renewals');
  const write = useWrite();
  const calls = renewal.may_watch
    ? (['on track', 'at risk', 'monitor'] as const)
    : (['on track', 'at risk'] as const);
  const before = calls.find((one) => one === renewal.call);
  const risky = renewal.signal === 'at risk' || renewal.signal === 'critical';
  const [call, setCall] = useState<(typeof calls)[number]>(
    before ?? (risky ? 'at risk' : 'on track'),
  );
  const [reason, setReason] = useState('');
  return (
    <Form
      label={t('standing.decide')}
      save={t('standing.save')}
      onClose={onClose}
      onSave={() =>
        write(
          () => api.decide({ renewal: inputOf(renewal), call, reason }),
          t('called', { call: t(`call.${call}`) }),
        )
      }
    >
      {(wrong) => (
        <>
          <Segmented
            label={t('standing.call')}
            value={call}
            options={calls.map((value) => ({ value, label: t(`call.${value}`) }))}
            onChange={setCall}
          />
          {!renewal.may_watch && <p className={classes['quiet']}>{t('standing.noMonitor')}</p>}
          <Labelled
            className={classes['wide']}
            label={t('standing.reason')}
            error={wrong('reason') ?? wrong('call') ?? ''}
          >
            {(field) => (
              <input
                {...field}
                value={reason}
                placeholder={t('standing.reasonHint')}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </Labelled>
        </>
      )}
    </Form>
  );
}
