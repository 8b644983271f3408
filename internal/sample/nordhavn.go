package sample

import "github.com/tendril-app/tendril/internal/success"

// nordhavn writes Nordhavn Freight: value that grew for ten months, stood
// still for 210 days after its champion left, and grows again since two
// questions were asked.
func nordhavn(b *book) {
	k := b.typesOf()
	c := b.client("2024-09-01", success.Account{
		Name: "Nordhavn Freight", ExternalIDs: map[string]string{"salesforce": "0015g00000NHF01AA"},
		Website: "https://nordhavn.example", Segment: "Enterprise", CustomerTypeID: k.forwarder,
		Tags: []string{"reference", "Gdańsk"}, Timezone: "Europe/Copenhagen", CSM: "Ines Moreau", AccountOwner: "Pieter Brandsma",
		AcquisitionCost: eur(41000), GrossMargin: number(0.78), FirstValueTargetDays: count(90),
		Notes: "Forwarder with terminals in Copenhagen, Aarhus and, since last year, Gdańsk. Family-owned; the CFO signs everything above €100,000 himself.",
	})
	n := &nordhavnPeople{client: c}
	n.people()
	first := c.term("2024-09-01", "2025-08-31", 120000, 12000)
	c.closed(first, "expanded", "2025-08-27", 126000, "Gdańsk added to the scope.")
	second := c.term("2025-09-01", "2026-08-31", 126000, 14000)
	second.PreviousTermID = first.ID
	n.first, n.second = first.ID, second.ID
	n.planning()
	n.dock()
	n.trucks()
	n.notices()
	n.customs()
	n.milestones()
	c.signed(n.plan, n.mette, "2026-04-14", "meeting", n.unsigned)
	n.value()
	n.conversations()
	n.renewal()
	n.stories()
	c.shows(k.gates, "true")
	c.shows(k.countsDetention, "true")
	c.shows(k.seats, "85")
}

// nordhavnPeople carries the ids between the parts of the account.
type nordhavnPeople struct {
	*client
	mette, henrik, sofie, jens, piotr, anders, lone        *success.Stakeholder
	first, second, plan, unsigned                          success.ID
	planDay, trucksOut, hearUs, standUp                    success.ID
	dockHours, detention, notice, calls, filings, overtime success.ID
	onePlan, slotsAhead, writeFirst, filePapers            success.ID
	bDock, bDetention, bNotice, bPallets, bSlots, bCustoms success.ID
	bDamage, bCalls, bGdansk                               success.ID
	qLate, qAudit, whatHeld, whoNext                       success.ID
}

func (n *nordhavnPeople) people() {
	n.henrik = n.person("2024-09-02", "economic buyer", "Henrik Dahl", "CFO", "Finance", "Detention invoices, and one number he can defend in the board.", 1, 3)
	n.mette = n.person("2024-09-02", "champion", "Mette Lindqvist", "Operations Director", "Operations", "Planners who go home at five. A plan nobody has to redo.", 2, 3)
	n.anders = n.person("2024-09-02", "champion", "Anders Holm", "Head of Planning", "Planning", "Getting rid of his three spreadsheets.", 2, 2)
	n.anders.LeftOn = n.at("2025-08-22")
	n.sofie = n.person("2025-02-20", "user lead", "Sofie Brandt", "Head of Customer Service", "Service", "That the customer hears bad news from her and not from his own driver.", 1, 2)
	n.piotr = n.person("2025-09-15", "user lead", "Piotr Zieliński", "Terminal Manager Gdańsk", "Gdańsk yard", "Slot rules that fit a yard with one crane.", 1, 2)
	n.jens = n.person("2026-01-19", "technical lead", "Jens Okkels", "Compliance Lead", "Customs", "Auditors who leave after an hour.", 2, 2)
	n.lone = n.person("2026-03-02", "procurement", "Lone Bisgaard", "Procurement", "Finance", "A paper that fits on one page.", 0, 1)
	n.anders.QuotePermission, n.lone.QuotePermission = "internal", "internal"
	n.mette.ReportsToID, n.sofie.ReportsToID, n.piotr.ReportsToID = n.henrik.ID, n.mette.ID, n.mette.ID
}

func (n *nordhavnPeople) planning() {
	n.client.plan("2024-09-12", n.first, "A dock plan that holds", "Plan the day once, and stop paying for trucks that stand.", "closed")
	n.plan = n.client.plan("2026-01-26", n.second, "Gdańsk, Aarhus and the customs desk",
		"Bring what works in Copenhagen to Gdańsk and Aarhus, and make customs papers as dull as the dock plan has become.", "active")
}

