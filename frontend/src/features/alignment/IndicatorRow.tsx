import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import type { Indicator } from '@/api/alignment';
import { useFormat, useWrite } from '@/state';
import { Button } from '@/ui';
import classes from './Alignment.module.css';
import { IndicatorDetail } from './IndicatorDetail';
import { Interviews } from './Interviews';
import { IndicatorForm } from './MotivationForm';
import type { SignsProps } from './SignsView';
import { effectWord, smallShare } from './words';

const marks = {
  indicates: IconCircleCheck,
  weak: IconCircleHalf2,
  'says nothing': IconCircleMinus,
  'too few': IconCircleDashed,
} as const;

/** Draws a sign in one line; it opens to its chart, how it was reckoned and what was said. */
export function IndicatorRow({
  indicator,
  handle,
  ...props
}: SignsProps & { indicator: Indicator; handle: ReactNode }) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const write = useWrite();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const { name } = indicator;
  const reading = indicator.reading as keyof typeof marks;
  const Mark = marks[reading];
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const readOnly = props.page.read_only;
  return (
    <div className={classes['sign']}>
      <div className={classes['signLine']}>
        {handle}
        <button
          type="button"
          className={classes['signOpen']}
          aria-expanded={open}
          aria-controls={id}
          aria-label={t('table.details', { name })}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={14} stroke={1.8} aria-hidden />
          <span>
            <b>{name}</b>
            <small>
              {t(`kind.${indicator.kind as 'number'}`, { defaultValue: indicator.kind })}
              {indicator.nature !== '' && ` · ${t(`nature.${indicator.nature as 'internal'}`)}`}
              {indicator.source !== '' && ` · ${t('table.source', { source: indicator.source })}`}
            </small>
          </span>
        </button>
        <span className={classes['reading']} data-reading={indicator.reading}>
          <Mark size={14} stroke={1.8} aria-hidden />
          {t(`reading.${reading}`)}
        </span>
        <span className={classes['figure']}>{effectWord(indicator, t, format)}</span>
        <span className={classes['figure']}>
          {indicator.q !== null && `q ${smallShare(indicator.q, t, format)}`}
        </span>
        <span className={classes['figure']}>
          {t('table.known', { found: format.number(indicator.values) })}
        </span>
        <span className={classes['tools']}>
          {!readOnly && (
            <>
              <Button
                size="small"
                aria-label={t('table.enterOf', { name })}
                onClick={() => props.onFill(indicator.id)}
              >
                {t('table.enter')}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={t('table.editOf', { name })}
                title={t('table.edit')}
                icon={<IconPencil size={14} stroke={1.6} aria-hidden />}
                onClick={() => setEditing(true)}
              />
              <Button
                size="small"
                look="quiet"
                aria-label={t('table.removeOf', { name })}
                title={t('table.remove')}
                icon={<IconTrash size={14} stroke={1.6} aria-hidden />}
                onClick={() =>
                  void write(() => api.remove('indicator', indicator.id), t('done.removed')).catch(
                    () => undefined,
                  )
                }
              />
            </>
          )}
        </span>
      </div>
      {indicator.warnings.length > 0 && (
        <p className={classes['warnings']}>
          {indicator.warnings.map((warning) => (
            <span key={warning}>
              <IconAlertTriangle size={12} stroke={1.8} aria-hidden />
              {t(`warning.${warning as 'internal'}`)}
            </span>
          ))}
        </p>
      )}
      {editing && (
        <IndicatorForm
          fields={{
            name,
            kind: indicator.kind,
            nature: indicator.nature,
            source: indicator.source,
          }}
          onSave={async (fields) => {
            await write(
              () => api.save({ kind: 'indicator', id: indicator.id, fields }),
              t('done.saved'),
            );
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      )}
      {open && (
        <div id={id} className={classes['detail']}>
          <IndicatorDetail indicator={indicator} outcome={props.outcome} />
          {reading === 'too few' && (
            <Interviews indicator={indicator} outcome={props.outcome} onOpen={props.onOpen} />
          )}
        </div>
      )}
    </div>
  );
}
