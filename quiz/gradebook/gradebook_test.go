package gradebook

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"convtutor/quiz/exam"
)

func TestAClassIsGraded(t *testing.T) {
	e := load(t)
	c := class(t, e, four(t, e), Rules{Pick: PickBest})
	got := map[string]float64{}
	for _, row := range c.Rows {
		if row.Held || !row.Counts || len(row.Problems) != 0 {
			t.Errorf("%s: %+v", row.Student, row.Problems)
		}
		got[row.Student] = row.Graded.Points
	}
	// three questions of 2 points, two of 1; the essay's point is given by hand
	if want := map[string]float64{"ann": 8, "bobby": 6, "다은": 0}; got["ann"] != want["ann"] || got["bobby"] != want["bobby"] || got["다은"] != 0 {
		t.Errorf("%v, want %v", got, want)
	}
	var ids []string
	for _, item := range c.Items {
		ids = append(ids, item.ID)
	}
	if want := []string{"q1.1", "q1.2", "q1.3", "q2", "why", "essay"}; !slices.Equal(ids, want) {
		t.Errorf("questions %v, want %v", ids, want)
	}
	q2, essay := c.Items[3], c.Items[5]
	if q2.Facility.Value != 0.25 || q2.Answered != 3 || q2.Slips[0].Students != 2 {
		t.Errorf("%+v", q2)
	}
	if !essay.ByHand || essay.Facility.Defined || essay.UpperLower.Defined {
		t.Errorf("%+v", essay)
	}
	var options []int
	for _, t := range c.Items[4].Taken {
		options = append(options, t.Students)
	}
	if want := []int{1, 2, 0}; !slices.Equal(options, want) { // whatever order they were shown in
		t.Errorf("options of %q were taken by %v, want %v", c.Items[4].ID, options, want)
	}
	if c.Summary.Students != 4 || c.Summary.Of != 9 || c.Summary.Most.Value != 8 || c.Summary.Least.Value != 0 {
		t.Errorf("%+v", c.Summary)
	}
}

// TestStatisticsFollowFromTheMarks works the summary out from what the JSON says
// of each student.
func TestStatisticsFollowFromTheMarks(t *testing.T) {
	e := load(t)
	c := class(t, e, four(t, e), Rules{})
	text, err := c.JSON(nil, "en", english(t))
	if err != nil {
		t.Fatal(err)
	}
	var out struct {
		Results []struct {
			Points float64
			Marks  []struct {
				ID             string
				Points, Credit float64
				ByHand         bool `json:"by_hand"`
				Slips          []string
			}
		}
		Questions []struct {
			ID       string
			Facility *float64
			R        *float64 `json:"point_biserial"`
		}
		Summary struct {
			Mean  float64
			Alpha *float64 `json:"cronbach_alpha"`
			KR20  *float64
		}
		Slips []struct {
			Slip    string
			Answers int
			Example struct{ Question, Answer, Why string }
		}
	}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	var points [][]float64
	slips := map[string]int{}
	sum := 0.0
	for _, r := range out.Results {
		sum += r.Points
		var row []float64
		for _, m := range r.Marks {
			if m.ID != "essay" {
				row = append(row, m.Points)
			}
			for _, s := range m.Slips {
				slips[s]++
			}
		}
		points = append(points, row)
	}
	items, _ := turned(points)
	if out.Summary.Mean != sum/4 || out.Summary.Alpha == nil || rounded(alpha(items).Value) != *out.Summary.Alpha {
		t.Errorf("%+v", out.Summary)
	}
	if len(slips) == 0 || len(out.Slips) != len(slips) {
		t.Errorf("%d slips, want %v", len(out.Slips), slips)
	}
	for _, s := range out.Slips {
		if slips[s.Slip] != s.Answers || s.Example.Answer == "" || s.Example.Why == "" || s.Example.Question == "" {
			t.Errorf("%+v, want %d", s, slips[s.Slip])
		}
	}
	if out.Questions[5].Facility != nil || out.Questions[0].R == nil {
		t.Errorf("%+v", out.Questions)
	}
}

