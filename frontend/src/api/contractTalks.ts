/** Holds the views of conversations and people against those that the program generates. */
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
import type { Held, SameNames } from './contract';
import type { Letter, LetterInput, LetterPerson, Letters } from './letters';
import type {
  Depend,
  ForgetInput,
  ForgetPart,
  Forgotten,
  Held as HeldOn,
  PeoplePage,
  Stakeholder,
} from './people';
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
import type { desktop } from './wailsjs/go/models';

/** One line a view: ours, theirs. */
export type TalksContract = [
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
  Held<SameNames<Letters, desktop.LettersView>>,
  Held<SameNames<Letter, desktop.LetterView>>,
  Held<SameNames<LetterPerson, desktop.LetterPersonView>>,
  Held<SameNames<LetterInput, desktop.LetterInput>>,
  Held<SameNames<PeoplePage, desktop.PeopleView>>,
  Held<SameNames<Stakeholder, desktop.StakeholderView>>,
  Held<SameNames<Depend, desktop.DependView>>,
  Held<SameNames<HeldOn, desktop.HeldView>>,
  Held<SameNames<ForgetInput, desktop.ForgetInput>>,
  Held<SameNames<Forgotten, desktop.ForgetView>>,
  Held<SameNames<ForgetPart, desktop.ForgetPartView>>,
  Held<SameNames<CaptureInput, desktop.CaptureInput>>,
  Held<SameNames<CaptureFix, desktop.CaptureFix>>,
  Held<SameNames<CapturePage, desktop.CaptureView>>,
  Held<SameNames<CaptureLine, desktop.CaptureLineView>>,
  Held<SameNames<CaptureRecord, desktop.CaptureRecordView>>,
  Held<SameNames<CaptureField, desktop.CaptureFieldView>>,
  Held<SameNames<CapturePerson, desktop.CapturePersonView>>,
  Held<SameNames<CaptureAccount, desktop.CaptureAccountView>>,
  Held<SameNames<CaptureMeasure, desktop.CaptureMeasureView>>,
];
