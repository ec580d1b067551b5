package exam

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestSchema holds the schema to its golden file, all but the list of kinds,
// which grows.
func TestSchema(t *testing.T) {
	text, err := json.MarshalIndent(schema(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/exam.schema.json", string(text)+"\n")
}

// TestTheSchemaNamesEveryKind holds that editors offer each kind there is.
func TestTheSchemaNamesEveryKind(t *testing.T) {
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, k := range quiz.Kinds() {
		want = append(want, k.ID())
	}
	if got := s.Defs["entry"].Properties["kind"].Enum; !slices.Equal(got, want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

// TestTheSchemaSaysWhatIsChecked holds the limits and words of the schema,
// which are written out in its tags, to those that are checked.
func TestTheSchemaSaysWhatIsChecked(t *testing.T) {
	text, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"pattern": "` + examID.String() + `"`, `"pattern": "` + entryID.String() + `"`,
		`"maximum": 20,`, `"maxItems": 200,`, `"maximum": 100,`, `"maximum": 1000,`, `"maxItems": 8,`, `"maxItems": 50,`,
	} {
		if !strings.Contains(string(text), part) {
			t.Errorf("the schema has no %s", part)
		}
	}
	if got := []int{maxAttempts, maxEntries, maxCount, maxPoints, maxOptions, maxAccept}; !slices.Equal(got, []int{20, 200, 100, 1000, 8, 50}) {
		t.Errorf("the limits are %v: the schema's tags say others", got)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[document](), reflect.TypeFor[entry](), reflect.TypeFor[option]()} {
		for i := range of.NumField() {
			if f := of.Field(i); f.Tag.Get("jsonschema_description") == "" {
				t.Errorf("%s.%s has no description", of.Name(), f.Name)
			}
		}
	}
}
