import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { alignment as api } from '@/api';
import { EmptyState, PageHead, Segmented } from '@/ui';
import classes from './Alignment.module.css';
import { SignsView } from './SignsView';
import { TypesView } from './TypesView';
import { ValuesView } from './ValuesView';
import { type AlignmentSearch, parts } from './view';

/** What the alignment tells the shell. */
export interface AlignmentPageProps {
  search: AlignmentSearch;
  onSearch: (search: AlignmentSearch) => void;
  onOpen: (accountId: string) => void;
  /** The switch between the ways to see the portfolio. */
  ways?: ReactNode;
}

/** Draws the alignment: what drives clients, and which signs of it indicate something. */
export function AlignmentPage(props: AlignmentPageProps) {
  const { search, onSearch } = props;
  const { t } = useTranslation('alignment');
  const { t: common } = useTranslation('common');
  const page = useQuery({
    queryKey: ['alignment', search.outcome],
    queryFn: () => api.page(search.outcome),
    placeholderData: (before) => before,
  });
  const readOnly = page.data?.read_only ?? true;
  if (page.error !== null) {
    return (
      <EmptyState title={common('failed')} alert>
        {page.error.message}
      </EmptyState>
    );
  }
  return (
    <div className={classes['page']}>
      <PageHead title={t('title')}>{props.ways}</PageHead>
      <div className={classes['bar']}>
        <Segmented
          label={t('part.label')}
          value={search.part}
          options={parts.map((part) => ({ value: part, label: t(`part.${part}`) }))}
          onChange={(part) => onSearch({ ...search, part })}
        />
        {search.part !== 'values' && (
          <Segmented
            label={t('outcome.label')}
            value={search.outcome}
            options={[
              { value: 'retention', label: t('outcome.retention') },
              { value: 'action', label: t('outcome.action') },
            ]}
            onChange={(outcome) => onSearch({ ...search, outcome })}
          />
        )}
      </div>
      {page.data !== undefined && search.part === 'signs' && (
        <SignsView
          page={page.data}
          outcome={search.outcome}
          onOpen={props.onOpen}
          onFill={(sign) => onSearch({ ...search, part: 'values', sign })}
        />
      )}
      {page.data !== undefined && search.part === 'values' && (
        <ValuesView page={page.data} sign={search.sign ?? ''} readOnly={readOnly} />
      )}
      {search.part === 'types' && <TypesView outcome={search.outcome} />}
    </div>
  );
}
