import classes from './Sums.module.css';

/** One line of an arithmetic. */
export interface SumLine {
  label: string;
  value: string;
  total?: boolean;
}

/** Draws the arithmetic behind a figure as a table. */
export function Sums({ lines }: { lines: readonly SumLine[] }) {
  return (
    <table className={classes['sums']}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label} data-total={line.total === true}>
            <th scope="row">{line.label}</th>
            <td>{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
