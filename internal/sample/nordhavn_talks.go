package sample

import "github.com/tendril-app/tendril/internal/success"

func (n *nordhavnPeople) conversations() {
	n.talk("2024-09-12", "out learn", "First day on the docks in Copenhagen. Watched the plan being rebuilt three times between four and seven.", n.mette, n.anders)
	n.talk("2024-10-03", "out learn", "An hour with Henrik over the detention ledger. He knows every haulier by name.", n.henrik)
	n.talk("2024-11-18", "in engage", "Anders writes that yesterday's plan held until six.", n.anders)
	n.talk("2025-02-28", "out learn", "Sofie shows the complaints folder. Silence is the word on most pages.", n.sofie)
	n.talk("2025-03-11", "out lead", "Half-year story told to Mette and Henrik.", n.mette, n.henrik)
	n.talk("2025-08-21", "out lead", "Year story told: “The evening came back”.", n.mette, n.henrik)
	n.talk("2025-08-22", "in engage", "Anders's last day. He names nobody to take over.", n.anders)
	n.talk("2025-11-06", "out teach", "Webinar on the new slot board for the Gdańsk yard.", n.piotr)
	answered := n.talk("2025-12-11", "in support", "Gate phone rings out in Gdańsk after the update. Solved the same day.", n.piotr)
	n.owed(answered, "2025-12-12", "2025-12-11")
	n.talk("2026-01-22", "out learn", "Two questions, an hour each, with Sofie and Jens. Nobody had asked customs anything before.", n.sofie, n.jens)
	n.talk("2026-02-11", "out coach", "A week side by side in Gdańsk with a planner from Copenhagen.", n.piotr)
	n.talk("2026-04-14", "out coach", "Wording of late notices, on shift, with six shift leads; plan gone through and agreed in the afternoon.", n.sofie, n.mette)
	n.talk("2026-05-12", "out lead", "Henrik asks what Aarhus would take. Numbers promised with the year's story.", n.henrik)
	price := n.talk("2026-05-20", "in commercial", "Lone asks for the paper path early. Henrik will push on price.", n.lone)
	price.Internal = true
	n.owed(price, "2026-05-22", "2026-05-21")
	n.talk("2026-06-05", "in engage", "Mette sends the {2026-06-05 month} time sheet: 2.1 hours.", n.mette)

	n.qLate = n.ask("2026-01-22", "Sofie Brandt", "Which shipment did you last have to apologise for, and what held it?", "2026-01-22", "Papers. The truck was on time. It was papers in five of the last eight.")
	n.qAudit = n.ask("2026-01-22", "Jens Okkels", "What does an auditor ask you that takes longest to answer?", "2026-01-26", "Proof of who packed it. It lies in a folder in the terminal, and the folder has an owner who is on shift.")
	n.ask("2026-04-23", "Piotr Zieliński", "Which of the slot rules do you work around, and on which days?", "", "")
	n.ask("2026-05-12", "Henrik Dahl", "What would the board want to see before it says yes to Aarhus?", "2026-05-12", "Detention in Aarhus, by month, and who carries it if it does not fall.")
	n.ask("2026-06-02", "Sofie Brandt", "What do your shift leads write when they write nothing?", "2026-06-02", "“Waiting for the yard.” They mean they do not know.")
	n.whatHeld = n.learned("2026-01-28", n.qLate, "Late papers, not late trucks, held one shipment in eight.", "Product")
	n.learned("2026-04-30", n.qAudit, "Papers have owners, and owners have shifts. Filing has to happen where the hands are.", "Product")
	n.whoNext = n.learned("2026-01-28", "", "When the head of planning left, nobody was asked who came next. Nothing new came until two questions were.", "")
	n.did("2025-07-08", "success", "try", "Put Gdańsk's first crane on the slot board by themselves.")
	n.did("2025-08-27", "renewal", "upgrade", "Gdańsk added, €120,000 to €126,000.")
	n.did("2026-03-10", "success", "refer", "Henrik called the CFO of Pellegrino Vini.")
}

func (n *nordhavnPeople) renewal() {
	n.add("2026-02-16", &success.Renewal{
		TermID: n.second,
		Gates: []success.GateCall{
			{DaysBefore: 120, Call: "on track", Signal: "watch", Reason: "Customs is new and Henrik noticed.", DecidedBy: "Ines Moreau", On: n.at("2026-05-04")},
			{DaysBefore: 90, Call: "on track", Signal: "watch", Reason: "One reading is stale; the plan is agreed and Aarhus is on the table.", DecidedBy: "Ines Moreau", On: n.at("2026-06-02")},
		},
		Checklist: []success.CheckItem{
			{Text: "Henrik has seen the draft figures", DoneOn: n.at("2026-05-12")},
			{Text: "Sofie's call counts are in"},
			{Text: "Paper path agreed with procurement", DoneOn: n.at("2026-05-21")},
		},
		Ask: "Renew for year three, with Gdańsk and Aarhus in the scope.", ForecastARR: eur(162000), Probability: number(0.9),
		PaperPath: []success.PaperStep{
			{Step: "Offer to procurement", Owner: "Pieter Brandsma", Due: n.at("2026-07-01")},
			{Step: "Board meeting, Aarhus", Owner: "Henrik Dahl", Due: n.at("2026-06-30")},
			{Step: "Signature", Owner: "Henrik Dahl", Due: n.at("2026-08-14")},
		},
	})
	n.add("2025-05-05", &success.Renewal{
		TermID: n.first, Ask: "Renew with Gdańsk.", Probability: number(0.9),
		Gates:   []success.GateCall{{DaysBefore: 60, Call: "on track", Signal: "on track", DecidedBy: "Ines Moreau", On: n.at("2025-07-02")}},
		Lessons: "The renewal was safe and we went quiet. Ask who comes next before somebody leaves.",
	})
}