// TestWhatIsWrongWithFilesIsTold hands in files that are not as they should be.
func TestWhatIsWrongWithFilesIsTold(t *testing.T) {
	e := load(t)
	file := sit(t, e, "ann", nine, right)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	lines := strings.SplitAfter(string(text), "\n")
	edited := strings.Replace(string(text), "is how far", "is how fast", 1)
	if edited == string(text) {
		t.Fatal("nothing was edited")
	}
	for want, files := range map[exam.ProblemKind][]string{
		exam.ProblemEdited:      {write("a.result", edited)},
		exam.ProblemUnsubmitted: {write("a.result", strings.Join(lines[:len(lines)-2], ""))},
		exam.ProblemStudent:     {write(exam.ResultName(e.ID, "bobby", 1), string(text))},
		exam.ProblemExam:        {sit(t, load(t, "id: cnn-quiz", "id: other"), "ann", nine, right)},
		exam.ProblemPaper:       {sit(t, load(t, "secret: spring", "secret: autumn"), "ann", nine, right)},
		exam.ProblemEarly:       {sit(t, load(t, "opens: 2027-03-02T08", "opens: 2027-03-02T06"), "ann", nine.Add(-2*time.Hour), right)},
	} {
		c := class(t, e, read(t, files...), Rules{})
		for _, row := range c.Rows {
			if !slices.ContainsFunc(row.Problems, func(p exam.Problem) bool { return p.Kind == want }) || !row.Held || row.Counts {
				t.Errorf("%s: held %v, %+v", want, row.Held, row.Problems)
			}
		}
		if c.Summary.Students != 0 || c.Summary.Held != len(files) || len(c.Problems(english(t))) == 0 {
			t.Errorf("%s: %+v", want, c.Summary)
		}
		if out, err := c.CSV(); err != nil || strings.Contains(string(out), ",8,") {
			t.Errorf("%s: a grade is in the CSV: %s %v", want, out, err)
		}
	}
	// of copies the first counts; of two that differ, none
	c := class(t, e, read(t, file, write("zcopy.result", string(text))), Rules{})
	if n := len(c.Problems(english(t))); n != 2 || len(c.counting()) != 1 || c.Summary.Held != 1 {
		t.Errorf("copies: %d problems, %+v", n, c.Summary)
	}
	c = class(t, e, read(t, file, sit(t, e, "ann", nine.Add(time.Hour), nothing)), Rules{})
	if c.Summary.Held != 2 || c.Summary.Students != 0 {
		t.Errorf("two of an attempt: %+v", c.Summary)
	}
	// what was looked at counts
	c = class(t, e, read(t, write("a.result", strings.Join(lines[:len(lines)-2], ""))), Rules{Accept: []exam.ProblemKind{exam.ProblemUnsubmitted}})
	if !c.Rows[0].Counts || c.Rows[0].Graded.Points != 8 {
		t.Errorf("%+v", c.Rows[0])
	}
}

func TestOneAttemptCounts(t *testing.T) {
	e := load(t)
	dir := t.TempDir()
	var results []*exam.Result
	for i, say := range []answers{right, slipping} {
		at := nine.Add(time.Duration(i) * time.Hour)
		s, err := exam.Open(dir, e, "ann", at)
		if err != nil {
			t.Fatal(err)
		}
		for j, a := range s.Questions("en") {
			at = at.Add(time.Second)
			if _, err := s.Answer(j, say(a), at); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Submit(at); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, exam.ResultName(e.ID, "ann", i+1))
		if err := s.WriteResult(file); err != nil {
			t.Fatal(err)
		}
		_ = s.Close()
		results = append(results, read(t, file)...)
	}
	for pick, want := range map[Pick]int{PickBest: 1, PickFirst: 1, PickLast: 2} {
		c := class(t, e, results, Rules{Pick: pick})
		if n := len(c.counting()); n != 1 || c.counting()[0].Attempt != want {
			t.Errorf("%s: attempt %d of %d counts", pick, c.counting()[0].Attempt, n)
		}
	}
}

func TestRegradingShowsWhatChanges(t *testing.T) {
	e := load(t)
	results := four(t, e)
	old := class(t, e, results, Rules{})
	mended := class(t, load(t,
		"    points: 2", "    points: 3",
		"{text: To keep its size, right: true}", "{text: To keep its size}",
		"{text: To lose pixels, why: Padding adds.}", "{text: To lose pixels, right: true}"), results, Rules{})
	changes, err := mended.Against(old)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, ch := range changes {
		text := fmt.Sprintf("%v/%v %v/%v", ch.Old, ch.OldOf, ch.New, ch.NewOf)
		for _, m := range ch.Marks {
			text += fmt.Sprintf(" %s %v>%v", m.ID, m.Old, m.New)
		}
		got[ch.Student] = text
	}
	if want := "8/9 10/12 q1.1 2>3 q1.2 2>3 q1.3 2>3 why 1>0"; got["ann"] != want {
		t.Errorf("ann: %s, want %s", got["ann"], want)
	}
	if want := "0/9 0/12"; got["다은"] != want {
		t.Errorf("다은: %s, want %s", got["다은"], want)
	}
	if want := "why 0>1"; !strings.HasSuffix(got["bobby"], want) {
		t.Errorf("bobby: %s, want %s", got["bobby"], want)
	}
	if same, err := old.Against(old); err != nil || len(same) != 0 {
		t.Errorf("%v, %v", same, err)
	}
	other := class(t, load(t, "secret: spring", "secret: autumn"), results, Rules{})
	if _, err := other.Against(old); err == nil {
		t.Error("another exam is compared")
	}
}
