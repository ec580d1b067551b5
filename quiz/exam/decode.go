package exam

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"convtutor/internal/fault"
)

// decoder fills a document from a file's syntax tree, gathers everything that
// is wrong, and remembers where each field stands.
type decoder struct {
	faults Faults
	places map[string]*token.Token // by path: "questions[2].level"
}

// decode reads a file's text. The document is as far filled as it could be.
func decode(text []byte) (*document, *decoder) {
	d := &decoder{places: map[string]*token.Token{}}
	list, fault := tokens(text)
	if fault != nil {
		d.faults = append(d.faults, fault)
		return nil, d
	}
	file, err := parser.Parse(list, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		d.faults = append(d.faults, syntax(err))
		return nil, d
	}
	doc := &document{}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		d.faults = append(d.faults, &Fault{What: told("empty", "begin", nil)})
		return nil, d
	}
	body := file.Docs[0].Body
	if len(pairs(body)) == 0 && body.Type() != ast.MappingType {
		d.node(body, "", told("not-map", "begin", found(body)))
		return nil, d
	}
	d.value(body, reflect.ValueOf(doc).Elem(), "")
	if len(file.Docs) > 1 {
		d.second(file.Docs[1])
	}
	return doc, d
}

// second tells of another document in the file, at the line that begins it. One
// of remarks alone has no body.
func (d *decoder) second(doc *ast.DocumentNode) {
	what := told("second", "one-file", nil)
	switch {
	case doc.Start != nil:
		d.faults = append(d.faults, at(doc.Start, what))
	case doc.Body != nil:
		d.node(doc.Body, "", what)
	default:
		d.add("", what)
	}
}

// add notes a fault at a path; where the field is not there, at what it should
// stand in.
func (d *decoder) add(path string, what *fault.Error) {
	f := &Fault{Field: path, What: what}
	for at := path; ; at = parent(at) {
		if t := d.places[at]; t != nil {
			f.Line, f.Column = t.Position.Line, t.Position.Column
			break
		}
		if at == "" {
			break
		}
	}
	d.faults = append(d.faults, f)
}

// parent is the path of what a field stands in.
func parent(path string) string {
	return path[:max(strings.LastIndexAny(path, ".["), 0)]
}

// node notes a fault at a node.
func (d *decoder) node(n ast.Node, path string, what *fault.Error) {
	if n == nil || n.GetToken() == nil {
		d.add(path, what)
		return
	}
	f := at(n.GetToken(), what)
	f.Field = path
	d.faults = append(d.faults, f)
}

// value fills one value.
func (d *decoder) value(n ast.Node, into reflect.Value, path string) {
	if d.places[path] == nil {
		d.places[path] = begin(n)
	}
	if n.Type() == ast.NullType && path != "" {
		d.node(n, path, told("nothing-after", "fill", nil))
		return
	}
	switch into.Interface().(type) {
	case Text:
		d.text(n, into, path)
		return
	case scalar:
		if s, ok := d.scalar(n, path); ok {
			into.SetString(s)
		}
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		d.structure(n, into, path)
	case reflect.Slice:
		d.slice(n, into, path)
	case reflect.Pointer:
		v := reflect.New(into.Type().Elem())
		before := len(d.faults)
		d.value(n, v.Elem(), path)
		if len(d.faults) == before {
			into.Set(v)
		}
	default:
		d.plain(n, into, path)
	}
}

// plain fills a text, a number, or yes and no.
func (d *decoder) plain(n ast.Node, into reflect.Value, path string) {
	switch into.Kind() {
	case reflect.String:
		if s, ok := d.word(n, path); ok {
			into.SetString(cleanLine(s))
		}
	case reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			d.node(n, path, told("not-bool", "bare-bool", found(n)))
			return
		}
		into.SetBool(b.Value)
	case reflect.Int:
		if i, ok := whole(n); ok {
			into.SetInt(i)
			return
		}
		d.node(n, path, told("not-whole", "bare-whole", found(n)))
	case reflect.Float64:
		if f, ok := number(n); ok {
			into.SetFloat(f)
			return
		}
		d.node(n, path, told("not-number", "bare-number", found(n)))
	}
}

