package sample

import "github.com/tendril-app/tendril/internal/success"

// castellan writes Castellan Ports: an old client that goes deeper with what
// it has, without a new kind of benefit.
func castellan(b *book) {
	k := b.typesOf()
	c := b.client("2022-01-17", success.Account{
		Name: "Castellan Ports", ExternalIDs: map[string]string{"salesforce": "0015g00000CAS02AA"}, Segment: "Enterprise", CustomerTypeID: k.port,
		CSM: "Ines Moreau", AccountOwner: "Pieter Brandsma", AcquisitionCost: eur(88000), GrossMargin: number(0.78), Timezone: "Europe/Madrid",
		FirstValueOn: b.at("2022-03-28"),
		Notes:        "Two ports, one operations room. The committee meets on the first Thursday.",
	})
	elena := c.person("2022-01-20", "champion", "Elena Robles", "Harbour Operations Manager", "Operations", "Berths that are free when she said they would be.", 2, 3)
	tomas := c.person("2022-01-20", "economic buyer", "Tomás Ferrer", "Managing Director", "Board", "Calls per berth and day, against Valencia.", 1, 3)
	nuria := c.person("2023-05-04", "user lead", "Núria Vidal", "Yard Planner", "Yard", "Fewer moves a box.", 1, 2)
	old := c.term("2022-01-17", "2025-01-13", 165000, 20000)
	c.closed(old, "expanded", "2024-12-19", 180000, "Second port's yard taken in.")
	year := c.term("2025-01-14", "2026-01-13", 180000, 22000)
	c.closed(year, "expanded", "2025-12-18", 210000, "Pilot boats on the same plan.")
	now := c.term("2026-01-14", "2027-01-14", 210000, 24000)
	plan := c.plan("2026-01-20", now.ID, "One more call a day", "Turn ships faster on the berths that exist, before asking for a new one.", "active")
	c.reviewEvery(plan, 149)
	calls := c.outcome("2026-01-20", plan, aim{
		statement: "The berth is free when the ship was promised it", quote: "A ship that waits outside is a letter to my chairman.",
		who: tomas, said: "2022-02-03", valid: "2026-03-12", priority: 1, target: "2026-12-31",
		job: "Promise a berth and keep the promise.", why: "Every hour at anchor is charged back, and remembered at the next tender.",
		link: "Berth and yard are planned together, so the quay is clear before the pilot boards.",
	})
	wait := c.measure(calls, gauge{name: "Hours at anchor", unit: "h a call", direction: "down", baseline: 5.6, target: 1.8, from: "2022-02-01", until: "2026-12-31", source: "Port log", cadence: 60, owner: elena,
		read: []string{"2024-06-30 3.4 evidenced Port log", "2025-03-10 2.9 evidenced Port log", "2025-12-31 2.4 confirmed Elena Robles", "2026-05-26 2.0 confirmed Elena Robles"}})
	moves := c.measure(calls, gauge{name: "Moves a box", unit: "moves", direction: "down", baseline: 3.1, target: 2.2, from: "2023-06-01", until: "2026-12-31", source: "Crane counters", cadence: 60, owner: nuria,
		read: []string{"2024-09-30 2.7 evidenced Crane counters", "2025-09-18 2.5 evidenced Crane counters", "2026-05-18 2.3 confirmed Núria Vidal"}})
	room := c.change("2026-01-20", success.BehaviorChange{OutcomeID: calls, Process: "Planning berth and yard", From: "Two rooms, two plans, one telephone", To: "One plan, one room, at six in the morning", WhyToday: "The yard belonged to another company until 2021.", Who: "harbour planners"}, 62, "embedded", "2025-06-02", elena)
	stack := c.change("2026-01-20", success.BehaviorChange{OutcomeID: calls, Process: "Stacking for the next ship", From: "Stack where there is room", To: "Stack by next departure", WhyToday: "Cranes are paid by the move.", Who: "crane drivers"}, 80, "habit", "2026-04-02", nuria)
	c.milestone(plan, calls, room, "us", "Tobi Adeyemi", "2026-02-13", "2026-02-12", "Pilot boats shown on the berth plan")
	c.milestone(plan, calls, stack, "us", "Ines Moreau", "2026-04-03", "2026-03-31", "Night shift coached on stacking, three nights")
	c.milestone(plan, calls, stack, "client", "Núria Vidal", "2026-09-15", "", "Crane pay by turned ship, agreed with the works council")
	c.gain(success.Benefit{Title: "Berths turned faster", Dimension: "revenue", Group: "harbour planners", OutcomeID: calls, MeasureID: wait, BehaviorChangeID: room},
		"2024-05-06 yearly 180000 48 confirmed Tomás Ferrer", "2026-03-03 yearly 250000 62 confirmed Tomás Ferrer")
	c.gain(success.Benefit{Title: "Yard moves saved", Dimension: "cost", Group: "crane drivers", OutcomeID: calls, MeasureID: moves, BehaviorChangeID: stack},
		"2023-02-23 yearly 100000 60 confirmed Elena Robles", "2025-04-02 yearly 160000 80 confirmed Elena Robles", "2025-09-18 yearly 220000 80 confirmed Núria Vidal")
	c.gain(success.Benefit{Title: "Night calls without overtime", Dimension: "time", Group: "pilots"},
		"2023-03-15 yearly 50000 18 confirmed Elena Robles", "2025-03-10 yearly 100000 22 confirmed@2026-03-12 Elena Robles")
	c.signed(plan, elena, "2026-03-12", "document", "")
	c.talk("2026-03-12", "out learn", "Half a day in the operations room; plan gone through line by line.", elena, tomas)
	c.talk("2026-04-16", "out coach", "Crane drivers and works council at one table.", nuria)
	c.talk("2026-05-28", "in engage", "Elena asks to move the review to Friday.", elena, tomas)
	q := c.ask("2026-05-21", "Núria Vidal", "Which box do you move most often for nothing?", "2026-05-21", "The empty reefers. They stand in front because the plugs are there.")
	c.learned("2026-05-22", q, "Plugs decide where reefers stand, and reefers decide the moves.", "Product")
	c.did("2025-12-18", "renewal", "upgrade", "Pilot boats added.")
	story := c.told(year.ID, "2025-12-04", "A day less at anchor")
	c.claim("2025-12-04", story, "answer", 1, "Ships wait 2.4 hours instead of 5.6.", to("measure", wait))
	c.shows(k.gates, "true")
	c.shows(k.asksFirst, "true")
}

