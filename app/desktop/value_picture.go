package desktop

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

// A picture goes back to the account's start and a year ahead.
const yearDays = 365

// defaultDimensions is the list of a workspace that has not made its own.
var defaultDimensions = []string{"revenue", "cost", "time", "risk", "quality", "experience", "compliance", "strategy"}

// picture builds the view of one account's value on a day.
type picture struct {
	file     *success.File
	settings *success.Settings
	today    success.Date
	line     success.Timeline
	velocity success.VelocityFigure
}

func newPicture(f *success.File, s *success.Settings, today success.Date) *picture {
	from := pictureStart(f, today)
	return &picture{
		file: f, settings: s, today: today,
		line:     success.TimelineOf(f, s, from, today.AddDays(yearDays), today),
		velocity: success.Velocity(f, s, today),
	}
}

// pictureStart is the account's start, or whatever of it came before; a year ago
// where nothing says.
func pictureStart(f *success.File, today success.Date) success.Date {
	first := success.Date(0)
	take := func(on success.Date) {
		if on != 0 && (first == 0 || on < first) {
			first = on
		}
	}
	take(f.Account.StartDate)
	for i := range f.Terms {
		take(f.Terms[i].Start)
	}
	for i := range f.Steps {
		take(f.Steps[i].On)
	}
	const leastDays = 30
	if first == 0 {
		return today.AddDays(-yearDays)
	}
	return min(first, today.AddDays(-leastDays))
}

func (p *picture) view() TimelineView {
	view := TimelineView{
		Account: string(p.file.Account.ID), Name: p.file.Account.Name, Currency: p.line.Currency,
		Today: p.today.String(), From: p.line.From.String(), To: p.line.To.String(),
		HalfLifeDays: p.settings.HalfLife(), FirstValueOverdue: p.velocity.FirstValueOverdue,
		Level: []LevelPointView{}, Felt: []FeltPointView{}, Silences: []SilenceView{},
		Lines: p.lines(), Lanes: p.lanes(), Axes: axesView(p.file, p.settings, p.today),
		Dimensions: p.dimensions(), Groups: p.groups(), People: peopleViews(p.file, p.today),
	}
	if t, ok := success.RenewalTerm(p.file, p.today); ok {
		view.TermFrom, view.TermTo = t.Start.String(), t.End.String()
	}
	if term, err := storyTerm(p.file, p.today); err == nil {
		if st := draftOf(p.file, term); st != nil {
			view.Draft = DraftView{ID: string(st.ID), Title: st.Title, FileName: deckName(p.file.Account.Name, p.today)}
		}
	}
	view.FirstValueDue = p.firstValueDue().String()
	for _, l := range p.line.Levels {
		view.Level = append(view.Level, LevelPointView{On: l.On.String(), Proved: l.Proved, Claimed: l.Claimed})
	}
	for i, x := range p.line.Felt {
		// Between its jumps the curve only fades, which the window draws itself.
		if i == 0 || x.Before != x.Value {
			view.Felt = append(view.Felt, FeltPointView{On: x.On.String(), Value: x.Value})
		}
	}
	for _, x := range p.line.Silences {
		view.Silences = append(view.Silences, SilenceView{
			From: x.From.String(), To: x.To.String(), Days: x.Days, Open: x.Open, FeltFrom: x.FeltStart, FeltTo: x.FeltEnd,
		})
	}
	p.count(&view)
	return view
}

// firstValueDue is the day by which first value should come; none once it has,
// or where the start is not known.
func (p *picture) firstValueDue() success.Date {
	const defaultTarget = 90
	if p.velocity.FirstValueOn != 0 || p.file.Account.StartDate == 0 {
		return 0
	}
	days := defaultTarget
	if t := p.file.Account.FirstValueTargetDays; t != nil {
		days = int(*t)
	}
	return p.file.Account.StartDate.AddDays(days)
}

// count says how many benefits are proved, how many are only claimed, what of
// the proved ones is claimed besides, and whose yes it all waits for.
func (p *picture) count(view *TimelineView) {
	type claim struct {
		on      success.Date
		benefit success.ID
		step    success.ID
	}
	var claims []claim
	for i := range p.line.Lanes {
		lane := &p.line.Lanes[i]
		waiting := waitingSteps(lane)
		switch {
		case len(lane.Marks) == 0:
		case !isProved(lane):
			view.ClaimedCount++
		default:
			view.ProvedCount++
			view.ClaimedSteps += len(waiting)
		}
		if lane.Claimed-lane.Proved > 0 {
			for _, m := range waiting {
				claims = append(claims, claim{on: m.On, benefit: lane.Benefit, step: m.Record.ID})
			}
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(a.on, b.on) })
	view.Waiting = WaitingView{Amount: p.velocity.Claimed.Level - p.velocity.Proved.Level, People: []string{}, Steps: []WaitingStepView{}}
	for _, c := range claims {
		name := p.whoseYes(c.benefit, c.step)
		view.Waiting.Steps = append(view.Waiting.Steps, WaitingStepView{Benefit: string(c.benefit), Step: string(c.step), Who: name})
		if name != "" && !slices.Contains(view.Waiting.People, name) {
			view.Waiting.People = append(view.Waiting.People, name)
		}
	}
}

