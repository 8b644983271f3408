package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The holes of a template, until numbered gives them their numbers.
const (
	hole       = "{}"
	numberHole = "{#}"
)

// deepest is how far a text is traced through variables and calls.
const deepest = 6

// texts returns what an expression may say, with holes for what is only known
// when the program runs.
func (p *pack) texts(in *ast.FuncDecl, e ast.Expr, depth int) []string {
	if depth > deepest {
		return []string{hole}
	}
	switch x := e.(type) {
	case *ast.ParenExpr:
		return p.texts(in, x.X, depth)
	case *ast.BasicLit:
		if x.Kind == token.STRING {
			return []string{textOf(x)}
		}
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return joined(p.texts(in, x.X, depth+1), p.texts(in, x.Y, depth+1))
		}
	case *ast.Ident:
		return p.named(in, x.Name, depth)
	case *ast.CallExpr:
		return p.called(in, x, depth)
	case *ast.IndexExpr:
		if values, ok := p.consts[nameOf(x.X)].(*ast.CompositeLit); ok {
			return p.values(in, values, depth)
		}
	}
	return []string{hole}
}

func joined(heads, tails []string) []string {
	var out []string
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, h+t)
		}
	}
	return out
}

// values returns what stands in a table; a long one is a hole, its values words.
func (p *pack) values(in *ast.FuncDecl, table *ast.CompositeLit, depth int) []string {
	var out []string
	for _, e := range table.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			out = append(out, p.texts(in, kv.Value, depth+1)...)
		}
	}
	for _, text := range out {
		if !strings.Contains(text, " ") {
			return []string{hole}
		}
	}
	return out
}

// named returns what a variable, a parameter or a constant may say.
func (p *pack) named(in *ast.FuncDecl, name string, depth int) []string {
	if in != nil {
		if set := p.assigned(in, name, depth); len(set) > 0 {
			return set
		}
		if at := parameter(in, name); at >= 0 {
			return p.passed(in, at, depth)
		}
	}
	if value, ok := p.consts[name]; ok {
		return p.texts(nil, value, depth+1)
	}
	return []string{hole}
}

// assigned goes through a function and gathers what a variable may hold at its end.
func (p *pack) assigned(in *ast.FuncDecl, name string, depth int) []string {
	var set []string
	ast.Inspect(in, func(n ast.Node) bool {
		a, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for i, to := range a.Lhs {
			if id, ok := to.(*ast.Ident); !ok || id.Name != name || len(a.Lhs) != len(a.Rhs) {
				continue
			}
			now := p.texts(in, a.Rhs[i], depth+1)
			if a.Tok == token.ADD_ASSIGN {
				now = joined(set, now)
			}
			set = append(set, now...)
		}
		return true
	})
	return set
}

func parameter(in *ast.FuncDecl, name string) int {
	at := 0
	for _, field := range in.Type.Params.List {
		for _, id := range field.Names {
			if id.Name == name {
				return at
			}
			at++
		}
	}
	return -1
}

// passed returns what the callers of a function give for a parameter. A function
// that others call from outside may be given anything.
func (p *pack) passed(in *ast.FuncDecl, at, depth int) []string {
	var out []string
	for _, c := range p.calls[in.Name.Name] {
		if c.in != in && at < len(c.expr.Args) {
			out = append(out, p.texts(c.in, c.expr.Args[at], depth+1)...)
		}
	}
	if len(out) == 0 {
		out = []string{hole}
	}
	return out
}

func (p *pack) called(in *ast.FuncDecl, c *ast.CallExpr, depth int) []string {
	name := nameOf(c.Fun)
	if _, method := c.Fun.(*ast.SelectorExpr); method {
		if name == "Sprintf" && len(c.Args) > 0 {
			return p.formats(in, c.Args[0], depth, c.Args[1:]...)
		}
		if name == "why" {
			return p.reasons()
		}
		if name == "String" || name == "Error" {
			return []string{hole}
		}
	}
	d, ok := p.funcs[name]
	if !ok || !saysText(d) {
		return []string{hole}
	}
	var out []string
	ast.Inspect(d, func(n ast.Node) bool {
		if _, inner := n.(*ast.FuncLit); inner {
			return false
		}
		if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 1 {
			out = append(out, p.local(d, r.Results[0], depth+1)...)
		}
		return true
	})
	if len(out) == 0 {
		return []string{hole}
	}
	return out
}

