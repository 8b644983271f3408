package sample

import (
	"encoding/json"

	"github.com/tendril-app/tendril/internal/success"
)

// vega writes Vega Cold Chain: past its target for first value; one benefit is
// claimed and nobody has said yes.
func vega(b *book) {
	k := b.typesOf()
	c := b.client("2026-02-12", success.Account{
		Name: "Vega Cold Chain", ExternalIDs: map[string]string{"salesforce": "0015g00000VEG09AA"}, Segment: "Mid-market", CustomerTypeID: k.coldChain,
		CSM: "Ines Moreau", AccountOwner: "Pieter Brandsma", AcquisitionCost: eur(27000), GrossMargin: number(0.78), FirstValueTargetDays: count(90),
	})
	paula := c.person("2026-02-13", "champion", "Paula Stenberg", "Site Manager", "Site", "A ramp that is never warm.", 1, 2)
	jonas := c.person("2026-02-13", "economic buyer", "Jonas Ek", "CEO", "Board", "Energy, by the door.", 0, 3)
	now := c.term("2026-02-12", "2027-02-11", 54000, 8000)
	plan := c.plan("2026-02-24", now.ID, "Doors that stay shut", "Open a door only for a truck that is there.", "agreed")
	doors := c.outcome("2026-02-24", plan, aim{statement: "A door opens only for a truck", quote: "We heat the whole of Västerås through door four.", who: paula, said: "2026-02-19", valid: "2026-02-24", priority: 1, target: "2026-12-31",
		job: "Keep the cold in.", why: "Energy is the second cost after wages.", link: "A door is released when the truck has been seen at the gate."})
	open := c.measure(doors, gauge{name: "Minutes a door stands open without a truck", unit: "min a day", direction: "down", baseline: 190, target: 40, from: "2026-02-24", until: "2026-12-31", source: "Door sensors", cadence: 31, owner: paula,
		read: []string{"2026-03-24 150 evidenced Door sensors", "2026-04-14 128 evidenced Door sensors"}})
	release := c.change("2026-02-24", success.BehaviorChange{OutcomeID: doors, Process: "Opening a door", From: "When the driver rings", To: "When the gate has seen the truck", WhyToday: "The bell was there before the gate.", Who: "ramp crew"}, 16, "trying", "2026-04-07", paula)
	c.milestone(plan, doors, release, "us", "Ines Moreau", "2026-03-20", "2026-03-24", "Gate camera speaks to door four")
	c.milestone(plan, doors, release, "client", "Paula Stenberg", "2026-05-08", "", "Bell taken off doors one to three")
	c.milestone(plan, doors, "", "us", "Ines Moreau", "2026-06-16", "", "Energy bill read together with Jonas")
	c.gain(success.Benefit{Title: "Cold kept in at door four", Dimension: "cost", Group: "ramp", OutcomeID: doors, MeasureID: open, BehaviorChangeID: release}, "2026-05-18 yearly 26000 16 claimed")
	c.signed(plan, paula, "2026-02-26", "meeting", "")
	c.talk("2026-02-19", "out learn", "A day on the ramp in a down jacket.", paula)
	c.talk("2026-03-24", "out coach", "First night with the camera.", paula)
	c.talk("2026-05-12", "out teach", "Board training for the ramp crew, morning and night.", paula)
	c.talk("2026-06-04", "in engage", "Paula asks who should ring Jonas about the bill.", paula, jonas)
	c.ask("2026-05-18", "Jonas Ek", "What on the energy bill would you believe?", "", "")
	c.shows(k.perishable, "true")
}

// tallow writes Tallow & Finch: five weeks old, one person known.
func tallow(b *book) {
	k := b.typesOf()
	c := b.client("2026-05-06", success.Account{
		Name: "Tallow & Finch", ExternalIDs: map[string]string{"salesforce": "0015g00000TAL11AA"}, Segment: "Small", CustomerTypeID: k.retail,
		CSM: "Tobi Adeyemi", AcquisitionCost: eur(14000), GrossMargin: number(0.78), FirstValueTargetDays: count(90),
	})
	maeve := c.person("2026-05-06", "champion", "Maeve Tallow", "Operations Lead", "Operations", "Candles that arrive unmelted.", 2, 2)
	now := c.term("2026-05-06", "2027-05-05", 38000, 4000)
	plan := c.plan("2026-05-19", now.ID, "In by ten", "Goods in before ten, so that the afternoon is for orders.", "draft")
	ten := c.outcome("2026-05-19", plan, aim{statement: "Goods are in before ten", quote: "If it is not in by ten, it is not in today.", who: maeve, said: "2026-05-12", valid: "2026-05-19", priority: 1, target: "2026-12-18",
		job: "Clear the floor before orders begin.", why: "Afternoon orders wait for the floor.", link: "Suppliers book the hour, and the floor is planned from the bookings."})
	c.measure(ten, gauge{name: "Deliveries in before ten", unit: "%", direction: "up", target: 80, from: "2026-05-19", until: "2026-12-18", open: true, source: "To be counted in the first full month", cadence: 31, owner: maeve})
	book := c.change("2026-05-19", success.BehaviorChange{OutcomeID: ten, Process: "Booking deliveries", From: "Suppliers come when they come", To: "Suppliers book the hour", WhyToday: "Nobody asked them.", Who: "goods in"}, 11, "aware", "2026-05-19", maeve)
	c.milestone(plan, ten, book, "us", "Tobi Adeyemi", "2026-06-12", "", "First ten suppliers book")
	c.milestone(plan, ten, book, "client", "Maeve Tallow", "2026-06-19", "", "Letter to suppliers, signed by the founders")
	c.talk("2026-05-12", "out learn", "First morning in goods in.", maeve)
	c.talk("2026-05-19", "out coach", "Plan drafted together.", maeve)
	c.talk("2026-06-06", "in engage", "Maeve sends the first two bookings.", maeve)
	q := c.ask("2026-05-12", "Maeve Tallow", "Who decides when a lorry may come?", "2026-05-12", "The lorry.")
	c.learned("2026-05-13", q, "Suppliers were never told an hour, only a day.", "Marketing")
}