func isProved(lane *success.Lane) bool {
	return slices.ContainsFunc(lane.Marks, func(m success.StepMark) bool { return m.Confirmation != "claimed" })
}

// waitingSteps are the claimed steps since a benefit's last proved one: what was
// claimed before has been overtaken by proof.
func waitingSteps(lane *success.Lane) []success.StepMark {
	var out []success.StepMark
	for _, m := range lane.Marks {
		if m.Confirmation != "claimed" {
			out = nil
			continue
		}
		out = append(out, m)
	}
	return out
}

// whoseYes names who can confirm a claimed step: whom the step names, else who is
// named in the benefit's evidence, else the owner of its measure or of its
// change, else whose words its outcome is, else the champion, else the economic
// buyer.
func (p *picture) whoseYes(benefit, step success.ID) string {
	for i := range p.file.Steps {
		if s := &p.file.Steps[i]; s.ID == step && s.ConfirmedBy != "" {
			return p.personName(s.ConfirmedBy)
		}
	}
	for _, id := range p.closeTo(benefit) {
		if who := p.active(id); who != nil {
			return who.Name
		}
	}
	for _, role := range []string{"champion", "economic buyer"} {
		for i := range p.file.Stakeholders {
			if who := &p.file.Stakeholders[i]; who.Role == role && p.active(who.ID) != nil {
				return who.Name
			}
		}
	}
	return ""
}

// closeTo lists who stands nearest to a benefit, nearest first.
func (p *picture) closeTo(benefit success.ID) []success.ID {
	var b success.Benefit
	for i := range p.file.Benefits {
		if p.file.Benefits[i].ID == benefit {
			b = p.file.Benefits[i]
		}
	}
	var out []success.ID
	for i := range p.file.Evidence {
		if e := &p.file.Evidence[i]; e.Subject.ID == benefit {
			out = append(out, e.StakeholderID)
		}
	}
	for i := range p.file.Measures {
		if m := &p.file.Measures[i]; m.ID == b.MeasureID {
			out = append(out, m.OwnerStakeholderID)
		}
	}
	for i := range p.file.BehaviorChanges {
		if c := &p.file.BehaviorChanges[i]; c.ID == b.BehaviorChangeID {
			out = append(out, c.OwnerStakeholderID)
		}
	}
	for i := range p.file.Outcomes {
		if o := &p.file.Outcomes[i]; o.ID == b.OutcomeID {
			out = append(out, o.QuotedStakeholderID)
		}
	}
	return out
}

// active returns a person who is still there, or nil.
func (p *picture) active(id success.ID) *success.Stakeholder {
	for i := range p.file.Stakeholders {
		s := &p.file.Stakeholders[i]
		if id != "" && s.ID == id && (s.LeftOn == 0 || s.LeftOn > p.today) {
			return s
		}
	}
	return nil
}

// personName is the name behind a text that may be a stakeholder's id.
func (p *picture) personName(text string) string {
	for i := range p.file.Stakeholders {
		if s := &p.file.Stakeholders[i]; string(s.ID) == text {
			return s.Name
		}
	}
	return text
}

func (p *picture) dimensions() []string {
	out := []string{}
	for _, d := range p.settings.Workspace.Dimensions {
		out = append(out, dimensionKey(d))
	}
	if len(out) == 0 {
		out = append(out, defaultDimensions...)
	}
	return out
}

// dimensionKey writes the eight dimensions everybody has in one way; others stay
// as they were typed.
func dimensionKey(name string) string {
	name = strings.TrimSpace(name)
	if low := strings.ToLower(name); slices.Contains(defaultDimensions, low) {
		return low
	}
	return name
}

// groups lists the groups of people already named, each once.
func (p *picture) groups() []string {
	out := []string{}
	for i := range p.file.Benefits {
		name := strings.TrimSpace(p.file.Benefits[i].Group)
		same := func(s string) bool { return strings.EqualFold(s, name) }
		if name != "" && !slices.ContainsFunc(out, same) {
			out = append(out, name)
		}
	}
	return out
}
