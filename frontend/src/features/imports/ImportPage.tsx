import { IconFile } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { imports, toProblem } from '@/api';
import { fileName } from '@/lib/names';
import { useFormat, useWrite } from '@/state';
import { Button, PageHead } from '@/ui';
import { Columns } from './Columns';
import { Drop } from './Drop';
import { Found } from './Found';
import classes from './Imports.module.css';
import { Preview } from './Preview';

const nothing: imports.ImportRequest = { path: '', as: '', map: {}, currency: '', date_order: '' };

/** Draws the import of a file: what it is, where its columns go, what would be written. */
export function ImportPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('imports');
  const [request, setRequest] = useState(nothing);
  const plan = useQuery({
    queryKey: ['import', request],
    queryFn: () => imports.inspect(request),
    enabled: request.path !== '',
    placeholderData: keepPreviousData,
    // What would be written depends on what is there: a plan is never old news.
    gcTime: 0,
  });
  if (request.path === '' || plan.data === undefined) {
    return (
      <div className={classes['page']}>
        <PageHead title={t('title')} />
        {plan.isError && (
          <p role="alert" className={classes['problem']}>
            {plan.error.message}
          </p>
        )}
        <Drop busy={plan.isFetching} onFile={(path) => setRequest({ ...nothing, path })} />
      </div>
    );
  }
  return (
    <div className={classes['page']}>
      <PageHead title={t('title')}>
        <span className={classes['file']}>
          <IconFile size={14} stroke={1.6} aria-hidden />
          {fileName(plan.data.path)}
          <FileSize bytes={plan.data.size} />
        </span>
        <Button look="quiet" onClick={() => setRequest(nothing)}>
          {t('anotherFile')}
        </Button>
      </PageHead>
      <Found plan={plan.data} request={request} onChange={setRequest} />
      <div className={classes['body']}>
        <Columns
          plan={plan.data}
          onMap={(column, field) =>
            setRequest({ ...request, map: { ...request.map, [column]: field } })
          }
        />
        <Preview plan={plan.data} stamp={plan.dataUpdatedAt} />
      </div>
      <Bar plan={plan.data} busy={plan.isFetching} onDone={onDone} />
    </div>
  );
}

function FileSize({ bytes }: { bytes: number }) {
  const format = useFormat();
  const text =
    bytes < 1_000_000
      ? `${format.number(Math.max(1, bytes / 1000))} KB`
      : `${format.number(bytes / 1_000_000, 1)} MB`;
  return <span style={{ color: 'var(--ink-3)' }}>{text}</span>;
}

/** Says what will be written, and that nothing is yet; holds the one primary action. */
function Bar(props: { plan: imports.ImportPlan; busy: boolean; onDone: () => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const write = useWrite();
  const [writing, setWriting] = useState(false);
  const [problem, setProblem] = useState('');
  const { plan } = props;
  const good = plan.new + plan.changed;
  const apply = async () => {
    setWriting(true);
    try {
      await write(imports.apply, t('done', { count: good, file: fileName(plan.path) }));
      props.onDone();
    } catch (cause) {
      setProblem(toProblem(cause).message);
      setWriting(false);
    }
  };
  const words =
    good === 0
      ? t('nothingToWrite')
      : t('willWrite', {
          count: good,
          new: format.number(plan.new),
          changed: format.number(plan.changed),
        });
  return (
    <div className={classes['bar']}>
      <span role="status">{problem || plan.problem || words}</span>
      {plan.refused > 0 && (
        <Button
          onClick={() =>
            void imports.saveRefused().catch((cause) => setProblem(toProblem(cause).message))
          }
        >
          {t('saveRefused', { count: plan.refused })}
        </Button>
      )}
      <Button
        look="primary"
        disabled={good === 0 || plan.problem !== '' || props.busy || writing}
        onClick={() => void apply()}
      >
        {writing ? t('writing') : t('apply', { count: good })}
      </Button>
    </div>
  );
}
