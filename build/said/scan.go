package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A pack is one package's source with what a text may be traced through.
type pack struct {
	dir    string
	fset   *token.FileSet
	files  []*ast.File
	funcs  map[string]*ast.FuncDecl
	consts map[string]ast.Expr
	calls  map[string][]call // by the name that is called
	out    *[]Finding
}

// A call stands in a function.
type call struct {
	in   *ast.FuncDecl
	expr *ast.CallExpr
}

// A Finding is a sentence that a person may read, or a place whose sentence
// cannot be traced; then Text is empty.
type Finding struct {
	Text  string
	At    string
	Label bool // of an action
}

// Scan finds the sentences in the packages of a module: the messages of errors,
// the labels of actions and the words of explanations.
func Scan(root string, dirs []string) ([]Finding, error) {
	var found []Finding
	for _, dir := range dirs {
		p := &pack{dir: dir, fset: token.NewFileSet(), funcs: map[string]*ast.FuncDecl{},
			consts: map[string]ast.Expr{}, calls: map[string][]call{}, out: &found}
		if err := p.read(filepath.Join(root, dir)); err != nil {
			return nil, err
		}
		p.collect()
		p.find()
	}
	return found, nil
}

func (p *pack) read(dir string) error {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(paths) == 0 {
		return fmt.Errorf("no source in %s: %w", dir, fs.ErrNotExist)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(p.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
		p.files = append(p.files, file)
	}
	return nil
}

// collect notes the functions, the constants and who calls whom.
func (p *pack) collect() {
	for _, file := range p.files {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				p.funcs[d.Name.Name] = d
				p.collectCalls(d)
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					v, ok := spec.(*ast.ValueSpec)
					if !ok {
						continue
					}
					for i, name := range v.Names {
						if i < len(v.Values) {
							p.consts[name.Name] = v.Values[i]
						}
					}
				}
			}
		}
	}
}

func (p *pack) collectCalls(d *ast.FuncDecl) {
	ast.Inspect(d, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			name := nameOf(c.Fun)
			p.calls[name] = append(p.calls[name], call{d, c})
		}
		return true
	})
}

func nameOf(e ast.Expr) string {
	switch f := e.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// labelled are the calls that take an action's label, and which argument it is.
var labelled = map[string]int{"Do": 1, "act": 1, "write": 0, "RestoreRecord": 1, "PutBack": 1}

// find goes to every place where a sentence begins its way to a person.
func (p *pack) find() {
	for _, file := range p.files {
		explains := strings.HasPrefix(filepath.Base(p.fset.Position(file.Pos()).Filename), "explain")
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok {
				if explains {
					p.findVars(decl)
				}
				p.findPackFaults(decl)
				continue
			}
			p.findSpeech(d)
			ast.Inspect(d, func(n ast.Node) bool {
				p.findReason(d, n)
				switch x := n.(type) {
				case *ast.CallExpr:
					p.findCall(d, x, explains)
				case *ast.CompositeLit:
					p.findLiteral(d, x, explains)
				case *ast.AssignStmt:
					p.findAssigned(d, x, explains)
				}
				return true
			})
		}
	}
}

// spoken are the errors whose own text is a sentence for a person.
var spoken = []string{"ScriptError", "BundleError"}

// findSpeech takes what such an error says.
func (p *pack) findSpeech(d *ast.FuncDecl) {
	if d.Name.Name != "Error" || d.Recv == nil {
		return
	}
	star, ok := d.Recv.List[0].Type.(*ast.StarExpr)
	if !ok || !slices.Contains(spoken, nameOf(star.X)) {
		return
	}
	ast.Inspect(d, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			p.add(r, p.texts(d, r.Results[0], 0), true)
		}
		return true
	})
}

func (p *pack) findCall(d *ast.FuncDecl, c *ast.CallExpr, explains bool) {
	name := nameOf(c.Fun)
	switch {
	case (name == "Invalid" || name == "NotFound") && len(c.Args) > 0:
		p.findRefusal(d, c, name)
	case explains && name == "change":
		p.add(c, p.texts(d, c.Args[0], 0), true)
	case explains && name == "append" && len(c.Args) == 2 && nameOf(c.Args[0]) == "Notes":
		p.add(c, p.texts(d, c.Args[1], 0), false)
	}
	if at, ok := labelled[name]; ok && len(c.Args) > max(at, 1) && isWrite(c, name) {
		first := len(*p.out)
		p.add(c, p.texts(d, c.Args[at], 0), true)
		for i := first; i < len(*p.out); i++ {
			(*p.out)[i].Label = true
		}
	}
}

