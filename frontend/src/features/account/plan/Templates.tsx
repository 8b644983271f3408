import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { plan as api, toProblem } from '@/api';
import type { PlanTemplate } from '@/api/plan';
import { useOnce, useWrite } from '@/state';
import { Button, DateField } from '@/ui';
import { usePlan } from './context';
import { Edit } from './Edit';
import { Labelled } from './Labelled';
import classes from './Templates.module.css';

/**
 * Offers the plans that come with the program and the workspace's own. One of them fills
 * the empty plan that is given, or becomes a plan beside the others.
 */
export function Templates(props: { plan: string; onMade: (plan: string) => void }) {
  const { page, say, locale } = usePlan();
  const write = useWrite();
  const group = useId();
  const [chosen, setChosen] = useState('');
  const [start, setStart] = useState(page.today);
  const [wrong, setWrong] = useState({ field: '', message: '' });
  const found = useQuery({
    queryKey: ['templates', locale],
    queryFn: () => api.templates(locale),
  });
  const list = found.data ?? [];
  const template = list.find((one) => one.id === chosen) ?? list[0];
  const make = useOnce(async () => {
    if (template === undefined) return;
    try {
      setWrong({ field: '', message: '' });
      const made = await write(
        () =>
          api.applyTemplate({
            account: page.account,
            plan: props.plan,
            template: template.id,
            start,
            locale,
          }),
        say('template.made', { name: template.name }),
      );
      props.onMade(made.id);
    } catch (cause) {
      const { field, message } = toProblem(cause);
      setWrong({ field, message });
    }
  });
  if (found.error !== null) return <p role="alert">{found.error.message}</p>;
  return (
    <section className={classes['templates']} aria-label={say('template.title')}>
      <h3>{say('template.title')}</h3>
      <p className={classes['help']}>{say('template.help')}</p>
      <div role="radiogroup" aria-label={say('template.choose')} className={classes['list']}>
        {list.map((one) => (
          <Choice
            key={one.id}
            group={group}
            template={one}
            chosen={one === template}
            onChoose={() => setChosen(one.id)}
          />
        ))}
      </div>
      <div className={classes['foot']}>
        <Labelled
          label={say('template.start')}
          error={wrong.field === 'start' || wrong.field === 'plan' ? wrong.message : ''}
        >
          {(field) => <DateField {...field} today={page.today} value={start} onChange={setStart} />}
        </Labelled>
        <Button look="primary" disabled={template === undefined} onClick={() => void make()}>
          {template === undefined
            ? say('template.title')
            : say('template.make', { name: template.name })}
        </Button>
      </div>
    </section>
  );
}

function Choice(props: {
  group: string;
  template: PlanTemplate;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { say } = usePlan();
  const { template, chosen } = props;
  const id = useId();
  return (
    <div className={classes['choice']} data-chosen={chosen}>
      <input
        type="radio"
        id={id}
        name={props.group}
        checked={chosen}
        data-autofocus={chosen ? true : undefined}
        aria-describedby={`${id}-about`}
        onChange={props.onChoose}
      />
      <div>
        <label htmlFor={id}>{template.name}</label>
        <p id={`${id}-about`} className={classes['about']}>
          {template.about}{' '}
          {say('template.counts', {
            outcomes: say('template.outcomes', { count: template.outcomes.length }),
            measures: say('template.measures', { count: template.measures }),
            milestones: say('template.milestones', { count: template.milestones }),
            days: say('template.days', { count: template.days }),
          })}
        </p>
        {chosen && (
          <ul>
            {template.outcomes.map((statement) => (
              <li key={statement}>{statement}</li>
            ))}
          </ul>
        )}
      </div>
      {template.own && <Manage template={template} />}
    </div>
  );
}

/** Renames or deletes one of the workspace's own templates. */
function Manage({ template }: { template: PlanTemplate }) {
  const { say, locale } = usePlan();
  const write = useWrite();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    return (
      <Edit
        fresh
        label={say('template.rename', { name: template.name })}
        value={template.name}
        placeholder={say('template.name')}
        locale={locale}
        onSave={(name) =>
          write(() => api.renameTemplate(template.id, name), say('template.renamed', { name }))
        }
        onLeave={() => setRenaming(false)}
      />
    );
  }
  return (
    <span className={classes['manage']}>
      <button
        type="button"
        aria-label={say('template.rename', { name: template.name })}
        title={say('template.rename', { name: template.name })}
        onClick={() => setRenaming(true)}
      >
        <IconPencil size={14} stroke={1.6} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={say('template.delete', { name: template.name })}
        title={say('template.delete', { name: template.name })}
        onClick={() => {
          // What fails is shown by the write itself.
          void write(
            () => api.deleteTemplate(template.id),
            say('template.deleted', { name: template.name }),
          ).catch(() => undefined);
        }}
      >
        <IconTrash size={14} stroke={1.6} aria-hidden />
      </button>
    </span>
  );
}
