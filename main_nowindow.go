//go:build !desktop && !bindings

package main

import "io"

// hasWindow says whether this build can open a window of its own.
const hasWindow = false

// runWindow is the browser mode in a build without a web view.
func runWindow(s settings, stdout, stderr io.Writer) error { return runBrowser(s, stdout, stderr) }
