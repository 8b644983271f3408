import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Header } from '@/api/account';
import { OverruleDialog } from '@/roads';
import classes from './AccountHeader.module.css';
import { useSay } from './value/hooks';
import { WhyFigure } from './WhyFigure';

const client = ['new', 'growing', 'renewal', 'cancelled'];
const provider = ['integrating', 'tending', 'harvesting', 'saving'];

/** Draws the two roads: the client's phase as a disc on the upper line, ours as a square on the lower. */
export function Roads({ header }: { header: Header }) {
  const say = useSay();
  const { t } = useTranslation('ways');
  const [overruling, setOverruling] = useState(false);
  const isSet = header.client_derived !== '' || header.provider_derived !== '';
  const theirs = say(`phase.${header.client_phase}`);
  const ours = say(`phase.${header.provider_phase}`);
  const odd = header.phase_mismatch.join(' ');
  return (
    <div
      className={classes['roads']}
      title={odd === '' ? say('header.roads', { client: theirs, us: ours }) : odd}
    >
      <svg
        width="56"
        height="26"
        role="img"
        aria-label={say('header.roads', { client: theirs, us: ours })}
      >
        <Road at={client.indexOf(header.client_phase)} y={5} square={false} />
        <Road at={provider.indexOf(header.provider_phase)} y={21} square />
        {odd !== '' && (
          <path
            d="M22 11h12M22 15h12M31.5 8l-7 10"
            stroke="var(--amber-mark)"
            strokeWidth="1.5"
            fill="none"
          />
        )}
      </svg>
      <div>
        <p>
          <WhyFigure account={header.id} figure="client_phase" title={say('header.clientPhase')}>
            {theirs}
          </WhyFigure>
        </p>
        <p>
          <WhyFigure account={header.id} figure="provider_phase" title={say('header.ourPhase')}>
            {ours}
          </WhyFigure>
        </p>
      </div>
      {header.client_phase !== 'cancelled' && (
        <button
          type="button"
          className={classes['overrule']}
          data-set={isSet}
          aria-label={t(isSet ? 'overrule.isSet' : 'overrule.save')}
          title={[t('overrule.save'), header.client_reason, header.provider_reason]
            .filter((one) => one !== '')
            .join(' ')}
          onClick={() => setOverruling(true)}
        >
          {isSet ? t('overrule.isSet') : <IconPencil size={13} stroke={1.7} aria-hidden />}
        </button>
      )}
      <OverruleDialog
        account={
          overruling
            ? { ...header, client: header.client_phase, provider: header.provider_phase }
            : undefined
        }
        onClose={() => setOverruling(false)}
      />
      {odd !== '' && <span className="visually-hidden">{`${say('header.mismatch')}: ${odd}`}</span>}
    </div>
  );
}

function Road({ at, y, square }: { at: number; y: number; square: boolean }) {
  const x = (i: number) => 4 + 16 * i;
  return (
    <g>
      <line x1={x(0)} x2={x(3)} y1={y} y2={y} stroke="var(--line-2)" strokeWidth="1.5" />
      <line
        x1={x(0)}
        x2={x(Math.max(at, 0))}
        y1={y}
        y2={y}
        stroke="var(--ink-2)"
        strokeWidth="1.5"
      />
      {[0, 1, 2, 3].map((i) => (
        <circle
          key={i}
          cx={x(i)}
          cy={y}
          r="1.6"
          fill={i <= at ? 'var(--ink-2)' : 'var(--line-2)'}
        />
      ))}
      {at >= 0 && square && (
        <rect x={x(at) - 3.6} y={y - 3.6} width="7.2" height="7.2" rx="1" fill="var(--ink)" />
      )}
      {at >= 0 && !square && <circle cx={x(at)} cy={y} r="4" fill="var(--ink)" />}
    </g>
  );
}
