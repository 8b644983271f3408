package sample

import "github.com/tendril-app/tendril/internal/success"

// meridian writes Meridian Steel: static, one active person, a told story in
// which nothing was new.
func meridian(b *book) {
	k := b.typesOf()
	c := b.client("2023-10-02", success.Account{
		Name: "Meridian Steel", ExternalIDs: map[string]string{"salesforce": "0015g00000MER04AA"}, Segment: "Enterprise", CustomerTypeID: k.heavySite,
		CSM: "Ines Moreau", AccountOwner: "Pieter Brandsma", AcquisitionCost: eur(45000), GrossMargin: number(0.78),
		Notes: "One gate, forty-tonne coils, one man who knows everything. Value came in the first year and has stood since.",
	})
	karol := c.person("2023-10-03", "champion", "Karol Wójcik", "Logistics Manager", "Logistics", "A yard without a queue when the director drives in.", 1, 2)
	irena := c.person("2023-10-03", "economic buyer", "Irena Kasprzak", "Plant Director", "Board", "Demurrage, by the tonne.", 0, 3)
	irena.LeftOn = c.at("2025-09-30")
	old := c.term("2023-10-02", "2025-09-30", 114000, 11000)
	c.closed(old, "renewed", "2025-09-24", 118000, "Renewed by the outgoing director in a ten-minute call.")
	now := c.term("2025-10-01", "2026-09-30", 118000, 11000)
	plan := c.plan("2025-10-13", now.ID, "A quiet yard", "Coils in and out by the plan, day and night.", "agreed")
	quiet := c.outcome("2025-10-13", plan, aim{statement: "Coils leave in their shift", quote: "When the yard is full the furnace does not care.", who: karol, said: "2023-10-19", valid: "2026-01-15", priority: 1, target: "2026-09-30",
		job: "Get a coil off the site in the shift it was made in.", why: "Demurrage is charged by the hour and the tonne."})
	hours := c.measure(quiet, gauge{name: "Demurrage hours", unit: "h a week", direction: "down", baseline: 210, target: 60, from: "2023-10-19", until: "2026-09-30", source: "Gate log", cadence: 31, owner: karol,
		read: []string{"2024-01-09 150 evidenced Gate log", "2024-11-01 102 evidenced Gate log", "2025-09-30 99 evidenced Gate log", "2026-03-10 104 evidenced Gate log"}})
	night := c.change("2025-10-13", success.BehaviorChange{OutcomeID: quiet, Process: "Calling lorries", From: "All at six", To: "By furnace and by hour", WhyToday: "The weighbridge opens at six.", Who: "gate and furnace"}, 34, "habit", "2024-06-03", karol)
	c.change("2025-10-13", success.BehaviorChange{OutcomeID: quiet, Process: "Night gate", From: "Closed", To: "Opened by the furnace shift", Who: "night shift"}, 12, "trying", "2025-05-12", karol)
	c.milestone(plan, quiet, night, "us", "Ines Moreau", "2026-02-27", "", "Weighbridge hours put to the plant")
	c.gain(success.Benefit{Title: "Demurrage avoided", Dimension: "cost", Group: "gate", OutcomeID: quiet, MeasureID: hours}, "2024-01-09 yearly 110000 16 confirmed Irena Kasprzak", "2024-11-01 yearly 150000 22 confirmed@2026-01-15 Karol Wójcik")
	c.gain(success.Benefit{Title: "Coils called by furnace", Dimension: "time", Group: "furnace", OutcomeID: quiet, BehaviorChangeID: night}, "2024-04-30 yearly 60000 34 confirmed@2026-01-15 Karol Wójcik")
	c.gain(success.Benefit{Title: "Night shift without a standing crew", Dimension: "cost", Group: "night shift"}, "2024-04-01 yearly 40000 12 confirmed@2026-01-15 Karol Wójcik")
	c.signed(plan, karol, "2025-10-20", "mail", "")
	c.talk("2025-11-11", "out teach", "Two hours on the new gate screen.", karol)
	c.talk("2026-01-15", "out coach", "Figures gone through again; Karol confirms all three.", karol)
	c.talk("2026-02-19", "out lead", "Story told to Karol alone. The new director did not come.", karol)
	c.talk("2026-04-21", "out teach", "Refresher for the weighbridge, by video.", karol)
	c.talk("2026-05-09", "in engage", "Karol writes that he is on leave until the shutdown is planned.", karol)
	c.ask("2026-01-15", "Karol Wójcik", "Who decides when the weighbridge opens?", "", "")
	first := c.told(old.ID, "2025-02-06", "Sixty hours a week less")
	c.claim("2025-02-06", first, "answer", 1, "Demurrage fell from 210 to 102 hours a week.", to("measure", hours))
	story := c.told(now.ID, "2026-02-19", "A quiet yard")
	c.claim("2026-02-19", story, "answer", 1, "Proved value stands at €250,000 a year.", to("measure", hours))
	c.claim("2026-02-19", story, "work", 2, "Lorries are called by furnace and by hour.", to("behavior_change", night))
	c.shows(k.gates, "false")
}