// lumen writes Lumen Pharma Logistics: new kinds of benefit in each quarter.
func lumen(b *book) {
	k := b.typesOf()
	c := b.client("2023-12-01", success.Account{
		Name: "Lumen Pharma Logistics", ExternalIDs: map[string]string{"salesforce": "0015g00000LUM03AA"}, Segment: "Enterprise", CustomerTypeID: k.coldChain,
		CSM: "Tobi Adeyemi", AccountOwner: "Pieter Brandsma", AcquisitionCost: eur(52000), GrossMargin: number(0.78), FirstValueTargetDays: count(120),
	})
	beat := c.person("2023-12-04", "champion", "Beat Aebischer", "Head of Quality", "Quality", "A deviation report he does not have to write.", 2, 3)
	carla := c.person("2023-12-04", "economic buyer", "Carla Meunier", "COO", "Board", "Licences, and who would be asked if one went.", 1, 3)
	c.person("2025-02-10", "user lead", "Sandro Keel", "Warehouse Lead", "Warehouse", "Doors that stay shut.", 1, 2)
	old := c.term("2023-12-01", "2025-11-30", 126000, 15000)
	c.closed(old, "expanded", "2025-11-12", 144000, "Third warehouse.")
	now := c.term("2025-12-01", "2026-11-30", 144000, 15000)
	plan := c.plan("2026-01-08", now.ID, "No load lost, no page missing", "Keep what must stay cold cold, and be able to prove it the same day.", "active")
	cold := c.outcome("2026-01-08", plan, aim{
		statement: "No pallet leaves its temperature on our dock", quote: "I can explain a late truck. I cannot explain nine degrees.",
		who: beat, said: "2024-01-11", valid: "2026-04-21", priority: 1, target: "2026-11-30",
		job: "Take a cold pallet from a truck to a cold room before it notices.", why: "One warm pallet of biologicals is €180,000 and a letter to the authority.",
		link: "The dock is assigned so that door and cold room are never more than forty metres apart.",
	})
	minutes := c.measure(cold, gauge{name: "Pallets over 12 minutes on the dock", unit: "a week", direction: "down", baseline: 64, target: 5, from: "2024-01-11", until: "2026-11-30", source: "Door sensors", cadence: 31, owner: beat,
		read: []string{"2024-06-30 41 evidenced Door sensors", "2025-01-31 22 evidenced Door sensors", "2025-10-31 15 confirmed Beat Aebischer", "2026-02-27 9 confirmed Beat Aebischer", "2026-05-29 7 confirmed Beat Aebischer"}})
	free := c.outcome("2026-01-08", plan, aim{
		statement: "A batch is released the day it arrives", quote: "Stock that waits for a signature is not stock.",
		who: carla, said: "2025-11-20", valid: "2026-04-21", priority: 2, target: "2026-11-30",
		job: "Let a batch go with its papers complete.", why: "Four days of stock stand in quarantine at any time.", link: "Papers are read at the dock and checked against the order before the truck is empty.",
	})
	release := c.measure(free, gauge{name: "Days to release a batch", unit: "d", direction: "down", baseline: 4.2, target: 1, from: "2025-12-01", until: "2026-11-30", source: "Quality system", cadence: 31, owner: carla,
		read: []string{"2026-02-18 2.1 confirmed Carla Meunier", "2026-04-09 1.6 confirmed Carla Meunier", "2026-05-30 1.3 evidenced Quality system, {2026-05-30 month}"}})
	doors := c.change("2026-01-08", success.BehaviorChange{OutcomeID: cold, Process: "Giving a truck its door", From: "First free door", To: "The door nearest to the room the goods need", WhyToday: "Doors were given out by seniority of the driver.", Who: "warehouse teams"}, 74, "embedded", "2025-04-14", beat)
	papers := c.change("2026-01-08", success.BehaviorChange{OutcomeID: free, Process: "Checking batch papers", From: "In the office, the next morning", To: "At the door, before the truck is empty", WhyToday: "The stamp hung in the office.", Who: "quality assistants"}, 22, "habit", "2026-03-19", beat)
	c.milestone(plan, cold, doors, "us", "Tobi Adeyemi", "2026-01-30", "2026-01-28", "Third warehouse measured, door by door")
	c.milestone(plan, free, papers, "us", "Tobi Adeyemi", "2026-02-20", "2026-02-17", "Batch papers read at the door, trial week")
	c.milestone(plan, free, papers, "client", "Beat Aebischer", "2026-07-03", "", "Inspector shown the new release path")
	c.gain(success.Benefit{Title: "Loads kept in temperature", Dimension: "quality", Group: "warehouse", OutcomeID: cold, MeasureID: minutes, BehaviorChangeID: doors},
		"2024-04-08 yearly 74000 30 confirmed Beat Aebischer", "2025-01-31 yearly 139000 52 confirmed Beat Aebischer", "2026-01-20 yearly 185000 74 confirmed Beat Aebischer")
	c.gain(success.Benefit{Title: "Audit days saved", Dimension: "compliance", Group: "quality"}, "2024-03-06 yearly 45000 8 confirmed@2026-03-06 Beat Aebischer")
	c.gain(success.Benefit{Title: "Queue at the gate gone", Dimension: "time", Group: "drivers", BehaviorChangeID: doors}, "2025-06-03 yearly 50000 40 evidenced@2026-01-09 Gate log, four weeks")
	c.gain(success.Benefit{Title: "Batches released the same day", Dimension: "cost", Group: "planning", OutcomeID: free, MeasureID: release, BehaviorChangeID: papers}, "2026-02-18 yearly 58000 14 confirmed Carla Meunier")
	c.gain(success.Benefit{Title: "Less stock written off", Dimension: "risk", Group: "finance", OutcomeID: free}, "2026-04-08 yearly 42000 5 confirmed Carla Meunier", "2026-05-20 yearly 66000 5 claimed")
	c.signed(plan, beat, "2026-04-21", "mail", "")
	c.talk("2026-04-21", "out coach", "Plan reviewed in the third warehouse, at the door.", beat, carla)
	c.talk("2026-05-20", "out learn", "Finance counts the write-offs of the quarter; not yet theirs to sign.", carla)
	c.talk("2026-06-07", "in engage", "Beat sends a photograph of an empty quarantine cage.", beat)
	q := c.ask("2026-05-20", "Carla Meunier", "What would you do with four days of stock you no longer need?", "2026-05-20", "Give back one cold room. It costs more than you do.")
	c.learned("2026-05-21", q, "The price of stock is the cold room, not the goods.", "Marketing")
	story := c.told(old.ID, "2025-10-16", "Nine degrees, and how to sleep")
	c.claim("2025-10-16", story, "answer", 1, "Pallets over twelve minutes fell from 64 to 15 a week.", to("measure", minutes))
	c.shows(k.perishable, "true")
	c.shows(k.asksFirst, "true")
}

