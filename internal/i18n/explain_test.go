package i18n_test

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"syscall"
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

// TestWhatSystemsSayOfFiles holds the texts that are looked for to this system's
// own, where it has them: another one says other words, which are told as they
// are.
func TestWhatSystemsSayOfFiles(t *testing.T) {
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	for number, want := range map[syscall.Errno]string{
		syscall.EISDIR: "a.txt: 파일이 아니라 폴더예요", syscall.ENOTDIR: "a.txt: 폴더여야 할 것이 폴더가 아니에요",
		syscall.ENOSPC: "a.txt: 디스크에 남은 자리가 없어요", syscall.EROFS: "a.txt: 읽기만 할 수 있는 디스크예요",
		syscall.ENAMETOOLONG: "a.txt: 이름이 너무 길어요", syscall.EIO: "a.txt: 읽거나 쓰지 못했어요 (",
	} {
		err := fmt.Errorf("saving: %w", &fs.PathError{Op: "write", Path: "a.txt", Err: number})
		if got := bundle.For("ko").Explain(err); runtime.GOOS == "linux" && !strings.HasPrefix(got, want) {
			t.Errorf("%v: said %q, want %q", number, got, want)
		}
	}
}
