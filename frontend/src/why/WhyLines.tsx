import type { ReactNode } from 'react';
import classes from './Why.module.css';

/** One line of an arithmetic; `onOpen` leads to the record behind it. */
export interface WhyLine {
  key: string;
  label: string;
  /** What stands under the label, smaller: how the amount came about. */
  detail?: string | undefined;
  value: string;
  total?: boolean;
  onOpen?: (() => void) | undefined;
}

/** Draws an arithmetic as a table; labels with a record behind them open it. */
export function WhyLines({ lines, caption }: { lines: readonly WhyLine[]; caption?: ReactNode }) {
  return (
    <table className={classes['lines']}>
      {caption !== undefined && <caption>{caption}</caption>}
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} data-total={line.total === true}>
            <th scope="row">
              {line.onOpen === undefined ? (
                line.label
              ) : (
                <button type="button" className={classes['open']} onClick={line.onOpen}>
                  {line.label}
                </button>
              )}
              {line.detail !== undefined && line.detail !== '' && (
                <span className={classes['detail']}>{line.detail}</span>
              )}
            </th>
            <td>{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
