package preflight

// What the secrets and sums are, in the words of a finding.
const (
	ofThePriceOfATerm                 = "the price of a term"
	ofThePriceAfterATerm              = "the price after a term"
	ofOurForecast                     = "our forecast"
	ofTheClientsOffer                 = "the client's offer"
	ofWhatTheClientCostUsToWin        = "what the client cost us to win"
	ofWhatItWouldCostTheClientToLeave = "what it would cost the client to leave"
	ofThePriceOfAMonth                = "the price of a month"
	ofOurNotesOnTheAccount            = "our notes on the account"
	ofAnInternalBenefit               = "an internal benefit"
	ofInternalEvidence                = "internal evidence"
	ofAnInternalConversation          = "an internal conversation"
	ofWhatWeThinkSomebodyCaresAbout   = "what we think somebody cares about"
	ofAPersonKeptInternal             = "a person kept internal"
	ofOurReasonForAResult             = "our reason for a result"
	ofOurWorkOnTheRenewal             = "our work on the renewal"
	ofOurCallOnTheRenewal             = "our call on the renewal"
	ofOurChecklist                    = "our checklist"
)

// Phrases are the words for what was found that stand within a finding's message.
func Phrases() []string {
	return []string{
		ofThePriceOfATerm,
		ofThePriceAfterATerm,
		ofOurForecast,
		ofTheClientsOffer,
		ofWhatTheClientCostUsToWin,
		ofWhatItWouldCostTheClientToLeave,
		ofThePriceOfAMonth,
		ofOurNotesOnTheAccount,
		ofAnInternalBenefit,
		ofInternalEvidence,
		ofAnInternalConversation,
		ofWhatWeThinkSomebodyCaresAbout,
		ofAPersonKeptInternal,
		ofOurReasonForAResult,
		ofOurWorkOnTheRenewal,
		ofOurCallOnTheRenewal,
		ofOurChecklist,
	}
}