// brightwell writes Brightwell Dairies: static, six weeks before its renewal,
// without a story.
func brightwell(b *book) {
	k := b.typesOf()
	c := b.client("2023-07-23", success.Account{
		Name: "Brightwell Dairies", ExternalIDs: map[string]string{"salesforce": "0015g00000BRI06AA"}, Segment: "Mid-market", CustomerTypeID: k.retail,
		CSM: "Ines Moreau", AcquisitionCost: eur(31000), GrossMargin: number(0.78), FirstValueTargetDays: count(150),
	})
	claire := c.person("2023-07-24", "champion", "Claire Ashdown", "Head of Logistics", "Logistics", "Milk that is cold and tankers that are gone.", 1, 3)
	owen := c.person("2023-07-24", "economic buyer", "Owen Pryce", "Finance Director", "Finance", "What it costs to be late with milk.", 0, 3)
	old := c.term("2023-07-23", "2025-07-22", 82000, 7000)
	c.closed(old, "renewed", "2025-07-10", 84000, "")
	now := c.term("2025-07-23", "2026-07-22", 84000, 7000)
	plan := c.plan("2025-08-04", now.ID, "Milk does not wait", "No tanker stands for an hour.", "agreed")
	c.reviewEvery(plan, 107)
	milk := c.outcome("2025-08-04", plan, aim{statement: "No tanker stands for an hour", quote: "Milk does not wait. If a tanker stands for an hour I lose the load.", who: claire, said: "2023-08-09", valid: "2026-02-02", priority: 1, target: "2026-07-22",
		job: "Get milk out of a tanker before it warms.", why: "A lost load is €14,000 and a farmer's trust.", link: "The bay is booked by the hour the cows were milked."})
	tankers := c.measure(milk, gauge{name: "Tankers standing over an hour", unit: "a week", direction: "down", baseline: 31, target: 8, from: "2023-08-09", until: "2026-07-22", source: "Gate log", cadence: 60, owner: claire,
		read: []string{"2023-12-01 19 evidenced Gate log", "2024-07-10 10 evidenced Gate log", "2025-06-30 9 evidenced Gate log", "2026-02-02 9 confirmed Claire Ashdown"}})
	wash := c.change("2025-08-04", success.BehaviorChange{OutcomeID: milk, Process: "Washing tankers", From: "On arrival", To: "Before the next slot is given", WhyToday: "The wash belongs to the creamery.", Who: "bay crew"}, 19, "habit", "2024-05-20", claire)
	c.change("2025-08-04", success.BehaviorChange{OutcomeID: milk, Process: "Training on the new board", From: "Whiteboard", To: "E-learning for each bay lead", Who: "bay leads"}, 6, "trying", "2026-03-02", claire)
	c.milestone(plan, milk, wash, "us", "Ines Moreau", "2025-11-14", "2025-11-12", "Wash times on the bay board")
	c.milestone(plan, milk, wash, "client", "Claire Ashdown", "2026-04-30", "", "Creamery books the wash through the board")
	c.gain(success.Benefit{Title: "Loads not lost to waiting", Dimension: "cost", Group: "bay crew", OutcomeID: milk, MeasureID: tankers}, "2023-12-01 yearly 88000 14 confirmed Owen Pryce", "2024-07-10 yearly 126000 19 confirmed@2026-02-02 Claire Ashdown")
	c.gain(success.Benefit{Title: "Wash water and wash hours saved", Dimension: "time", Group: "bay crew", OutcomeID: milk, BehaviorChangeID: wash}, "2024-03-26 yearly 38000 12 confirmed@2026-02-02 Claire Ashdown")
	c.signed(plan, claire, "2025-08-11", "mail", "")
	c.talk("2026-02-02", "out coach", "Figures gone through; Claire confirms both and asks what is new.", claire)
	c.talk("2026-03-18", "out teach", "Webinar for bay leads.", claire)
	c.talk("2026-04-22", "out teach", "Second webinar, four bay leads came.", claire)
	c.talk("2026-05-21", "in engage", "Owen asks for the contract's end date.", owen)
	c.ask("2026-03-10", "Claire Ashdown", "Which load did you lose last, and who noticed first?", "", "")
	c.add("2026-04-23", &success.Renewal{TermID: now.ID, Probability: number(0.6), ForecastARR: eur(84000), Ask: "Renew for a year.",
		Gates: []success.GateCall{
			{DaysBefore: 90, Call: "on track", Signal: "at risk", Reason: "They have always renewed.", DecidedBy: "Ines Moreau", On: c.at("2026-04-23")},
			{DaysBefore: 60, Call: "at risk", Signal: "at risk", Reason: "Nothing to tell them.", DecidedBy: "Ines Moreau", On: c.at("2026-05-22")},
		}})
	c.shows(k.perishable, "true")
}