func (n *nordhavnPeople) dock() {
	n.planDay = n.outcome("2026-01-26", n.plan, aim{
		statement: "Planners finish the day's plan in the day",
		quote:     "If my planners are still rebuilding the dock plan at seven in the evening, we bought the wrong thing.",
		who:       n.mette, said: "2024-09-12", valid: "2026-04-14", priority: 1, target: "2026-08-31",
		job:  "Decide once a day which truck stands where, and be done with it.",
		why:  "Two planners resigned over the evenings. Hiring one took seven months.",
		link: "The dock plan is computed from bookings and changed by exception; nobody retypes it.",
	})
	n.dockHours = n.measure(n.planDay, gauge{
		name: "Daily dock plan", unit: "h", direction: "down", baseline: 6.5, target: 2.0, from: "2024-09-12", until: "2026-08-31",
		source: "Planners' time sheet, Copenhagen and Gdańsk", cadence: 45, owner: n.mette,
		read: []string{
			"2024-11-18 4.9 confirmed Anders Holm", "2025-02-10 3.4 confirmed Anders Holm", "2025-06-03 3.2 confirmed Anders Holm",
			"2025-10-07 3.3 evidenced Time sheet, {2025-09-15 month}", "2026-01-12 2.9 confirmed Mette Lindqvist",
			"2026-03-16 2.4 confirmed Mette Lindqvist", "2026-05-04 2.2 confirmed Mette Lindqvist", "2026-06-05 2.1 confirmed Mette Lindqvist",
		},
	})
	n.overtime = n.measure(n.planDay, gauge{
		name: "Planner overtime a month", unit: "h", direction: "down", baseline: 410, target: 120, from: "2024-09-30", until: "2026-06-30",
		source: "Payroll", cadence: 31, owner: n.mette,
		read: []string{
			"2025-03-31 260 evidenced Payroll", "2025-08-31 150 evidenced Payroll", "2025-12-31 154 evidenced Payroll",
			"2026-03-31 201 evidenced Payroll, Gdańsk included", "2026-05-31 214 evidenced Payroll, Gdańsk included",
		},
	})
	n.onePlan = n.change("2026-01-26", success.BehaviorChange{
		OutcomeID: n.planDay, Process: "Making the dock plan", From: "Three sheets, rebuilt after four in the afternoon",
		To: "One plan at two, changed by exception", WhyToday: "Bookings used to change until five, so nobody trusted an early plan.", Who: "planners",
	}, 46, "embedded", "2026-01-12", n.mette)
}

func (n *nordhavnPeople) trucks() {
	n.trucksOut = n.outcome("2026-01-26", n.plan, aim{
		statement: "Trucks leave when they are due",
		quote:     "Every month I sign a cheque for trucks that stood still. I'd like to stop.",
		who:       n.henrik, said: "2024-10-03", valid: "2026-04-14", priority: 2, target: "2026-08-31",
		job:  "Get a truck in, turned and out within its slot.",
		why:  "Detention is the one cost line the board asks about by name.",
		link: "Yard leads see tomorrow's slots and give them out before the driver sets off.",
	})
	n.detention = n.measure(n.trucksOut, gauge{
		name: "Detention charges", unit: "€k a month", direction: "down", baseline: 46, target: 18, from: "2024-10-01", until: "2026-08-31",
		source: "Accounts payable ledger", cadence: 31, owner: n.henrik,
		read: []string{
			"2025-02-01 38 evidenced {2025-01-15 month} ledger", "2025-05-01 28.5 evidenced {2025-04-15 month} ledger",
			"2025-09-01 28.2 evidenced {2025-08-15 month} ledger", "2026-01-02 28.9 evidenced {2025-12-15 month} ledger",
			"2026-04-01 20.1 evidenced {2026-03-15 month} ledger", "2026-05-02 19.8 evidenced {2026-04-15 month} ledger",
			"2026-06-01 19.5 evidenced {2026-05-15 month} ledger",
		},
	})
	n.measure(n.trucksOut, gauge{
		name: "Median truck turnaround", unit: "min", direction: "down", baseline: 74, target: 45, from: "2024-10-01", until: "2026-08-31",
		source: "Gate log", cadence: 31, owner: n.piotr,
		read: []string{
			"2025-04-14 58 evidenced Gate log, Copenhagen", "2025-10-14 56 evidenced Gate log, Copenhagen",
			"2026-03-16 49 evidenced Gate log, both terminals", "2026-06-08 44 evidenced Gate log, both terminals",
		},
	})
	n.slotsAhead = n.change("2026-01-26", success.BehaviorChange{
		OutcomeID: n.trucksOut, Process: "Giving out slots", From: "Drivers call from the gate", To: "Yard leads give slots the day before",
		WhyToday: "The hauliers were never asked; the gate phone was quicker.", Who: "yard staff",
	}, 64, "habit", "2026-04-20", n.piotr)
}

