package exam

import "testing"

// TestRemarkOnNames holds which names say whose result is in the file.
func TestRemarkOnNames(t *testing.T) {
	for _, c := range []struct {
		student, file string
		silent        bool
	}{
		{"kim", ResultName("midterm", "kim", 1), true},
		{"kim", "results/" + ResultName("midterm", "kim", 2), true},
		{"kim", "Kim Chulsoo_12345_assignsubmission_file_" + ResultName("midterm", "kim", 1), true},
		{"kim", ResultName("midterm", "lee", 1), true}, // Verify tells more
		{"kim", "kim.result", true},
		{"kim", "KIM (1).result", true},
		{"kim", "kimchi.result", false},
		{"kim", "hakim.result", false},
		{"kim", "hakim kim.result", true},
		{"kim", "kim/lee.result", false},
		{"kim", "my.result", false},
		{"2027-1234", "2027-1234.result", true},
		{"2027-1234", "2027_1234-final.result", true},
		{"2027-1234", "12027-12345.result", false},
		{"김철수", "김철수.result", true},
		{"김철수", "\u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e.result", true}, // as macOS writes it
		{"김철수", "김철수네.result", false},
		{"=2+5", "x=2+5.result", false},
		{"=2+5", "_2_5.result", true},
		{"_", "x.result", false},
		{"1", "r1.result", false},
	} {
		remark, told := Remark(&Result{File: c.file, Student: c.student})
		if told == c.silent {
			t.Errorf("%q in %q: %v", c.student, c.file, remark)
		}
		if told && (remark.Serious() || remark.File != c.file || remark.Other != c.student) {
			t.Errorf("%+v", remark)
		}
	}
}
