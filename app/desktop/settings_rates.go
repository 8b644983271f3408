package desktop

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/tendril-app/tendril/internal/success"
	"github.com/tendril-app/tendril/internal/workspace"
)

// RateInput is an exchange rate as it is typed. ID is the rate it takes the place
// of, "" for a new one; Rate is a plain decimal.
type RateInput struct {
	ID   string `json:"id"`
	On   string `json:"on"`
	From string `json:"from"`
	To   string `json:"to"`
	Rate string `json:"rate"`
}

func rateViews(rates []success.FxRate) []RateView {
	views := make([]RateView, 0, len(rates))
	for i := range rates {
		r := &rates[i]
		views = append(views, RateView{
			ID: string(r.ID), On: r.On.String(), From: r.From, To: r.To, Rate: decimal.NewFromFloat(r.Rate).String(),
		})
	}
	slices.SortFunc(views, func(a, b RateView) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return views
}

// PutRate writes an exchange rate. Of two rates of one day between the same
// currencies there is only one: the second takes the place of the first.
func (s *Settings) PutRate(in RateInput) (_ WrittenView, err error) {
	defer s.app.catch("settings.put_rate", &err)
	fields, err := rateFields(in)
	if err != nil {
		return WrittenView{}, err
	}
	label := "Add a rate from " + in.From + " to " + in.To
	if in.ID != "" {
		label = "Change a rate from " + in.From + " to " + in.To
	}
	return s.app.write(label, func(tx *workspace.Tx) (success.ID, error) {
		written, err := tx.Put("fx_rate", "", fields)
		if err != nil {
			return "", err
		}
		// The id follows from the day and the currencies: the rate may lie in the bin,
		// and with another day it is another rate.
		if err := tx.Restore("fx_rate", written.ID); err != nil {
			return "", err
		}
		if old := success.ID(in.ID); old != "" && old != written.ID {
			err = tx.Delete("fx_rate", old)
		}
		return written.ID, err
	})
}

func rateFields(in RateInput) (success.Fields, error) {
	on, err := success.ParseDate(strings.TrimSpace(in.On))
	if err != nil || on == 0 {
		return nil, success.Invalid("on", "Say from which day the rate holds.")
	}
	from, to := strings.ToUpper(strings.TrimSpace(in.From)), strings.ToUpper(strings.TrimSpace(in.To))
	for field, code := range map[string]string{"from": from, "to": to} {
		if !success.IsCurrency(code) {
			return nil, success.Invalid(field, "%q is no currency code; write three capitals such as EUR.", code)
		}
	}
	if from == to {
		return nil, success.Invalid("to", "A rate is between two currencies.")
	}
	rate, err := decimal.NewFromString(strings.TrimSpace(in.Rate))
	if err != nil || len(in.Rate) > 30 {
		return nil, success.Invalid("rate", "“%.30s” is not a number.", in.Rate)
	}
	if rate.Sign() <= 0 {
		return nil, success.Invalid("rate", "A rate is above 0.")
	}
	return success.Fields{"on": jsonText(on.String()), "from": jsonText(from), "to": jsonText(to), "rate": json.RawMessage(rate.String())}, nil
}

// RemoveRate puts a rate in the bin.
func (s *Settings) RemoveRate(id string) (_ WrittenView, err error) {
	defer s.app.catch("settings.remove_rate", &err)
	return s.app.write("Remove a rate", func(tx *workspace.Tx) (success.ID, error) {
		return success.ID(id), tx.Delete("fx_rate", success.ID(id))
	})
}