// saysText reports whether a function returns one text.
func saysText(d *ast.FuncDecl) bool {
	r := d.Type.Results
	return r != nil && len(r.List) == 1 && nameOf(r.List[0].Type) == "string"
}

// local is texts where a parameter is a hole: who called is known already, and it
// is not for other callers to answer.
func (p *pack) local(d *ast.FuncDecl, e ast.Expr, depth int) []string {
	switch x := e.(type) {
	case *ast.Ident:
		if parameter(d, x.Name) >= 0 {
			return []string{hole}
		}
	case *ast.BinaryExpr:
		if x.Op == token.ADD {
			return joined(p.local(d, x.X, depth), p.local(d, x.Y, depth))
		}
	}
	return p.texts(d, e, depth)
}

// reasons returns why a workspace may be read only, as it is assigned.
func (p *pack) reasons() []string {
	var out []string
	for _, d := range p.funcs {
		ast.Inspect(d, func(n ast.Node) bool {
			a, ok := n.(*ast.AssignStmt)
			if !ok {
				return true
			}
			for i, to := range a.Lhs {
				if field, ok := to.(*ast.SelectorExpr); ok && field.Sel.Name == "readOnly" && i < len(a.Rhs) {
					out = append(out, p.texts(d, a.Rhs[i], 1)...)
				}
			}
			return true
		})
	}
	return out
}

var verb = regexp.MustCompile(`%(?:[-+# 0]*[\d.]*)([a-zA-Z%])`)

// formats returns what a format may say: a hole for each verb, a number's hole for
// the verbs of numbers.
func (p *pack) formats(in *ast.FuncDecl, e ast.Expr, depth int, args ...ast.Expr) []string {
	var out []string
	for _, format := range p.texts(in, e, depth) {
		made := []string{""}
		last, at := 0, 0
		for _, m := range verb.FindAllStringSubmatchIndex(format, -1) {
			parts := []string{hole}
			switch format[m[2]] {
			case '%':
				parts = []string{"%"}
			case 'd', 'f', 'g':
				parts = []string{numberHole}
			case 'q':
				parts = []string{`"` + hole + `"`}
			}
			if format[m[2]] == 's' && at < len(args) && format[m[0]:m[1]] == "%s" {
				parts = p.adds(in, args[at], depth)
			}
			if format[m[2]] != '%' {
				at++
			}
			made = joined(joined(made, []string{format[last:m[0]]}), parts)
			last = m[1]
		}
		out = append(out, joined(made, []string{format[last:]})...)
	}
	return out
}

// phrases are the functions whose text goes into a sentence as words of the program.
var phrases = []string{"named", "orderName", "lonelyReason", "plainReason"}

// adds returns what an argument may say where it brings words of its own: a title
// in quotes, or a phrase out of a table. All others are holes.
func (p *pack) adds(in *ast.FuncDecl, arg ast.Expr, depth int) []string {
	switch x := arg.(type) {
	case *ast.CallExpr:
		if slices.Contains(phrases, nameOf(x.Fun)) {
			return p.texts(in, x, depth+1)
		}
	case *ast.IndexExpr:
		return p.texts(in, x, depth+1)
	}
	return []string{hole}
}

var holes = regexp.MustCompile(`\{#?\}`)

// numbered gives the holes of a template their numbers.
func numbered(text string) string {
	n := -1
	return holes.ReplaceAllStringFunc(text, func(h string) string {
		n++
		if h == numberHole {
			return "{" + strconv.Itoa(n) + "#}"
		}
		return "{" + strconv.Itoa(n) + "}"
	})
}
