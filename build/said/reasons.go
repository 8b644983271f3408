package main

import (
	"go/ast"
	"path/filepath"
	"strings"
)

// formatted are the calls of the package of files that take what a row or a file
// is told, as a format, and which argument it is.
var formatted = map[string]int{"note": 1, "say": 0, "refuse": 0, "add": 2}

// findReason takes what an import says of a row, of a file or of a cell.
func (p *pack) findReason(d *ast.FuncDecl, n ast.Node) {
	if p.dir == "internal/story/preflight" {
		p.findMessage(d, n)
	}
	if p.dir != "internal/exchange" {
		return
	}
	switch x := n.(type) {
	case *ast.CallExpr:
		p.findReasonCall(d, x)
	case *ast.CompositeLit:
		for _, e := range x.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				p.findReasonOf(d, nameOf(kv.Key), kv.Value)
			}
		}
	case *ast.AssignStmt:
		for i, to := range x.Lhs {
			if field, ok := to.(*ast.SelectorExpr); ok && i < len(x.Rhs) {
				p.findReasonOf(d, field.Sel.Name, x.Rhs[i])
			}
		}
	}
}

// findMessage takes what the pre-flight says of a story.
func (p *pack) findMessage(d *ast.FuncDecl, n ast.Node) {
	lit, ok := n.(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && nameOf(kv.Key) == "Message" {
			p.add(kv.Value, p.texts(d, kv.Value, 0), false)
		}
	}
}

func (p *pack) findReasonCall(d *ast.FuncDecl, c *ast.CallExpr) {
	name := nameOf(c.Fun)
	if at, ok := formatted[name]; ok && len(c.Args) > at && textOf(c.Args[at]) != "" {
		p.add(c, p.formats(d, c.Args[at], 0, c.Args[at+1:]...), false)
		return
	}
	switch {
	case name == "append" && len(c.Args) == 2 && nameOf(c.Args[0]) == "Notes":
		p.add(c, p.texts(d, c.Args[1], 0), false)
	case name == "New" || name == "Errorf":
		p.findFault(d, c)
	}
}

// findReasonOf takes what a field holds that says why a row is refused.
func (p *pack) findReasonOf(d *ast.FuncDecl, field string, value ast.Expr) {
	if c, ok := value.(*ast.CallExpr); ok && (len(c.Args) == 0 || textOf(c.Args[0]) == "") {
		return // a format handed on, which is found where it is written
	}
	for _, text := range p.texts(d, value, 0) {
		switch {
		case !strings.Contains(text, " "): // a code
		case field == "Reason":
			p.add(value, []string{text}, false)
		case strings.EqualFold(field, "fault"):
			p.add(value, []string{"The row " + text + "."}, false)
		}
	}
}

// findFault takes an error that goes on from what is at fault: a cell of a table
// with its column, or the field of a line.
func (p *pack) findFault(d *ast.FuncDecl, c *ast.CallExpr) {
	if len(c.Args) == 0 || strings.Contains(textOf(c.Args[0]), "%w") {
		return
	}
	at := `"{}": "{}" `
	if filepath.Base(p.fset.Position(c.Pos()).Filename) == "bundlecheck.go" {
		at = hole + " "
	}
	for _, text := range p.formats(d, c.Args[0], 0, c.Args[1:]...) {
		switch {
		case strings.HasPrefix(text, "is "), strings.HasPrefix(text, "has "):
			p.add(c, []string{at + text + "."}, false)
		case strings.HasPrefix(text, "The "):
			p.add(c, []string{text}, false)
		}
	}
}

// findPackFaults takes those that stand outside of any function.
func (p *pack) findPackFaults(decl ast.Decl) {
	if p.dir != "internal/exchange" {
		return
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && nameOf(c.Fun) == "New" {
			p.findFault(nil, c)
		}
		return true
	})
}
