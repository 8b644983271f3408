// The parts that screens are made of. They know no customer-success words.
export { Avatar } from './Avatar';
export { Button, type ButtonProps } from './Button';
export { Chip } from './Chip';
export {
  type Choosing,
  type DataColumn,
  DataTable,
  type DataTableProps,
  type GroupHeadLine,
  type Sorting,
} from './DataTable';
export { DateField, type DateFieldProps } from './DateField';
export { Dialog } from './Dialog';
export { EmptyState } from './EmptyState';
export { PageHead } from './PageHead';
export { Segmented, type SegmentedOption } from './Segmented';
export { Hatch, SparkLine, type SparkLineProps } from './SparkLine';
export { Figure, type FigureProps, Strip } from './Strip';
export { type SumLine, Sums } from './Sums';
export { type ToastMessage, ToastProvider, useToast } from './Toast';
export { Trend, type TrendShape } from './Trend';
export { Why } from './Why';
