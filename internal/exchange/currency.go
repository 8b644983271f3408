package exchange

import (
	"strings"

	"golang.org/x/text/currency"
)

// knownCurrency reports whether code is a code of ISO 4217, in use or retired.
func knownCurrency(code string) bool {
	if len(code) != 3 || strings.ToUpper(code) != code {
		return false
	}
	switch code {
	case "SLE", "VED", "ZWG", "XCG": // newer than the table
		return true
	case "XXX", "XTS": // "no currency" and "for testing"
		return false
	}
	_, err := currency.ParseISO(code)
	return err == nil
}

// signs are the signs and words that name a currency; a "?" marks those that
// several countries use.
var signs = map[string]string{
	"€": "EUR", "euro": "EUR", "euros": "EUR",
	"£": "GBP", "pound": "GBP?", "pounds": "GBP?",
	"$": "USD?", "us$": "USD", "$us": "USD", "usd$": "USD", "dollar": "USD?", "dollars": "USD?", "us dollar": "USD",
	"a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL", "mx$": "MXN",
	"¥": "JPY?", "￥": "JPY?", "円": "JPY", "yen": "JPY", "元": "CNY", "rmb": "CNY",
	"kr": "SEK?", "kr.": "SEK?", "fr": "CHF", "fr.": "CHF", "sfr": "CHF", "sfr.": "CHF",
	"zł": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "₹": "INR", "rs": "INR?", "₩": "KRW", "₽": "RUB", "₺": "TRY",
	"₪": "ILS", "₴": "UAH", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "r": "ZAR",
}

// sharing lists the currencies that use an ambiguous sign.
var sharing = map[string][]string{
	"USD": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"},
	"SEK": {"SEK", "NOK", "DKK", "ISK"},
	"JPY": {"JPY", "CNY"},
	"GBP": {"GBP", "EGP"},
	"INR": {"INR", "PKR", "LKR", "NPR"},
}

// currencySign reads a code, sign or word; ambiguous is true for signs that
// several currencies share.
func currencySign(word string) (code string, ambiguous, ok bool) {
	if upper := strings.ToUpper(strings.TrimSpace(word)); len(upper) == 3 && knownCurrency(upper) {
		return upper, false, true
	}
	found, ok := signs[strings.ToLower(strings.TrimSpace(word))]
	if !ok {
		return "", false, false
	}
	code, ambiguous = strings.CutSuffix(found, "?")
	return code, ambiguous, true
}

// shares reports whether wanted may be meant by a sign that was read as code.
func shares(code, wanted string) bool {
	for _, c := range sharing[code] {
		if c == wanted {
			return true
		}
	}
	return false
}
