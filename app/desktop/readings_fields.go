package desktop

import (
	"math"
	"strconv"
	"strings"

	"github.com/tendril-app/tendril/internal/success"
)

func roundDay(field, text string, today success.Date) (success.Date, error) {
	on, err := success.ParseDate(strings.TrimSpace(text))
	if err != nil || on == 0 {
		return 0, success.Invalid(field, "Say on which day it was measured.")
	}
	if on > today {
		return 0, success.Invalid(field, "A reading cannot lie in the future.")
	}
	return on, nil
}

func readNumber(field, text string) (float64, error) {
	value, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) || strings.ContainsAny(text, "xXpP_") {
		return 0, success.Invalid(field, "“%.30s” is not a number.", text)
	}
	return value, nil
}

func firstText(texts ...string) string {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return ""
}
