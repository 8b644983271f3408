import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { useFormat } from '@/state';
import classes from './Preview.module.css';
import { PreviewTable } from './PreviewTable';
import { RowDetail } from './RowDetail';

const statuses = ['', 'new', 'changed', 'same', 'refused'] as const;

/** A list of the preview: the rows of a status, or those that leave a question open. */
type Tab = (typeof statuses)[number] | imports.QuestionKind;

const isStatus = (tab: Tab): tab is (typeof statuses)[number] =>
  (statuses as readonly string[]).includes(tab);

/** Draws what would happen to each row, by what would happen. */
export function Preview(props: { plan: imports.ImportPlan; stamp: number; busy: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { plan } = props;
  const [tab, setTab] = useState<Tab>('');
  const [open, setOpen] = useState<number>();
  const planned = plan.new + plan.changed + plan.same + plan.refused;
  const counts = {
    '': planned,
    new: plan.new,
    changed: plan.changed,
    same: plan.same,
    refused: plan.refused,
  };
  const asked = plan.questions.map(({ kind }) => kind);
  const at = isStatus(tab) || asked.includes(tab) ? tab : '';
  return (
    <section className={classes['preview']} aria-label={t('preview')} aria-busy={props.busy}>
      <div role="tablist" aria-label={t('preview')} className={classes['tabs']}>
        {statuses.map((one) => (
          <TabButton
            key={one}
            chosen={at === one}
            tone={toneOf(one, counts[one])}
            onChoose={() => setTab(one)}
          >
            <b>{format.number(counts[one])}</b> {t(one === '' ? 'all' : `status.${one}`)}
          </TabButton>
        ))}
        {plan.questions.map(({ kind, count }) => (
          <TabButton
            key={kind}
            chosen={at === kind}
            tone={classes['ask'] ?? ''}
            onChoose={() => setTab(kind)}
          >
            <b>{format.number(count)}</b>{' '}
            {t(kind === 'later_end' ? 'asks.later_end' : 'asks.lower_amount')}
          </TabButton>
        ))}
        {props.busy && (
          <span role="status" className={classes['busy']}>
            {t('busy')}
          </span>
        )}
      </div>
      <div
        id="import-preview"
        role="tabpanel"
        aria-label={t('preview')}
        className={classes['rows']}
      >
        <PreviewTable
          key={`${at}`}
          plan={plan}
          stamp={props.stamp}
          status={isStatus(at) ? at : ''}
          question={isStatus(at) ? '' : at}
          onOpen={(row) => setOpen(row.place)}
        />
      </div>
      <RowDetail place={open} stamp={props.stamp} onClose={() => setOpen(undefined)} />
    </section>
  );
}

function TabButton(props: {
  chosen: boolean;
  tone: string;
  onChoose: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={props.chosen}
      aria-controls="import-preview"
      className={`${classes['tab']} ${props.tone}`}
      onClick={props.onChoose}
    >
      {props.children}
    </button>
  );
}

function toneOf(status: imports.RowStatus | '', count: number): string {
  if (count === 0) return '';
  if (status === 'new') return classes['good'] ?? '';
  return status === 'refused' ? (classes['bad'] ?? '') : '';
}
