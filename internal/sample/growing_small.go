package sample

import "github.com/tendril-app/tendril/internal/success"

// arbour writes Arbour Home: deepening, with outcomes that need a word again soon.
func arbour(b *book) {
	k := b.typesOf()
	c := b.client("2024-02-19", success.Account{
		Name: "Arbour Home", ExternalIDs: map[string]string{"salesforce": "0015g00000ARB08AA"}, Segment: "Mid-market", CustomerTypeID: k.retail,
		CSM: "Tobi Adeyemi", AcquisitionCost: eur(24000), GrossMargin: number(0.78), FirstValueTargetDays: count(150),
	})
	camille := c.person("2024-02-20", "champion", "Camille Roux", "Head of Logistics", "Logistics", "Sofas that arrive with four legs.", 2, 3)
	bruno := c.person("2024-02-20", "economic buyer", "Bruno Marchetti", "Finance Director", "Finance", "The cost of bringing a sofa twice.", 1, 3)
	old := c.term("2024-02-19", "2026-02-17", 58000, 6000)
	c.closed(old, "expanded", "2026-01-29", 66000, "Home deliveries of the south.")
	now := c.term("2026-02-18", "2027-02-18", 66000, 6000)
	plan := c.plan("2025-12-11", now.ID, "Once, and whole", "Bring it once, bring it whole, and go home.", "active")
	once := c.outcome("2025-12-11", plan, aim{statement: "A delivery is made once", quote: "The second visit is the one they write about.", who: camille, said: "2024-03-07", valid: "2025-12-15", priority: 1, target: "2027-02-18",
		job: "Meet the customer when he is at home.", why: "A second visit costs €61 and a star.", link: "The slot is set when the lorry is planned, not when the sofa is sold."})
	second := c.measure(once, gauge{name: "Second visits", unit: "per 1,000", direction: "down", baseline: 118, target: 45, from: "2024-03-07", until: "2027-02-18", source: "Driver app", cadence: 60, owner: camille,
		read: []string{"2024-07-01 96 evidenced Driver app", "2025-05-12 81 evidenced Driver app", "2025-11-30 72 confirmed Camille Roux", "2026-05-08 60 confirmed Camille Roux"}})
	whole := c.outcome("2025-12-11", plan, aim{statement: "Nothing arrives broken", quote: "I would like to stop collecting legs.", who: bruno, said: "2025-02-27", valid: "2025-12-15", priority: 2, target: "2027-02-18", validatedByAnyone: camille,
		job: "See the damage before the customer does.", why: "Half the claims cannot be traced to a ramp.", link: "A photograph at each hand-over shows where it broke."})
	c.measure(whole, gauge{name: "Damage claims", unit: "a month", direction: "down", baseline: 52, target: 20, from: "2025-03-03", until: "2027-02-18", source: "Claims register", cadence: 45, owner: bruno,
		read: []string{"2025-10-31 33 evidenced Claims register", "2026-05-31 27 evidenced Claims register"}})
	slot := c.change("2025-12-11", success.BehaviorChange{OutcomeID: once, Process: "Promising a day", From: "At the till", To: "When the lorry is full", WhyToday: "Salesmen are paid on the day of sale.", Who: "shop and dispatch"}, 44, "habit", "2026-03-05", camille)
	photo := c.change("2025-12-11", success.BehaviorChange{OutcomeID: whole, Process: "Handing over a load", From: "A signature", To: "A photograph", Who: "drivers"}, 26, "trying", "2026-03-16", camille)
	c.milestone(plan, once, slot, "us", "Tobi Adeyemi", "2026-01-30", "2026-01-27", "South depot planned by slot")
	c.milestone(plan, whole, photo, "us", "Tobi Adeyemi", "2026-03-20", "2026-03-16", "Photograph at the door, first twenty drivers")
	c.milestone(plan, whole, photo, "client", "Camille Roux", "2026-08-28", "", "All hauliers' drivers photograph")
	c.gain(success.Benefit{Title: "Second visits avoided", Dimension: "cost", Group: "dispatch", OutcomeID: once, MeasureID: second, BehaviorChangeID: slot},
		"2024-07-01 yearly 44000 24 confirmed Bruno Marchetti", "2025-05-12 yearly 70000 36 confirmed Bruno Marchetti", "2026-05-11 yearly 98000 44 confirmed Bruno Marchetti")
	c.gain(success.Benefit{Title: "Damage traced to its ramp", Dimension: "quality", Group: "drivers", OutcomeID: whole, BehaviorChangeID: photo},
		"2025-03-24 yearly - 26 evidenced Trial report", "2025-11-01 yearly 34000 26 evidenced Claims register, half-year")
	c.signed(plan, camille, "2025-12-15", "meeting", "")
	c.talk("2025-12-15", "out coach", "Outcomes gone through with Camille, for Bruno too.", camille)
	c.talk("2026-03-16", "out coach", "First photographs, at six in the morning.", camille)
	c.talk("2026-05-31", "in engage", "Bruno asks for the half-year in one page.", bruno, camille)
	q := c.ask("2026-04-14", "Camille Roux", "Who promises the day, and what is he paid for?", "2026-04-15", "The salesman, and he is paid for today.")
	c.learned("2026-04-16", q, "The promise is made by the one who never sees the lorry.", "Sales")
}