// ostara writes Ostara Foods: three new benefits in a year.
func ostara(b *book) {
	k := b.typesOf()
	c := b.client("2024-05-27", success.Account{
		Name: "Ostara Foods", ExternalIDs: map[string]string{"salesforce": "0015g00000OST05AA"}, Segment: "Mid-market", CustomerTypeID: k.retail,
		CSM: "Tobi Adeyemi", AcquisitionCost: eur(30000), GrossMargin: number(0.78),
	})
	hanne := c.person("2024-05-28", "champion", "Hanne Vogt", "Supply Chain Director", "Supply chain", "Being on the shelf on Saturday.", 2, 3)
	uwe := c.person("2024-05-28", "economic buyer", "Uwe Kranz", "CFO", "Finance", "Fines of the chains, by store.", 1, 3)
	c.person("2025-06-20", "user lead", "Leyla Demir", "Dispatch Lead", "Dispatch", "Lorries that are loaded in the order they unload.", 1, 2)
	old := c.term("2024-05-27", "2026-02-28", 84000, 9000)
	c.closed(old, "expanded", "2026-02-11", 96000, "Fresh goods on the plan.")
	now := c.term("2026-03-01", "2027-02-28", 96000, 9000)
	plan := c.plan("2026-03-02", now.ID, "On the shelf on Saturday", "Deliver into the chains' slots as promised, and waste less of what is fresh.", "active")
	slots := c.outcome("2026-03-02", plan, aim{statement: "Every store gets what it ordered, in its slot", quote: "The chain fines me for eleven minutes. Eleven.", who: uwe, said: "2024-06-12", valid: "2026-03-26", priority: 1, target: "2027-02-28",
		job: "Arrive in the quarter of an hour that was sold to us.", why: "Fines came to more than the margin of two stores.", link: "Loading order follows unloading order, so the first stop is at the door."})
	short := c.measure(slots, gauge{name: "Deliveries outside their slot", unit: "%", direction: "down", baseline: 14, target: 3, from: "2024-06-12", until: "2027-02-28", source: "Chains' scorecards", cadence: 45, owner: hanne,
		read: []string{"2024-10-31 9.5 evidenced Scorecards", "2025-10-01 6.1 evidenced Scorecards", "2026-03-31 4.9 confirmed Hanne Vogt", "2026-05-29 4.4 confirmed Hanne Vogt"}})
	fresh := c.outcome("2026-03-02", plan, aim{statement: "Fresh goods are sold, not thrown away", quote: "I drive past the bins on my way home.", who: hanne, said: "2026-02-19", valid: "2026-03-26", priority: 2, target: "2027-02-28",
		job: "Send the shortest date to the nearest store.", why: "Two percent of fresh turnover goes into the bin."})
	waste := c.measure(fresh, gauge{name: "Fresh goods written off", unit: "%", direction: "down", baseline: 2.1, target: 1.2, from: "2026-02-28", until: "2027-02-28", source: "Stock ledger", cadence: 31, owner: hanne,
		read: []string{"2026-04-20 1.8 confirmed Hanne Vogt", "2026-05-31 1.7 confirmed Hanne Vogt"}})
	order := c.change("2026-03-02", success.BehaviorChange{OutcomeID: slots, Process: "Loading a lorry", From: "Heavy first", To: "Last stop first", WhyToday: "The ramp was built for pallets of one kind.", Who: "dispatch"}, 55, "habit", "2026-02-23", hanne)
	dates := c.change("2026-03-02", success.BehaviorChange{OutcomeID: fresh, Process: "Choosing dates", From: "Whatever stands in front", To: "Shortest date to the nearest store", WhyToday: "Labels faced the wall.", Who: "pickers"}, 31, "habit", "2026-05-11", hanne)
	c.milestone(plan, slots, order, "us", "Tobi Adeyemi", "2026-03-20", "2026-03-18", "Loading order shown at the ramp")
	c.milestone(plan, fresh, dates, "us", "Tobi Adeyemi", "2026-04-10", "2026-04-09", "Labels turned, one aisle at a time")
	c.milestone(plan, fresh, dates, "client", "Leyla Demir", "2026-07-17", "", "Second depot picks by date")
	c.gain(success.Benefit{Title: "Fines of the chains avoided", Dimension: "cost", Group: "dispatch", OutcomeID: slots, MeasureID: short, BehaviorChangeID: order},
		"2024-08-01 yearly 70000 35 confirmed Uwe Kranz", "2025-10-01 yearly 110000 55 confirmed Uwe Kranz")
	c.gain(success.Benefit{Title: "Returns handled once", Dimension: "time", Group: "returns desk", BehaviorChangeID: order}, "2025-07-10 yearly 40000 9 evidenced Returns desk log")
	c.gain(success.Benefit{Title: "Fresh goods sold in time", Dimension: "quality", Group: "pickers", OutcomeID: fresh, MeasureID: waste, BehaviorChangeID: dates},
		"2026-04-20 yearly 26000 31 confirmed Hanne Vogt", "2026-06-02 yearly 47400 31 claimed")
	c.gain(success.Benefit{Title: "Promotions delivered whole", Dimension: "revenue", Group: "sales"}, "2026-05-04 yearly 38000 7 confirmed Uwe Kranz")
	c.signed(plan, hanne, "2026-03-26", "meeting", "")
	c.talk("2026-03-26", "out coach", "Plan agreed on the ramp, in the rain.", hanne, uwe)
	c.talk("2026-06-03", "in engage", "Hanne reports the first promotion week without a short store.", hanne)
	q := c.ask("2026-05-26", "Leyla Demir", "Which store do you load wrongly most often?", "2026-05-26", "The one with two doors. We never know which.")
	c.learned("2026-05-27", q, "Two doors, one address: the slot needs the door.", "Product")
	c.did("2026-02-11", "renewal", "upgrade", "Fresh goods added.")
	c.shows(k.perishable, "true")
}
