package desktop

// Bound returns every struct that the window may call, under the name
// "desktop.<Struct>". The browser mode and the bindings derive from this list.
func Bound(app *App) []any {
	return []any{
		NewFrame(app),
		NewDialogs(app),
		NewJobs(app),
		NewWorkspace(app),
		NewPortfolio(app),
		NewWays(app),
		NewSearch(app),
		NewHistory(app),
		NewImports(app),
		NewExports(app),
		NewAccount(app),
		NewValue(app),
		NewWhy(app),
		NewStories(app),
		NewStorySections(app),
		NewStoryProof(app),
		NewStoryPreflight(app),
		NewStoryTelling(app),
		NewOverview(app),
		NewChronicle(app),
		NewSavedViews(app),
		NewToday(app),
		NewRenewals(app),
		NewPlan(app),
		NewReadings(app),
		NewEvidence(app),
		NewTalks(app),
		NewCapture(app),
		NewAlignment(app),
		NewCustomerTypes(app),
		NewLearning(app),
		NewSettings(app),
		NewBackups(app),
		NewBin(app),
		NewLetters(app),
		NewPeople(app),
	}
}
