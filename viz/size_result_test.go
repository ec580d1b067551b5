package viz

import "testing"

// TestFormulaSaysWhatIsRounded: "≈" stands only where two decimals are not all.
func TestFormulaSaysWhatIsRounded(t *testing.T) {
	for _, c := range []struct {
		axis          sizeAxis
		equals, value string
	}{
		{sizeAxis{n: 7, f: 3, s: 2}, "=", "3"},
		{sizeAxis{n: 6, f: 3, s: 2}, "=", "2.5"},
		{sizeAxis{n: 224, f: 11, s: 4}, "=", "54.25"},
		{sizeAxis{n: 7, f: 3, s: 3}, "≈", "2.33"},
		{sizeAxis{n: 8, f: 3, s: 3}, "≈", "2.67"},
		{sizeAxis{n: 10, f: 3, s: 8}, "≈", "1.88"},
		{sizeAxis{n: 4, f: 3, before: 1, after: 1, s: 2}, "=", "2.5"},
	} {
		if equals, value := c.axis.result(); equals != c.equals || value != c.value {
			t.Errorf("%+v: %s %s, want %s %s", c.axis, equals, value, c.equals, c.value)
		}
	}
}
