import { IconPlus, IconTable } from '@tabler/icons-react';
import type { Timeline } from '@/api/value';
import { Button, Segmented } from '@/ui';
import type { Day } from '../days';
import type { MarkShape } from '../lanes';
import type { Span } from '../scale';
import type { Voice } from '../words';
import { Legend } from './Legend';
import { Readout } from './Readout';
import classes from './Toolbar.module.css';

/** What the bar above the picture shows and tells. */
export interface ToolbarProps {
  timeline: Timeline;
  voice: Voice;
  day: Day;
  met: MarkShape | null;
  /** The span shown; 'zoomed' after the brush. */
  span: Span | 'zoomed';
  onSpan: (span: Span) => void;
  view: 'picture' | 'table';
  onView: (view: 'picture' | 'table') => void;
  onAdd: () => void;
}

/** Draws the readout, the legend, the time shown, picture or table, and the button that adds a benefit. */
export function Toolbar(props: ToolbarProps) {
  const { timeline, voice, day, met, span, onSpan, view, onView, onAdd } = props;
  const { say } = voice;
  const spans = (['all', 'term', 'year'] as const).filter(
    (s) => s !== 'term' || timeline.term_from !== '',
  );
  return (
    <div className={classes['toolbar']}>
      <Readout timeline={timeline} day={day} met={met} voice={voice} />
      {view === 'picture' && <Legend say={say} />}
      {view === 'picture' && (
        <Segmented
          label={say('chart.spans')}
          value={span}
          options={[
            ...spans.map((value) => ({ value, label: say(`chart.${value}`) })),
            ...(span === 'zoomed'
              ? [{ value: 'zoomed' as const, label: say('chart.zoomed') }]
              : []),
          ]}
          onChange={(value) => value !== 'zoomed' && onSpan(value)}
        />
      )}
      <Button
        size="small"
        aria-pressed={view === 'table'}
        icon={<IconTable size={13} stroke={1.6} aria-hidden />}
        onClick={() => onView(view === 'table' ? 'picture' : 'table')}
      >
        {say('chart.table')}
      </Button>
      <Button
        size="small"
        data-at="benefit"
        icon={<IconPlus size={13} stroke={1.7} aria-hidden />}
        onClick={onAdd}
      >
        {say('benefit.add')} <kbd>B</kbd>
      </Button>
    </div>
  );
}