// kestrel writes Kestrel Parcel: shrinking since its champion began to look
// elsewhere, and left.
func kestrel(b *book) {
	k := b.typesOf()
	c := b.client("2022-08-06", success.Account{
		Name: "Kestrel Parcel", ExternalIDs: map[string]string{"salesforce": "0015g00000KES07AA"}, Segment: "Mid-market", CustomerTypeID: k.parcel,
		CSM: "Ines Moreau", AccountOwner: "Pieter Brandsma", AcquisitionCost: eur(26000), GrossMargin: number(0.78),
	})
	dev := c.person("2022-08-08", "champion", "Dev Raman", "Network Manager", "Network", "Vans out by seven.", 1, 2)
	dev.LeftOn = c.at("2026-04-14")
	joanna := c.person("2022-08-08", "economic buyer", "Joanna Keel", "Managing Director", "Board", "Pence per parcel.", -1, 3)
	neil := c.person("2025-10-06", "user lead", "Neil Farrant", "Depot Manager Leeds", "Depots", "Not being told about it afterwards.", 0, 2)
	old := c.term("2022-08-06", "2025-08-05", 90000, 6000)
	c.closed(old, "contracted", "2025-07-30", 72000, "Two depots closed.")
	now := c.term("2025-08-06", "2026-08-05", 72000, 6000)
	plan := c.plan("2025-08-18", now.ID, "Out by seven", "Vans loaded and gone by seven.", "agreed")
	seven := c.outcome("2025-08-18", plan, aim{statement: "Vans leave by seven", quote: "After seven the ring road eats my margin.", who: joanna, said: "2022-09-01", valid: "2025-08-20", priority: 1, target: "2026-08-05"})
	out := c.measure(seven, gauge{name: "Vans out by seven", unit: "%", direction: "up", baseline: 61, target: 92, from: "2022-09-01", until: "2026-08-05", source: "Depot log", cadence: 90, owner: neil,
		read: []string{"2023-08-24 84 evidenced Depot log", "2025-11-10 73 evidenced Depot log", "2026-05-19 66 evidenced Depot log"}})
	ramp := c.change("2025-08-18", success.BehaviorChange{OutcomeID: seven, Process: "Loading vans", From: "In order of arrival", To: "In order of departure", WhyToday: "First come was fair.", Who: "loaders"}, 40, "habit", "2023-06-12", neil)
	c.change("2025-08-18", success.BehaviorChange{OutcomeID: seven, Process: "Swapping drivers", From: "By telephone", To: "On the board", Who: "dispatchers"}, 9, "aware", "2025-09-15", dev)
	c.gain(success.Benefit{Title: "Loaders' hours saved", Dimension: "time", Group: "loaders", OutcomeID: seven, BehaviorChangeID: ramp}, "2023-06-08 yearly 12000 40 confirmed@2025-08-20 Dev Raman")
	c.gain(success.Benefit{Title: "Vans out before the traffic", Dimension: "cost", Group: "drivers", OutcomeID: seven, MeasureID: out}, "2023-08-24 yearly 46000 120 confirmed@2025-08-20 Dev Raman")
	c.gain(success.Benefit{Title: "Leeds and Hull on one plan", Dimension: "cost", Group: "hubs"}, "2023-11-06 yearly 66000 35 confirmed Dev Raman", "2025-11-10 yearly 0 0 claimed")
	c.gain(success.Benefit{Title: "Agency drivers not called", Dimension: "cost", Group: "drivers"}, "2023-10-02 yearly 64000 120 confirmed Dev Raman", "2026-02-02 yearly 32000 60 confirmed Neil Farrant", "2026-03-31 yearly 0 0 confirmed Neil Farrant")
	c.signed(plan, dev, "2025-08-20", "mail", "")
	c.talk("2025-10-22", "out lead", "Story told to Dev. Joanna read it on the train.", dev)
	c.talk("2026-03-31", "in engage", "Neil writes that agency drivers are back in Leeds.", neil)
	c.talk("2026-04-14", "in engage", "Dev's farewell mail.", dev)
	c.talk("2026-05-27", "out learn", "An evening on the ramp in Leeds.", neil)
	price := c.talk("2026-06-08", "in commercial", "Joanna wants to talk about the price before anything else.", joanna)
	c.owed(price, "2026-06-10", "")
	c.ask("2026-05-27", "Neil Farrant", "What would have to be true for Leeds to want this back?", "2026-05-27", "That it knows the road works. It does not.")
	c.did("2026-05-12", "success", "complain", "Joanna, about the update that moved the departure board.")
	first := c.told(old.ID, "2024-03-07", "Out by seven")
	c.claim("2024-03-07", first, "answer", 1, "84% of the vans leave by seven.", to("measure", out))
	story := c.told(now.ID, "2025-10-22", "Out by seven, mostly")
	c.claim("2025-10-22", story, "answer", 1, "Loaders work in the order of departure.", to("behavior_change", ramp))
	c.add("2026-04-07", &success.Renewal{TermID: now.ID, Probability: number(0.35), ForecastARR: eur(60000), Ask: "Renew Leeds, Hull and Tyne.", Mitigation: "Road works on the board by the end of the month; Neil instead of Dev.",
		Gates: []success.GateCall{{DaysBefore: 120, Call: "at risk", Signal: "at risk", DecidedBy: "Ines Moreau", On: c.at("2026-04-08")}, {DaysBefore: 90, Call: "at risk", Signal: "critical", DecidedBy: "Ines Moreau", On: c.at("2026-05-08")}}})
}