// findRefusal takes the sentence with which an error is made.
func (p *pack) findRefusal(d *ast.FuncDecl, c *ast.CallExpr, name string) {
	at := 0
	if name == "Invalid" {
		at = 1 // after the field
	}
	rest := c.Args[at+1:]
	if textOf(c.Args[at]) == "%s" && len(rest) == 1 {
		p.add(c, p.texts(d, rest[0], 0), true)
		return
	}
	p.add(c, p.formats(d, c.Args[at], 0, rest...), true)
}

// isWrite tells a call that makes an action from others of the same name.
func isWrite(c *ast.CallExpr, name string) bool {
	_, inside := c.Args[len(c.Args)-1].(*ast.FuncLit)
	switch name {
	case "RestoreRecord", "PutBack", "act":
		return true
	case "write":
		return inside && onApp(c)
	}
	return inside
}

// onApp tells a write of the window's program from other functions of that name.
func onApp(c *ast.CallExpr) bool {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	return ok && nameOf(sel.X) == "app"
}

func (p *pack) findLiteral(d *ast.FuncDecl, lit *ast.CompositeLit, explains bool) {
	kind := nameOf(lit.Type)
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key := nameOf(kv.Key)
		switch {
		case (kind == "Error" || kind == "Problem") && key == "Message" && nameOf(kv.Value) != "Message":
			p.add(kv, p.texts(d, kv.Value, 0), true)
		case explains && kind == "ExplainRow" && (key == "Label" || key == "Text"),
			explains && kind == "Explanation" && (key == "Rule" || key == "Title"):
			p.add(kv, p.texts(d, kv.Value, 0), false)
		}
	}
}

func (p *pack) findAssigned(d *ast.FuncDecl, a *ast.AssignStmt, explains bool) {
	for i, to := range a.Lhs {
		if in, ok := to.(*ast.IndexExpr); ok && nameOf(in.X) == "kept" {
			p.add(a, p.texts(d, in.Index, 0), false) // what an undo left alone, and why
		}
		field, ok := to.(*ast.SelectorExpr)
		if !ok || i >= len(a.Rhs) {
			continue
		}
		name := field.Sel.Name
		if name == "readOnly" || (explains && slices.Contains([]string{"Result", "Rule", "Title", "Text", "Label"}, name)) {
			p.add(a, p.texts(d, a.Rhs[i], 0), false)
		}
	}
}

// findVars takes every text of the tables of the explanations: titles, rules and
// the words of flags.
func (p *pack) findVars(decl ast.Decl) {
	ast.Inspect(decl, func(n ast.Node) bool {
		if kv, ok := n.(*ast.KeyValueExpr); ok {
			if _, isIdent := kv.Key.(*ast.Ident); isIdent {
				p.add(kv, p.texts(nil, kv.Value, 0), false)
			}
		}
		return true
	})
}

// passedOn are the files that hand on a sentence which is found where it is made.
var passedOn = []string{"app/desktop/stories.go", "internal/workspace/history_account.go", "internal/exchange/bundle.go"}

// codeName is a name for programs, such as that of a kind of job.
var codeName = regexp.MustCompile(`^[a-z]+(_[a-z]+)+$`)

var placeholder = regexp.MustCompile(`\{\d+#?\}`)

// add keeps the texts that have words of their own. must says that a place without
// any is a mistake: nobody could translate it.
func (p *pack) add(n ast.Node, texts []string, must bool) {
	pos := p.fset.Position(n.Pos())
	at := fmt.Sprintf("%s/%s:%d", p.dir, filepath.Base(pos.Filename), pos.Line)
	some := false
	for _, t := range texts {
		t = numbered(strings.TrimSpace(t))
		if codeName.MatchString(t) {
			continue
		}
		if strings.ContainsFunc(placeholder.ReplaceAllString(t, ""), isLetter) {
			*p.out = append(*p.out, Finding{Text: t, At: at})
			some = true
		}
	}
	if must && !some && !slices.Contains(passedOn, at[:strings.LastIndex(at, ":")]) {
		*p.out = append(*p.out, Finding{At: at})
	}
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

func textOf(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return text
}
