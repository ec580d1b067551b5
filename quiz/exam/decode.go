package exam

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	yaml "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
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
		d.faults = append(d.faults, &Fault{Message: "there is nothing in it", Advice: "convtutor quiz new writes an exam to begin with"})
		return nil, d
	}
	body := file.Docs[0].Body
	if len(pairs(body)) == 0 && body.Type() != ast.MappingType {
		d.node(body, "", "names and values (name: value) are expected, not "+what(body), "convtutor quiz new writes an exam to begin with")
		return nil, d
	}
	d.value(body, reflect.ValueOf(doc).Elem(), "")
	if len(file.Docs) > 1 {
		d.node(file.Docs[1], "", "one exam a file: what follows --- is not read", "")
	}
	return doc, d
}

// syntax is a fault of the language itself.
func syntax(err error) *Fault {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		f := &Fault{Message: "not YAML: " + cleanLine(at.GetMessage()), Advice: "look at the indentation, quotes and colons of this line and the one before"}
		f.Line, f.Column = at.GetToken().Position.Line, at.GetToken().Position.Column
		return f
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	return &Fault{Message: "not YAML: " + cleanLine(first)}
}

// add notes a fault at a path; where the field is not there, at what it should
// stand in.
func (d *decoder) add(path, message, advice string) {
	f := &Fault{Message: message, Advice: advice}
	if path != "" {
		f.Message = path + ": " + message
	}
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
func (d *decoder) node(n ast.Node, path, message, advice string) {
	if n != nil && n.GetToken() != nil {
		d.faults = append(d.faults, at(n.GetToken(), joined(path, message), advice))
		return
	}
	d.add(path, message, advice)
}

func joined(path, message string) string {
	if path == "" {
		return message
	}
	return path + ": " + message
}

// value fills one value.
func (d *decoder) value(n ast.Node, into reflect.Value, path string) {
	if d.places[path] == nil {
		d.places[path] = begin(n)
	}
	if n.Type() == ast.NullType && path != "" {
		d.node(n, path, "there is nothing after it", "leave the line out, or say what it is")
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
			d.node(n, path, "true or false is expected, not "+what(n), "")
			return
		}
		into.SetBool(b.Value)
	case reflect.Int:
		if i, ok := whole(n); ok {
			into.SetInt(i)
			return
		}
		d.node(n, path, "a whole number is expected, not "+what(n), "")
	case reflect.Float64:
		if f, ok := number(n); ok {
			into.SetFloat(f)
			return
		}
		d.node(n, path, "a number is expected, not "+what(n), "")
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
	d.node(n, path, "a text is expected, not "+what(n), "")
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

// what names a node in a message.
func what(n ast.Node) string {
	switch n.Type() {
	case ast.MappingType, ast.MappingValueType:
		return "a map"
	case ast.SequenceType:
		return "a list"
	case ast.NullType:
		return "nothing"
	}
	return strconv.Quote(short(cleanLine(n.GetToken().Value)))
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
		d.node(n, path, "a text is expected, not a list", "")
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
			d.node(pair.Key, path, fmt.Sprintf("unknown language %q", short(cleanLine(name))), "known are "+strings.Join(languages, ", "))
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
		d.node(n, path, "a list is expected, not "+what(n), "each item begins with a hyphen in a line of its own")
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
		d.node(n, path, "names and values (name: value) are expected, not "+what(n), "")
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
			d.unknown(pair.Key, path, known)
			continue
		}
		at := strings.TrimPrefix(path+"."+name, ".")
		if d.again(seen, pair, at) {
			continue
		}
		d.value(pair.Value, into.Field(i), at)
	}
}

// unknown tells of a name that is none of those known.
func (d *decoder) unknown(key ast.Node, path string, known []string) {
	name := key.GetToken().Value
	if slices.Contains(known, cleanLine(name)) {
		d.node(key, path, fmt.Sprintf("there are characters that cannot be seen in the name %q", cleanLine(name)), "type it anew")
		return
	}
	d.node(key, path, fmt.Sprintf("there is no %q here", short(cleanLine(name))), hintNames(name, known))
}

// again tells of a name that stands in a map a second time.
func (d *decoder) again(seen map[string]*token.Token, pair *ast.MappingValueNode, path string) bool {
	t := pair.Key.GetToken()
	first := seen[t.Value]
	if first == nil {
		seen[t.Value] = t
		return false
	}
	d.node(pair.Key, path, fmt.Sprintf("it stands in line %d already", first.Position.Line), "each name stands once")
	return true
}

// fieldName is the word in the file for a field.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
