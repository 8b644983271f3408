/** Holds the views of the portfolio's ways against the generated ones, as contract.ts does the others. */
import type { Held, SameNames } from './contract';
import type { desktop } from './wailsjs/go/models';
import type {
  OpenMessage,
  OverruleInput,
  Reckoning,
  ReplyMonth,
  ReplyRecord,
  ReplySum,
  RoadCell,
  RoadMap,
  RoadQuery,
  RoadRow,
  RoadRows,
  Sale,
  SaleAccount,
  Unpriced,
} from './ways';

/** One line a view: ours, theirs. */
export type ContractWays = [
  Held<SameNames<Reckoning, desktop.ReckoningView>>,
  Held<SameNames<Sale, desktop.SaleView>>,
  Held<SameNames<SaleAccount, desktop.SaleAccountView>>,
  Held<SameNames<Unpriced, desktop.UnpricedView>>,
  Held<SameNames<ReplySum, desktop.ReplySumView>>,
  Held<SameNames<ReplyRecord, desktop.ReplyRecordView>>,
  Held<SameNames<ReplyMonth, desktop.ReplyMonthView>>,
  Held<SameNames<OpenMessage, desktop.OpenMessageView>>,
  Held<SameNames<RoadMap, desktop.RoadsView>>,
  Held<SameNames<RoadCell, desktop.RoadCellView>>,
  Held<SameNames<RoadRow, desktop.RoadRowView>>,
  Held<SameNames<RoadQuery, desktop.RoadsQuery>>,
  Held<SameNames<RoadRows, desktop.RoadRowsView>>,
  Held<SameNames<OverruleInput, desktop.OverruleInput>>,
];
