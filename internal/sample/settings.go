package sample

import "github.com/tendril-app/tendril/internal/success"

// kinds are the customer types and indicators that accounts refer to.
type kinds struct {
	forwarder, port, coldChain, heavySite, retail, parcel, lightSite success.ID
	gates, perishable, countsDetention, asksFirst, seats             success.ID
}

// typesOf finds what settings made, by name.
func (b *book) typesOf() kinds {
	byName := map[string]success.ID{}
	for _, rec := range b.records {
		switch r := rec.(type) {
		case *success.CustomerType:
			byName[r.Name] = r.ID
		case *success.Indicator:
			byName[r.Name] = r.ID
		}
	}
	return kinds{
		forwarder: byName["Multi-terminal forwarder"], port: byName["Port operator"],
		coldChain: byName["Cold chain, regulated"], heavySite: byName["Single heavy site"],
		retail: byName["Retail supplier"], parcel: byName["Last-mile carrier"], lightSite: byName["Single light site"],
		gates: byName["Runs more than one gate"], perishable: byName["Goods that spoil"],
		countsDetention: byName["Knows its detention bill to the euro"], asksFirst: byName["Asked us a question before buying"],
		seats: byName["Seats bought"],
	}
}

// settings writes what belongs to the workspace and not to one account.
func (b *book) settings() {
	b.add("2022-06-01", &success.Workspace{
		Name: Name, Currency: Currency, HalfLifeDays: 365, Cheque: eur(5000),
		Dimensions: []string{"revenue", "cost", "time", "risk", "quality", "experience", "compliance", "strategy"},
		Gates:      []success.Count{120, 90, 60, 30},
		Brand:      success.BrandKit{Company: Name},
	})
	b.add("2022-06-01", &success.Member{Name: "Ines Moreau", Email: "ines.moreau@quayside.example"})
	b.add("2022-06-01", &success.Member{Name: "Tobi Adeyemi", Email: "tobi.adeyemi@quayside.example"})
	b.rates()
	b.motives()
}

func (b *book) rates() {
	for _, r := range []struct {
		day, from, to string
		rate          float64
	}{
		{"2024-06-03", "EUR", "SEK", 11.40}, {"2024-12-02", "EUR", "SEK", 11.52}, {"2025-06-02", "EUR", "SEK", 11.00},
		{"2025-12-01", "EUR", "SEK", 10.96}, {"2024-06-03", "GBP", "EUR", 1.174}, {"2025-06-02", "GBP", "EUR", 1.188},
		{"2025-12-01", "GBP", "EUR", 1.142}, {"2026-06-01", "GBP", "EUR", 1.155},
	} {
		on := b.at(r.day)
		b.add(r.day, &success.FxRate{Meta: success.Meta{ID: rateID(on, r.from, r.to)}, On: on, From: r.from, To: r.to, Rate: r.rate})
	}
}

func (b *book) motives() {
	flow := b.add("2022-06-02", &success.Motivation{
		Stage: "acquisition", Name: "Stop the queue at the gate",
		Description: "Trucks that stand cost money that somebody has to sign for every month. The pain is on an invoice.",
	})
	fresh := b.add("2022-06-02", &success.Motivation{
		Stage: "purchase", Name: "Lose no load",
		Description: "Goods that spoil, or that an inspector may open. One bad day is a claim, a recall or a lost shelf.",
	})
	promise := b.add("2022-06-02", &success.Motivation{
		Stage: "success", Name: "Keep a promise made to somebody else",
		Description: "Their own customer was told a time. We are judged by whether it held.",
	})
	calm := b.add("2022-06-02", &success.Motivation{
		Stage: "renewal", Name: "A quiet evening",
		Description: "Planners who go home on time. Nobody writes this into a contract and everybody renews for it.",
	})
	gates := b.add("2022-06-02", &success.Indicator{MotivationID: flow, Name: "Runs more than one gate", Stage: "acquisition", IndicatorKind: "yes/no", Nature: "demographic", Source: "Asked on the first site visit"})
	b.add("2022-06-02", &success.Indicator{MotivationID: flow, Name: "Knows its detention bill to the euro", Stage: "purchase", IndicatorKind: "yes/no", Nature: "motivational", Source: "Asked of the CFO before the offer"})
	spoil := b.add("2022-06-02", &success.Indicator{MotivationID: fresh, Name: "Goods that spoil", Stage: "purchase", IndicatorKind: "yes/no", Nature: "motivational", Source: "Seen on the yard"})
	b.add("2022-06-02", &success.Indicator{MotivationID: promise, Name: "Asked us a question before buying", Stage: "success", IndicatorKind: "yes/no", Nature: "motivational", Source: "Our own notes of the first three calls"})
	b.add("2022-06-02", &success.Indicator{MotivationID: calm, Name: "Seats bought", Stage: "renewal", IndicatorKind: "number", Nature: "internal", Source: ""})
	for _, t := range []struct {
		name, about, color string
		rules              []success.TypeRule
	}{
		{"Multi-terminal forwarder", "Moves other people's goods through several terminals. Buys calm, stays for the next terminal.", "#3973AB", []success.TypeRule{{IndicatorID: gates, Op: success.RuleIs, Value: []byte("true")}}},
		{"Port operator", "Sells berth time. Decides slowly and by committee, then never leaves.", "#2F3AA5", nil},
		{"Cold chain, regulated", "Temperature, papers and inspectors. Wants proof before it wants speed.", "#00A299", []success.TypeRule{{IndicatorID: spoil, Op: success.RuleIs, Value: []byte("true")}}},
		{"Single heavy site", "One gate, heavy loads, one person who knows how it all works.", "#AA5128", nil},
		{"Retail supplier", "Delivers into somebody else's time slot and is fined when late.", "#C1880B", nil},
		{"Last-mile carrier", "Vans by the hundred, thin margins, decides in a week.", "#921864", nil},
		{"Single light site", "One gate, light goods, bought us to stop using the whiteboard.", "#673C00", nil},
	} {
		b.add("2022-06-03", &success.CustomerType{Name: t.name, Description: t.about, Color: t.color, Rules: t.rules})
	}
}