// sundqvist writes Sundqvist Trävaror, in Swedish crowns: static, and gone.
func sundqvist(b *book) {
	k := b.typesOf()
	c := b.client("2023-03-01", success.Account{
		Name: "Sundqvist Trävaror", Currency: "SEK", ExternalIDs: map[string]string{"salesforce": "0015g00000SUN13AA"}, Segment: "Small", CustomerTypeID: k.heavySite,
		CSM: "Ines Moreau", GrossMargin: number(0.78), CancelReason: "The sawmill was sold; the new owner plans from Umeå.",
	})
	for _, rec := range b.records {
		if a, ok := rec.(*success.Account); ok && a.ID == c.id {
			a.CancelledOn = b.at("2026-02-28")
		}
	}
	lars := c.person("2023-03-02", "champion", "Lars Sundqvist", "Owner", "Owner", "Timber out before it greys.", 1, 3)
	lars.LeftOn = c.at("2026-01-31")
	old := c.term("2023-03-01", "2026-02-28", 341000, 20000)
	c.closed(old, "cancelled", "2026-01-30", 0, "Sold.")
	old.ResultARR = success.Money{}
	plan := c.plan("2023-03-20", old.ID, "Out before it greys", "Timber leaves within a week.", "closed")
	grey := c.outcome("2023-03-20", plan, aim{statement: "Timber leaves within a week", quote: "Grey wood is firewood.", who: lars, said: "2023-03-14", valid: "2025-06-18", priority: 1, target: "2026-02-28", job: "Ship it fresh.", why: "Grey timber sells at half.", link: "Lorries are booked from the saw plan."})
	c.measure(grey, gauge{name: "Days in the yard", unit: "d", direction: "down", baseline: 19, target: 7, from: "2023-03-14", until: "2026-02-28", source: "Yard book", owner: lars,
		read: []string{"2023-10-02 12 evidenced Yard book", "2025-06-18 11 confirmed Lars Sundqvist"}})
	c.gain(success.Benefit{Title: "Timber sold fresh", Dimension: "revenue", Group: "sales", OutcomeID: grey}, "2023-10-02 yearly 620000 6 confirmed@2025-06-18 Lars Sundqvist")
	rail := c.gain(success.Benefit{Title: "Rail freight to Hamburg", Dimension: "cost", Group: "yard"}, "2024-09-09 yearly - 9 confirmed@2025-06-18 Lars Sundqvist")
	c.add("2024-09-10", &success.BenefitStep{BenefitID: rail, On: c.at("2024-09-10"), StepKind: "yearly", Amount: eur(12500), People: count(9), Confirmation: "confirmed", ConfirmedBy: "Lars Sundqvist", ConfirmedOn: c.at("2025-06-18")})
	c.talk("2025-06-18", "out coach", "Figures gone through on the yard.", lars)
	c.talk("2026-01-30", "in commercial", "Lars rings: the mill is sold. He thanks us.", lars)
	c.did("2026-01-30", "renewal", "churn", "The new owner plans from Umeå.")
}

// albion writes Albion Glassworks, in pounds: fresh from an import, nothing is
// known of it yet.
func albion(b *book) {
	c := b.client("2026-06-01", success.Account{
		Name: "Albion Glassworks", Currency: "GBP", ExternalIDs: map[string]string{"salesforce": "0015g00000ALB14AA"}, Segment: "Mid-market",
		CSM: "Tobi Adeyemi", AccountOwner: "Pieter Brandsma", Tags: []string{"imported"},
		Attributes: map[string]json.RawMessage{"Industry": json.RawMessage(`"Glass and ceramics"`), "Employees": json.RawMessage(`"340"`)},
	})
	c.term("2026-06-01", "2027-05-31", 36000, 0).ClientCost = success.Money{}
}