func (n *nordhavnPeople) notices() {
	n.hearUs = n.outcome("2026-01-26", n.plan, aim{
		statement: "Customers hear of a delay from us",
		quote:     "I want them to hear it from us first, not find the empty bay themselves.",
		who:       n.sofie, said: "2025-02-28", valid: "2026-04-14", priority: 3, target: "2026-09-30",
		job:  "Tell a customer the bad news while he can still do something about it.",
		why:  "Three of the ten largest customers named silence, not lateness, in their yearly review.",
		link: "A late slot writes its own notice; a shift lead sends it.",
	})
	n.notice = n.measure(n.hearUs, gauge{
		name: "Notices before the call", unit: "%", direction: "up", baseline: 22, target: 80, from: "2025-03-01", until: "2026-09-30",
		source: "Service desk log", cadence: 45, owner: n.sofie,
		read: []string{
			"2025-05-06 41 evidenced Service desk log", "2025-09-30 44 evidenced Service desk log", "2026-02-27 55 confirmed Sofie Brandt",
			"2026-04-27 68 confirmed Sofie Brandt", "2026-06-02 71 confirmed Sofie Brandt",
		},
	})
	n.calls = n.measure(n.hearUs, gauge{
		name: "“Where is it?” calls", unit: "per 1,000", direction: "down", baseline: 96, target: 40, from: "2025-03-01", until: "2026-09-30",
		source: "Telephone system", cadence: 60, owner: n.sofie,
		read: []string{"2025-06-30 77 claimed Sofie's estimate", "2025-11-28 70 evidenced Telephone system", "2026-03-04 52 evidenced Telephone system"},
	})
	n.writeFirst = n.change("2026-01-26", success.BehaviorChange{
		OutcomeID: n.hearUs, Process: "Telling of a delay", From: "Wait for the customer to call", To: "The shift lead writes within 15 minutes",
		WhyToday: "Writing felt like admitting a fault; calling back felt like service.", Who: "customer service",
	}, 41, "trying", "2026-02-20", n.sofie)
}

func (n *nordhavnPeople) customs() {
	n.standUp = n.outcome("2026-01-26", n.plan, aim{
		statement: "Customs stands up to any question",
		quote:     "An auditor asks, and we answer before the coffee is cold.",
		who:       n.jens, said: "2026-01-22", valid: "2026-04-14", priority: 4, target: "2026-12-31",
		job:  "Show any paper of any shipment without going to look for it.",
		why:  "Late papers, not late trucks, held one shipment in eight.",
		link: "Papers are filed with the shipment at the dock, by the person who has them in hand.",
	})
	n.filings = n.measure(n.standUp, gauge{
		name: "Customs filings right first time", unit: "%", direction: "up", baseline: 88.1, target: 98, from: "2026-01-22", until: "2026-12-31",
		source: "Customs authority's monthly return", cadence: 31, owner: n.jens,
		read: []string{
			"2026-02-27 93.2 confirmed Jens Okkels", "2026-03-31 94.8 confirmed Jens Okkels",
			"2026-04-30 95.9 confirmed Jens Okkels", "2026-05-29 96.4 confirmed Jens Okkels",
		},
	})
	n.unsigned = n.measure(n.standUp, gauge{
		name: "Days to answer an auditor", unit: "d", direction: "down", target: 1, from: "2026-05-06", until: "2026-12-31", open: true,
		source: "Jens to time the next one", owner: n.jens,
	})
	n.filePapers = n.change("2026-01-26", success.BehaviorChange{
		OutcomeID: n.standUp, Process: "Keeping customs papers", From: "Papers gathered after the question", To: "Papers filed with the shipment",
		WhyToday: "Every terminal keeps its own folder, and the folder has an owner.", Who: "customs desk",
	}, 18, "habit", "2026-05-04", n.jens)
}

