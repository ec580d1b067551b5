package exam

import (
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"

	"convtutor/quiz"
)

// SchemaName is the usual name of the schema's file, beside an exam's.
const SchemaName = "exam.schema.json"

// Schema is the JSON schema of an exam's file, for editors: they complete names
// and mark mistakes while one writes.
func Schema() ([]byte, error) {
	kinds := make([]any, 0, len(quiz.Kinds()))
	for _, k := range quiz.Kinds() {
		kinds = append(kinds, k.ID())
	}
	s := schema()
	if kind, ok := s.Definitions["entry"].Properties.Get("kind"); ok {
		kind.Enum = kinds
	}
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}

// schema is the schema without the list of kinds.
func schema() *jsonschema.Schema {
	r := jsonschema.Reflector{
		Anonymous: true, RequiredFromJSONSchemaTags: true, ExpandedStruct: true, Mapper: ownSchema,
	}
	s := r.Reflect(&document{})
	s.Title = "An exam of convtutor"
	s.Definitions["entry"].OneOf = []*jsonschema.Schema{{Required: []string{"kind"}}, {Required: []string{"ask"}}}
	return s
}

// ownSchema is the schema of types that are written in more than one way.
func ownSchema(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[Text]():
		each := jsonschema.NewProperties()
		for _, language := range languages {
			each.Set(language, &jsonschema.Schema{Type: "string"})
		}
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{
			{Type: "string"},
			{Type: "object", Properties: each, AdditionalProperties: jsonschema.FalseSchema},
		}}
	case reflect.TypeFor[scalar]():
		return &jsonschema.Schema{OneOf: []*jsonschema.Schema{{Type: "string"}, {Type: "number"}}}
	}
	return nil
}
