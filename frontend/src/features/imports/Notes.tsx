import { useTranslation } from 'react-i18next';
import type { imports } from '@/api';
import { inWords } from '@/i18n/words';
import { useFormat } from '@/state';
import classes from './Imports.module.css';

/** Draws what deserves a look: how something was read, what was left out. */
export function Notes({ notes, more }: { notes: readonly imports.ImportNote[]; more: number }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="import-notes">
      <h3 id="import-notes" className={classes['notesHead']}>
        {t('notes')}
      </h3>
      <ul className={classes['notes']}>
        {notes.map((note) => {
          const row = format.number(note.row);
          const text = inWords(note.text);
          const words =
            note.file !== ''
              ? t('noteFile', { file: note.file, row, text })
              : note.row > 0
                ? t('noteRow', { row, text })
                : text;
          return <li key={`${note.file}/${note.row}/${note.text}`}>{words}</li>;
        })}
        {more > 0 && <li>{t('moreNotes', { count: more })}</li>}
      </ul>
    </section>
  );
}