// number reads a finite number.
func number(n ast.Node) (float64, bool) {
	if n.Type() != ast.IntegerType && n.Type() != ast.FloatType {
		return 0, false
	}
	f, err := strconv.ParseFloat(n.GetToken().Value, 64)
	return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

// whole reads a whole number.
func whole(n ast.Node) (int64, bool) {
	if n.Type() != ast.IntegerType {
		return 0, false
	}
	i, err := strconv.ParseInt(n.GetToken().Value, 10, 40)
	return i, err == nil
}

// word reads a text, or what could be one: an id of digits is an id.
func (d *decoder) word(n ast.Node, path string) (string, bool) {
	switch n.Type() {
	case ast.BoolType, ast.IntegerType, ast.FloatType:
		return n.GetToken().Value, true
	}
	return d.string(n, path)
}

// string reads a text.
func (d *decoder) string(n ast.Node, path string) (string, bool) {
	switch s := n.(type) {
	case *ast.StringNode:
		return s.Value, true
	case *ast.LiteralNode:
		return s.Value.Value, true
	}
	d.node(n, path, told("not-text", "one-text", found(n)))
	return "", false
}

// scalar reads a text or a number as it was written.
func (d *decoder) scalar(n ast.Node, path string) (string, bool) {
	switch n.Type() {
	case ast.IntegerType, ast.FloatType:
		return n.GetToken().Value, true
	}
	s, ok := d.string(n, path)
	return cleanLine(s), ok
}

// found names a node that was not expected, as the argument "what".
func found(n ast.Node) fault.Args {
	switch n.Type() {
	case ast.MappingType, ast.MappingValueType:
		return fault.Args{"what": thing("map", nil)}
	case ast.SequenceType:
		return fault.Args{"what": thing("list", nil)}
	case ast.NullType:
		return fault.Args{"what": thing("nothing", nil)}
	}
	return fault.Args{"what": thing("quoted", fault.Args{"text": short(cleanLine(n.GetToken().Value))})}
}

// short cuts what is quoted in a message.
func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// text reads a text for all languages, or a map of one for each.
func (d *decoder) text(n ast.Node, into reflect.Value, path string) {
	t := Text{}
	into.Set(reflect.ValueOf(t))
	switch n.Type() {
	case ast.MappingType, ast.MappingValueType:
	case ast.SequenceType:
		d.node(n, path, told("not-text", "one-text", found(n)))
		return
	default:
		if s, ok := d.word(n, path); ok {
			t[""] = clean(s)
		}
		return
	}
	seen := map[string]*token.Token{}
	for _, pair := range pairs(n) {
		name := pair.Key.GetToken().Value
		at := path + "." + cleanLine(name)
		if !slices.Contains(languages, name) {
			d.node(pair.Key, path, unknown("unknown-language", name, languages))
			continue
		}
		if d.again(seen, pair, at) {
			continue
		}
		d.places[at] = pair.Value.GetToken()
		if s, ok := d.string(pair.Value, at); ok {
			t[name] = clean(s)
		}
	}
}

// slice fills a list.
func (d *decoder) slice(n ast.Node, into reflect.Value, path string) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		d.node(n, path, told("not-list", "items", found(n)))
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(list.Values), len(list.Values)))
	for i, item := range list.Values {
		d.value(item, into.Index(i), fmt.Sprintf("%s[%d]", path, i+1))
	}
}

// begin is the token at which a value begins: of a map, its first name.
func begin(n ast.Node) *token.Token {
	if m := pairs(n); len(m) > 0 {
		return m[0].Key.GetToken()
	}
	return n.GetToken()
}

// pairs lists what a map holds.
func pairs(n ast.Node) []*ast.MappingValueNode {
	switch m := n.(type) {
	case *ast.MappingNode:
		return m.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}
	}
	return nil
}

// structure fills a struct by the names in its tags.
func (d *decoder) structure(n ast.Node, into reflect.Value, path string) {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		d.node(n, path, told("not-map", "pairs", found(n)))
		return
	}
	fields, seen := map[string]int{}, map[string]*token.Token{}
	var known []string
	for i := range into.NumField() {
		name := fieldName(into.Type().Field(i))
		fields[name] = i
		known = append(known, name)
	}
	for _, pair := range pairs(n) {
		name := pair.Key.GetToken().Value
		i, ok := fields[name]
		if !ok {
			d.unnamed(pair.Key, path, known)
			continue
		}
		at := strings.TrimPrefix(path+"."+name, ".")
		if d.again(seen, pair, at) {
			continue
		}
		d.value(pair.Value, into.Field(i), at)
	}
}

// unnamed tells of a name that is none of those known.
func (d *decoder) unnamed(key ast.Node, path string, known []string) {
	name := key.GetToken().Value
	if slices.Contains(known, cleanLine(name)) {
		d.node(key, path, told("hidden-name", "anew", fault.Args{"name": cleanLine(name)}))
		return
	}
	d.node(key, path, unknown("unknown-name", name, known))
}

// again tells of a name that stands in a map a second time.
func (d *decoder) again(seen map[string]*token.Token, pair *ast.MappingValueNode, path string) bool {
	t := pair.Key.GetToken()
	first := seen[t.Value]
	if first == nil {
		seen[t.Value] = t
		return false
	}
	d.node(pair.Key, path, told("twice", "once", fault.Args{"line": first.Position.Line}))
	return true
}

// fieldName is the word in the file for a field.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
