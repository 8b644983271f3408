import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { library as api } from '@/api';
import type { StoryFile } from '@/api/library';
import { useFormat } from '@/state';
import { Chip, Dialog } from '@/ui';
import classes from './Library.module.css';
import { audiences } from './view';

/** Answers "which numbers did we show them?": the files that were made of a story. */
export function FilesDialog(props: { story: string; title: string; onClose: () => void }) {
  const { t } = useTranslation('library');
  const files = useQuery({
    queryKey: ['library', 'files', props.story],
    queryFn: () => api.files(props.story),
  });
  return (
    <Dialog opened onClose={props.onClose} title={t('files.title')} size="56rem">
      <p className={classes['of']}>{t('files.of', { title: props.title })}</p>
      {files.error !== null && <p role="alert">{files.error.message}</p>}
      {files.data?.length === 0 && <p className={classes['of']}>{t('files.none')}</p>}
      {files.data !== undefined && files.data.length > 0 && <Files files={files.data} />}
    </Dialog>
  );
}

function Files({ files }: { files: StoryFile[] }) {
  const { t } = useTranslation('library');
  const { date, moment } = useFormat();
  return (
    <section
      aria-label={t('files.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      className={classes['files']}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('files.at')}</th>
            <th scope="col">{t('files.by')}</th>
            <th scope="col">{t('files.file')}</th>
            <th scope="col">{t('audience.label')}</th>
            <th scope="col">{t('files.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <td title={moment(file.at)}>{date(file.at.slice(0, 10))}</td>
              <td>{file.by}</td>
              <th scope="row">
                {file.file_name}
                <small>
                  {[formatName(file.format, t), file.template].filter(Boolean).join(', ')}
                </small>
              </th>
              <td>{audiences.includes(file.audience) && t(`audience.${file.audience}`)}</td>
              <td>
                <code title={file.hash}>{file.hash.slice(0, 8)}</code>
                {file.as_told && <Chip tone="good">{t('files.asTold')}</Chip>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const formats = ['pptx', 'pdf', 'docx', 'html', 'md'] as const;

function formatName(
  format: string,
  t: (key: `files.format.${(typeof formats)[number]}`) => string,
) {
  const known = formats.find((one) => one === format);
  return known === undefined ? format : t(`files.format.${known}`);
}