// solent writes Solent Marine Supply: small, static, and waiting for an answer.
func solent(b *book) {
	k := b.typesOf()
	c := b.client("2023-11-13", success.Account{
		Name: "Solent Marine Supply", ExternalIDs: map[string]string{"salesforce": "0015g00000SOL10AA"}, Segment: "Small", CustomerTypeID: k.lightSite,
		CSM: "Ines Moreau", AcquisitionCost: eur(12000), GrossMargin: number(0.78),
	})
	ruth := c.person("2023-11-14", "champion", "Ruth Penhale", "Stores Manager", "Stores", "Tides, and who knows about them.", 0, 2)
	alan := c.person("2023-11-14", "economic buyer", "Alan Voss", "Owner", "Owner", "Boats that leave full.", 0, 3)
	old := c.term("2023-11-13", "2025-11-12", 47000, 3000)
	c.closed(old, "renewed", "2025-11-03", 47000, "")
	now := c.term("2025-11-13", "2026-11-12", 47000, 3000)
	plan := c.plan("2025-11-17", now.ID, "With the tide", "Load by the tide, not by the clock.", "agreed")
	tide := c.outcome("2025-11-17", plan, aim{statement: "Boats leave on their tide", quote: "Miss the tide and you have bought a day.", who: ruth, said: "2023-12-05", valid: "2026-01-20", priority: 1, target: "2026-11-12",
		job: "Have the goods on the quay before the water.", why: "A missed tide costs a crew's day.", link: "The loading plan starts from the tide table."})
	missed := c.measure(tide, gauge{name: "Missed tides", unit: "a month", direction: "down", baseline: 9, target: 2, from: "2023-12-05", until: "2026-11-12", source: "Quay book", cadence: 120, owner: ruth,
		read: []string{"2024-03-01 5 evidenced Quay book", "2024-09-16 4 evidenced Quay book", "2026-03-02 4 evidenced Quay book"}})
	c.measure(tide, gauge{name: "Orders after loading", unit: "a month", direction: "down", target: 3, from: "2025-11-17", until: "2026-11-12", open: true, source: "Nobody counts them yet", owner: alan})
	table := c.change("2025-11-17", success.BehaviorChange{OutcomeID: tide, Process: "Planning the quay", From: "By the clock", To: "By the tide", WhyToday: "The stores open at eight.", Who: "storemen"}, 7, "habit", "2024-05-06", ruth)
	c.change("2025-11-17", success.BehaviorChange{OutcomeID: tide, Process: "Late orders", From: "Taken by anyone", To: "Taken by stores", WhyToday: "Skippers ring whom they know.", Who: "office"}, 4, "aware", "2025-12-01", alan)
	c.milestone(plan, tide, table, "us", "Ines Moreau", "2026-03-13", "", "Tide tables read by machine")
	c.gain(success.Benefit{Title: "Crew days not lost to the tide", Dimension: "cost", Group: "crews", OutcomeID: tide, MeasureID: missed}, "2024-02-29 yearly 34000 11 confirmed Alan Voss", "2024-09-16 yearly 45000 14 confirmed Alan Voss")
	c.gain(success.Benefit{Title: "Stores planned in one go", Dimension: "time", Group: "storemen", OutcomeID: tide, BehaviorChangeID: table}, "2024-01-03 yearly 18000 7 confirmed@2026-01-20 Ruth Penhale")
	c.signed(plan, ruth, "2025-11-24", "mail", "")
	c.talk("2026-01-20", "out coach", "Plan and figures gone through; Alan was at sea.", ruth)
	c.talk("2026-04-08", "out teach", "Webinar on exports to the chandlers.", ruth)
	mail := c.talk("2026-05-29", "in support", "Who do we ask about the tide tables?", ruth)
	c.owed(mail, "2026-06-01", "")
	mail.Ticket = "QS-4471"
	c.ask("2026-02-10", "Alan Voss", "Which orders come in after the boat is loaded?", "", "")
	c.shows(k.gates, "false")
}