func (n *nordhavnPeople) milestones() {
	rules := n.milestone(n.plan, n.trucksOut, n.slotsAhead, "us", "Tobi Adeyemi", "2026-03-06", "2026-03-05", "Slot rules for Gdańsk set up")
	n.milestone(n.plan, n.planDay, n.onePlan, "client", "Piotr Zieliński", "2026-03-20", "2026-03-16", "Gdańsk plans in one pass", rules)
	n.milestone(n.plan, n.planDay, n.onePlan, "us", "Ines Moreau", "2026-02-13", "2026-02-11", "A planner from Copenhagen sits with Gdańsk for a week")
	wording := n.milestone(n.plan, n.hearUs, n.writeFirst, "us", "Ines Moreau", "2026-04-14", "2026-04-14", "Notice wording coached on shift")
	n.milestone(n.plan, n.hearUs, n.writeFirst, "client", "Sofie Brandt", "2026-04-30", "2026-04-27", "Shift leads send late notices", wording)
	n.milestone(n.plan, n.hearUs, "", "client", "Sofie Brandt", "2026-06-03", "", "Read the “where is it?” calls")
	story := n.milestone(n.plan, "", "", "us", "Ines Moreau", "2026-06-18", "", "Bring the story of the year")
	n.milestone(n.plan, n.trucksOut, n.slotsAhead, "client", "Henrik Dahl", "2026-06-30", "", "Decide on Aarhus docks 5 to 9", story)
	dry := n.milestone(n.plan, n.standUp, n.filePapers, "us", "Ines Moreau", "2026-07-15", "", "Audit answers, first dry run")
	n.milestone(n.plan, n.standUp, n.filePapers, "client", "Jens Okkels", "2026-08-14", "", "Answer a mock audit in a day", dry)
}

func (n *nordhavnPeople) value() {
	n.bDock = n.gain(success.Benefit{Title: "Dock plan built in one pass", Dimension: "time", Group: "planners", OutcomeID: n.planDay, MeasureID: n.dockHours, BehaviorChangeID: n.onePlan},
		"2024-11-18 yearly 62000 14 confirmed Anders Holm", "2025-02-10 yearly 118000 31 confirmed Anders Holm", "2026-03-16 yearly 164000 46 confirmed Mette Lindqvist")
	n.bDetention = n.gain(success.Benefit{Title: "Detention charges avoided", Dimension: "cost", Group: "yard", OutcomeID: n.trucksOut, MeasureID: n.detention, BehaviorChangeID: n.slotsAhead},
		"2025-01-20 yearly 96000 22 confirmed Henrik Dahl", "2025-04-14 yearly 212000 38 confirmed Henrik Dahl", "2026-04-01 yearly 318000 64 confirmed Henrik Dahl")
	n.bCalls = n.gain(success.Benefit{Title: "Fewer “where is it?” calls", Dimension: "experience", Group: "service", OutcomeID: n.hearUs, MeasureID: n.calls, BehaviorChangeID: n.writeFirst},
		"2025-03-24 yearly 58000 26 claimed")
	n.bNotice = n.gain(success.Benefit{Title: "Late notice before the customer calls", Dimension: "experience", Group: "service", OutcomeID: n.hearUs, MeasureID: n.notice, BehaviorChangeID: n.writeFirst},
		"2025-05-06 yearly 54000 26 evidenced Service desk log", "2026-04-27 yearly 88000 41 confirmed Sofie Brandt")
	n.bPallets = n.gain(success.Benefit{Title: "Fewer re-handled pallets", Dimension: "quality", Group: "floor", OutcomeID: n.trucksOut},
		"2025-06-17 yearly 71000 58 evidenced@2026-02-16 Floor count, two weeks", "2026-03-23 yearly 97000 72 claimed")
	n.bSlots = n.gain(success.Benefit{Title: "Two slot contracts won on the on-time record", Dimension: "revenue", Group: "sales"},
		"2025-07-08 once 140000 6 confirmed Henrik Dahl")
	n.bCustoms = n.gain(success.Benefit{Title: "Customs filings right first time", Dimension: "compliance", Group: "customs", OutcomeID: n.standUp, MeasureID: n.filings, BehaviorChangeID: n.filePapers},
		"2026-02-03 yearly 87000 18 confirmed Jens Okkels")
	n.bGdansk = n.gain(success.Benefit{Title: "Slot data carries the Gdańsk case", Dimension: "strategy", Group: "board"},
		"2026-02-24 once 120000 4 claimed")
	n.bDamage = n.gain(success.Benefit{Title: "Damage disputes closed with photos", Dimension: "risk", Group: "claims"},
		"2026-05-11 yearly 41000 33 evidenced Claims register, {2026-04-15 month}")
	n.quote("2025-04-16", "benefit", n.bDetention, n.henrik, "First quarter in six years that I did not have to explain detention.")
	n.quote("2026-02-04", "benefit", n.bCustoms, n.jens, "The inspector asked for eleven files and we had eleven files.")
	n.quote("2026-03-17", "benefit", n.bDock, n.mette, "Gdańsk sends me a photograph of the clock every evening. It says five past four.")
	n.evidence("2025-07-09", "benefit", n.bSlots, "link", "Board minutes, item 4", "")
	n.evidence("2026-03-24", "benefit", n.bPallets, "note", "Gdańsk counts by eye so far", "Piotr thinks a third less. He will count properly once the second scanner is there.").Internal = true
}