// pellegrino writes Pellegrino Vini: small, young, and growing in new ways. Its
// first benefit is reckoned from a measure.
func pellegrino(b *book) {
	k := b.typesOf()
	c := b.client("2025-05-01", success.Account{
		Name: "Pellegrino Vini", ExternalIDs: map[string]string{"salesforce": "0015g00000PEL12AA"}, Segment: "Small", CustomerTypeID: k.retail,
		CSM: "Tobi Adeyemi", AcquisitionCost: eur(9000), GrossMargin: number(0.78), FirstValueTargetDays: count(120),
	})
	chiara := c.person("2025-05-02", "champion", "Chiara Pellegrino", "Owner", "Owner", "Bottles that arrive as bottles.", 2, 3)
	dario := c.person("2025-05-02", "user lead", "Dario Bassi", "Cellar Master", "Cellar", "Not being rung at lunch.", 1, 2)
	old := c.term("2025-05-01", "2026-04-30", 29000, 2000)
	c.closed(old, "renewed", "2026-04-09", 29000, "")
	now := c.term("2026-05-01", "2027-04-30", 29000, 2000)
	plan := c.plan("2026-04-14", now.ID, "Whole bottles, quiet lunches", "Load so that nothing breaks, and tell drivers before they ring.", "active")
	bottles := c.outcome("2026-04-14", plan, aim{statement: "Bottles arrive whole", quote: "My father counted every broken bottle. I only count the cases.", who: chiara, said: "2025-05-08", valid: "2026-04-14", priority: 1, target: "2027-04-30",
		job: "Load wine as if it were ours.", why: "A broken case costs the case and the place in the restaurant's list.", link: "Fragile loads get the flat door and the last slot."})
	broken := c.measure(bottles, gauge{name: "Broken cases", unit: "a week", direction: "down", baseline: 14, target: 3, from: "2025-05-08", until: "2027-04-30", source: "Dario's book", cadence: 45, owner: dario,
		unitValue: "2000", basis: "One case a week is 50 cases a year at €40.", valuedBy: "Chiara Pellegrino", valued: "2025-08-20",
		read: []string{"2025-08-20 5 confirmed Chiara Pellegrino", "2025-12-18 6 confirmed Dario Bassi", "2026-02-26 5 confirmed Dario Bassi", "2026-05-22 5 confirmed Dario Bassi"}})
	lunch := c.outcome("2026-04-14", plan, aim{statement: "Nobody is rung at lunch", quote: "At one o'clock I eat.", who: dario, said: "2025-06-19", valid: "2026-04-14", priority: 2, target: "2027-04-30",
		job: "Let drivers know their slot without asking.", why: "Forty calls a week, each in the middle of something."})
	counted := c.measure(lunch, gauge{name: "Calls to the cellar", unit: "a week", direction: "down", target: 5, from: "2026-04-14", until: "2027-04-30", open: true, source: "To be counted in one week of {2026-06-22 month}", owner: dario})
	flat := c.change("2026-04-14", success.BehaviorChange{OutcomeID: bottles, Process: "Loading wine", From: "Any door", To: "The flat door, last slot", WhyToday: "The flat door was used for parking.", Who: "cellar hands"}, 8, "embedded", "2025-11-10", dario)
	text := c.change("2026-04-14", success.BehaviorChange{OutcomeID: lunch, Process: "Telling drivers", From: "They ring", To: "They get a message the evening before", WhyToday: "There was nobody to write it.", Who: "office"}, 3, "habit", "2026-05-08", chiara)
	c.milestone(plan, bottles, flat, "us", "Tobi Adeyemi", "2025-10-10", "2025-10-08", "Flat door marked on the plan")
	c.milestone(plan, lunch, text, "us", "Tobi Adeyemi", "2026-05-08", "2026-05-05", "Evening message switched on")
	c.milestone(plan, lunch, text, "client", "Chiara Pellegrino", "2026-06-26", "", "Count the calls of one week")
	c.gain(success.Benefit{Title: "Bottles that arrive whole", Dimension: "quality", Group: "cellar", OutcomeID: bottles, MeasureID: broken, BehaviorChangeID: flat}, "2025-08-21 yearly - 8 confirmed Chiara Pellegrino")
	c.gain(success.Benefit{Title: "No calls at lunch", Dimension: "time", Group: "office", OutcomeID: lunch, BehaviorChangeID: text}, "2026-05-06 yearly 8000 3 confirmed Chiara Pellegrino")
	c.gain(success.Benefit{Title: "Export orders in one lorry", Dimension: "cost", Group: "export"}, "2026-05-25 yearly 14000 2 confirmed Chiara Pellegrino")
	c.signed(plan, chiara, "2026-04-14", "meeting", counted)
	c.talk("2026-04-14", "out coach", "Plan at the kitchen table.", chiara, dario)
	c.talk("2026-06-01", "out learn", "How export orders are packed, from six till nine.", dario)
	q := c.ask("2026-06-01", "Dario Bassi", "What breaks that nobody counts?", "2026-06-01", "Corks, when the lorry stands in the sun.")
	c.learned("2026-06-01", q, "Heat on the ramp ruins more than the road does.", "Product")
	c.did("2025-05-01", "purchase", "buy", "After three questions and one glass.")
	c.shows(k.perishable, "true")
	c.shows(k.asksFirst, "true")
}