func (n *nordhavnPeople) stories() {
	half := n.told(n.first, "2025-03-11", "Half the evening is back")
	n.claim("2025-03-11", half, "answer", 1, "The dock plan takes 3.4 hours instead of 6.5.", to("benefit", n.bDock))
	n.claim("2025-03-11", half, "growth", 2, "Detention charges fell by €96,000 a year.", to("benefit", n.bDetention))
	year := n.told(n.first, "2025-08-21", "The evening came back")
	n.claim("2025-08-21", year, "answer", 1, "Proved value stands at €595,000 a year.", to("benefit", n.bDock), to("benefit", n.bDetention), to("benefit", n.bNotice), to("benefit", n.bPallets), to("benefit", n.bSlots))
	n.claim("2025-08-21", year, "growth", 2, "Two slot contracts were won on the on-time record, worth €140,000.", to("benefit", n.bSlots))
	n.claim("2025-08-21", year, "growth", 3, "Pallets in Copenhagen are re-handled less often, worth €71,000 a year.", to("benefit", n.bPallets))
	n.add("2025-08-21", &success.ExportRecord{
		StoryID: year, Format: "pptx", Audience: "client", ExportedBy: "Ines Moreau", FileName: "Nordhavn Freight - The evening came back.pptx",
		ExportedAt:  success.InstantOf(n.at("2025-08-21").Time().Add(6 * 3600e9)),
		ContentHash: "a41c09fe4d6b2f7715c0a8be9a7d33e1f0b8c25e6a917d04c3f2b1e85d9074aa",
	})
	draft := n.add("2026-06-08", &success.Story{
		TermID: n.second, Title: "From the docks to the customs desk", Audience: "client", Status: "draft", Permission: "named",
		Sections: []success.StorySection{
			{Key: "answer", Title: "Year two is worth seven times its cost and reaches 107 more people"},
			{Key: "growth", Title: "Nothing new came for 210 days. Two questions in {2026-01-22 month} changed that."},
		},
	})
	all := []success.Link{to("benefit", n.bDock), to("benefit", n.bDetention), to("benefit", n.bNotice), to("benefit", n.bPallets), to("benefit", n.bSlots), to("benefit", n.bCustoms), to("benefit", n.bDamage)}
	n.claim("2026-06-08", draft, "answer", 1, "Proved value stands at €909,000 a year, 7.2 times the subscription.", all...)
	n.claim("2026-06-08", draft, "answer", 2, "It reaches 266 people in seven kinds of benefit, up from 159 in five at the last renewal.", all...)
	n.claim("2026-06-08", draft, "results", 3, "The daily dock plan takes 2.1 hours instead of 6.5.", to("measure", n.dockHours))
	n.claim("2026-06-08", draft, "results", 4, "Detention fell from €46,000 to €19,500 a month.", to("measure", n.detention))
	n.claim("2026-06-08", draft, "results", 5, "96.4% of customs filings pass the first time.", to("measure", n.filings))
	n.claim("2026-06-08", draft, "results", 6, "“Where is it?” calls fell from 96 to 52 per 1,000.", to("measure", n.calls))
	n.claim("2026-06-08", draft, "results", 7, "Pallets at Gdańsk are re-handled a third less.", to("benefit", n.bPallets))
	n.claim("2026-06-08", draft, "learned", 8, "From {2025-07-08 month} to {2026-02-03 month} we brought nothing new. Your head of planning had left and we did not ask who came next.", to("insight", n.whoNext))
	n.claim("2026-06-08", draft, "learned", 9, "Two questions in {2026-01-22 month}, to Sofie Brandt and Jens Okkels, led to the customs desk.", to("insight", n.whatHeld))
	n.claim("2026-06-08", draft, "next", 10, "Aarhus docks 5 to 9, 38 people, from {2026-09-01 month}.", to("outcome", n.trucksOut))
	n.claim("2026-06-08", draft, "decisions", 11, "Renew for year three, with Gdańsk and Aarhus in the scope.", to("term", n.second))
	n.claim("2026-06-08", draft, "decisions", 12, "Confirm three claims: €84,000 a year and €120,000 once.", to("benefit", n.bCalls), to("benefit", n.bPallets), to("benefit", n.bGdansk))
}
