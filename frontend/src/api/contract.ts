/**
 * Holds the views written here against those that the program's code generates: a field that one
 * side has and the other has not is an error of the compiler, at the line that names the view.
 * The views here say more than the generated ones (which words may come, what may be null).
 */
import type { Explanation, Header } from './account';
import type {
  CaptureAccount,
  CaptureField,
  CaptureFix,
  CaptureInput,
  CaptureLine,
  CaptureMeasure,
  CapturePage,
  CapturePerson,
  CaptureRecord,
} from './capture';
import type { Action as ChronicleAction, ChroniclePage, Query } from './chronicle';
import type { EvidenceInput, EvidenceItem } from './evidence';
import type { ExportFile } from './exports';
import type { Action, Screen, Undone } from './history';
import type { ImportDone, ImportPlan, ImportRequest, ImportRow } from './imports';
import type { Job } from './jobs';
import type { Check, OverviewPage, Renewal } from './overview';
import type {
  Agreement,
  BehaviorChange,
  DuplicateInput,
  Measure,
  Milestone,
  Outcome,
  PlanHead,
  PlanPage,
  PlanTemplate,
  PlanTemplateInput,
  SignInput,
} from './plan';
import type {
  AccountName,
  Behind,
  BehindAccount,
  Headline,
  PortfolioPage,
  PortfolioQuery,
  PortfolioRow,
} from './portfolio';
import type { ReadingInput, ReadingSheet, RoundInput } from './readings';
import type { Hit, Place } from './search';
import type {
  Backup,
  Backups,
  BinItem,
  BinPage,
  DimensionUse,
  Emptied,
  FileCheck,
  Licence,
  Person,
  Rate,
  Restored,
  SettingsPage,
  WorkspaceFile,
} from './settings';
import type {
  Changes,
  Claim,
  ClaimInput,
  Exported,
  Offer,
  Paragraph,
  PreviewInput,
  ProofDetail,
  Section,
  StoryPage,
} from './stories';
import type {
  Named,
  Recap,
  RecapLine,
  Replies,
  RepliesIn,
  Talk,
  TalkMonth,
  TalkPerson,
  TalksPage,
  TeamShare,
} from './talks';

import type {
  Aside,
  TodayAsk,
  TodayEvent,
  TodayNext,
  TodayPage,
  TodayQuery,
  TodayRenewal,
  TodayRow,
} from './today';

import type { Benefit, BenefitInput, Silence, Step, StepInput, Timeline } from './value';
import type { desktop } from './wailsjs/go/models';
import type {
  OpenMessage,
  Reckoning,
  ReplyMonth,
  ReplyRecord,
  ReplySum,
  Sale,
  SaleAccount,
  Unpriced,
} from './ways';
import type { Failed, Recovered, Status, WayBack } from './workspace';

/** Is true where both sides have the same field names, else the names that differ. */
type SameNames<Ours, Theirs> = [
  Exclude<keyof Ours, keyof Theirs> | Exclude<keyof Theirs, keyof Ours>,
] extends [never]
  ? true
  : Exclude<keyof Ours, keyof Theirs> | Exclude<keyof Theirs, keyof Ours>;

/** Fails to compile where a name differs. */
type Held<T extends true> = T;

