package i18n_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"convtutor/internal/fault"
	"convtutor/internal/i18n"
)

func TestErrorsAreSaidInTheLearnersLanguage(t *testing.T) {
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	inner := fault.New("error.size.filter", fault.Args{"filter": "5x5", "input": "3x3", "padding": 0}, "filter 5x5 does not fit input 3x3 with padding 0")
	for _, c := range []struct {
		err    error
		en, ko string
	}{
		{inner, "filter 5x5 does not fit input 3x3 with padding 0", "5x5 필터는 패딩이 0인 3x3 입력에 들어가지 않아요"},
		{fmt.Errorf("conv2d: %w", inner), "filter 5x5 does not fit input 3x3 with padding 0", "5x5 필터는 패딩이 0인 3x3 입력에 들어가지 않아요"},
		{fault.New("error.spec.column", fault.Args{"column": 7, "why": inner}, "x"), "column 7: filter 5x5 does not fit", "7번째 글자: 5x5 필터는"},
		{&fs.PathError{Op: "open", Path: "a.png", Err: fs.ErrNotExist}, "a.png: there is no such file", "a.png: 그런 파일이 없어요"},
		{fault.New("no.such.key", nil, "as it stands"), "as it stands", "as it stands"},
		{errors.New("as\x1b[31m it\u202e stands\xff"), "as [31m it  stands?", "as [31m it  stands?"},
	} {
		for code, want := range map[string]string{"en": c.en, "ko": c.ko} {
			if got := bundle.For(code).Explain(c.err); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %v: said %q, want %q", code, c.err, got, want)
			}
		}
	}
}
