package desktop

// Fail keeps why the last workspace could not be opened, for the window to say.
func (a *App) Fail(err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.failure = err
}

// Failure returns what Fail kept, or nil.
func (a *App) Failure() error {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.failure
}