/** One line a view: ours, theirs. */
export type Contract = [
  Held<SameNames<Status, desktop.StatusView>>,
  Held<SameNames<Failed, desktop.FailedView>>,
  Held<SameNames<WayBack, desktop.WayBackView>>,
  Held<SameNames<Recovered, desktop.RecoveredView>>,
  Held<SameNames<AccountName, desktop.AccountNameView>>,
  Held<SameNames<Headline, desktop.HeadlineView>>,
  Held<SameNames<PortfolioPage, desktop.PortfolioPageView>>,
  Held<SameNames<PortfolioQuery, desktop.PortfolioQuery>>,
  Held<SameNames<PortfolioRow, desktop.PortfolioRowView>>,
  Held<SameNames<Behind, desktop.AccountsBehindView>>,
  Held<SameNames<BehindAccount, desktop.AccountBehindView>>,
  Held<SameNames<Reckoning, desktop.ReckoningView>>,
  Held<SameNames<Sale, desktop.SaleView>>,
  Held<SameNames<SaleAccount, desktop.SaleAccountView>>,
  Held<SameNames<Unpriced, desktop.UnpricedView>>,
  Held<SameNames<ReplySum, desktop.ReplySumView>>,
  Held<SameNames<ReplyRecord, desktop.ReplyRecordView>>,
  Held<SameNames<ReplyMonth, desktop.ReplyMonthView>>,
  Held<SameNames<OpenMessage, desktop.OpenMessageView>>,
  Held<SameNames<Hit, desktop.HitView>>,
  Held<SameNames<Place, desktop.PlaceView>>,
  Held<SameNames<Action, desktop.ActionView>>,
  Held<SameNames<Undone, desktop.UndoneView>>,
  Held<SameNames<Screen, desktop.ScreenView>>,
  Held<SameNames<ImportRequest, desktop.ImportRequest>>,
  Held<SameNames<ImportPlan, desktop.ImportView>>,
  Held<SameNames<ImportRow, desktop.ImportRowView>>,
  Held<SameNames<ImportDone, desktop.ImportDoneView>>,
  Held<SameNames<ExportFile, desktop.ExportFileView>>,
  Held<SameNames<Job, desktop.JobView>>,
  Held<SameNames<Header, desktop.HeaderView>>,
  Held<SameNames<Explanation, desktop.WhyView>>,
  Held<SameNames<Timeline, desktop.TimelineView>>,
  Held<SameNames<Benefit, desktop.BenefitView>>,
  Held<SameNames<Step, desktop.StepView>>,
  Held<SameNames<Silence, desktop.SilenceView>>,
  Held<SameNames<BenefitInput, desktop.BenefitInput>>,
  Held<SameNames<StepInput, desktop.StepInput>>,
  Held<SameNames<OverviewPage, desktop.OverviewView>>,
  Held<SameNames<Check, desktop.CheckView>>,
  Held<SameNames<Renewal, desktop.OverviewRenewalView>>,
  Held<SameNames<ChroniclePage, desktop.ChronicleView>>,
  Held<SameNames<ChronicleAction, desktop.ChronicleActionView>>,
  Held<SameNames<Query, desktop.ChronicleQuery>>,
  Held<SameNames<PlanPage, desktop.PlanPageView>>,
  Held<SameNames<PlanHead, desktop.PlanHeadView>>,
  Held<SameNames<Outcome, desktop.OutcomeView>>,
  Held<SameNames<Measure, desktop.PlanMeasureView>>,
  Held<SameNames<BehaviorChange, desktop.BehaviorChangeView>>,
  Held<SameNames<Milestone, desktop.MilestoneView>>,
  Held<SameNames<PlanTemplate, desktop.PlanTemplateView>>,
  Held<SameNames<PlanTemplateInput, desktop.PlanTemplateInput>>,
  Held<SameNames<DuplicateInput, desktop.DuplicateInput>>,
  Held<SameNames<Agreement, desktop.AgreementView>>,
  Held<SameNames<SignInput, desktop.SignInput>>,
  Held<SameNames<ReadingSheet, desktop.ReadingSheetView>>,
  Held<SameNames<ReadingInput, desktop.ReadingInput>>,
  Held<SameNames<RoundInput, desktop.RoundInput>>,
  Held<SameNames<EvidenceItem, desktop.EvidenceItemView>>,
  Held<SameNames<EvidenceInput, desktop.EvidenceInput>>,
  Held<SameNames<StoryPage, desktop.StoryPageView>>,
  Held<SameNames<Claim, desktop.ClaimView>>,
  Held<SameNames<ClaimInput, desktop.ClaimInput>>,
  Held<SameNames<PreviewInput, desktop.PreviewInput>>,
  Held<SameNames<Changes, desktop.StoryChangesView>>,
  Held<SameNames<Offer, desktop.StoryOfferView>>,
  Held<SameNames<Section, desktop.StorySectionView>>,
  Held<SameNames<Paragraph, desktop.ParagraphView>>,
  Held<SameNames<ProofDetail, desktop.ProofDetailView>>,
  Held<SameNames<Exported, desktop.ExportedView>>,
  Held<SameNames<SettingsPage, desktop.SettingsView>>,
  Held<SameNames<Person, desktop.MemberView>>,
  Held<SameNames<Rate, desktop.RateView>>,
  Held<SameNames<Rate, desktop.RateInput>>,
  Held<SameNames<DimensionUse, desktop.DimensionUseView>>,
  Held<SameNames<Licence, desktop.LicenceView>>,
  Held<SameNames<Backup, desktop.BackupView>>,
  Held<SameNames<Backups, desktop.BackupsView>>,
  Held<SameNames<FileCheck, desktop.BackupCheckView>>,
  Held<SameNames<WorkspaceFile, desktop.FileView>>,
  Held<SameNames<Restored, desktop.RestoredView>>,
  Held<SameNames<BinItem, desktop.BinItemView>>,
  Held<SameNames<BinPage, desktop.BinView>>,
  Held<SameNames<Emptied, desktop.EmptiedView>>,
  Held<SameNames<TalksPage, desktop.TalksView>>,
  Held<SameNames<Talk, desktop.TalkView>>,
  Held<SameNames<TalkPerson, desktop.TalkPersonView>>,
  Held<SameNames<TalkMonth, desktop.TalkMonthView>>,
  Held<SameNames<TeamShare, desktop.TeamShareView>>,
  Held<SameNames<Named, desktop.NamedView>>,
  Held<SameNames<Replies, desktop.RepliesView>>,
  Held<SameNames<RepliesIn, desktop.RepliesInView>>,
  Held<SameNames<Recap, desktop.RecapView>>,
  Held<SameNames<RecapLine, desktop.RecapLineView>>,
  Held<SameNames<CaptureInput, desktop.CaptureInput>>,
  Held<SameNames<CaptureFix, desktop.CaptureFix>>,
  Held<SameNames<CapturePage, desktop.CaptureView>>,
  Held<SameNames<CaptureLine, desktop.CaptureLineView>>,
  Held<SameNames<CaptureRecord, desktop.CaptureRecordView>>,
  Held<SameNames<CaptureField, desktop.CaptureFieldView>>,
  Held<SameNames<CapturePerson, desktop.CapturePersonView>>,
  Held<SameNames<CaptureAccount, desktop.CaptureAccountView>>,
  Held<SameNames<CaptureMeasure, desktop.CaptureMeasureView>>,
  Held<SameNames<TodayPage, desktop.TodayView>>,
  Held<SameNames<TodayRow, desktop.TodayRowView>>,
  Held<SameNames<TodayNext, desktop.TodayNextView>>,
  Held<SameNames<TodayAsk, desktop.TodayAskView>>,
  Held<SameNames<TodayEvent, desktop.TodayEventView>>,
  Held<SameNames<TodayRenewal, desktop.TodayRenewalView>>,
  Held<SameNames<TodayQuery, desktop.TodayQuery>>,
  Held<SameNames<Aside, desktop.AsideView>>,
];
