package viz

import (
	"fmt"
	"math"
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// LossRun is a training of a GAN: the losses at equally spaced moments, D's being
// -V and G's the mean of -log D(G(z)).
type LossRun struct {
	Name string // "" for the only one
	D, G []float64
}

// Last reads from the last losses what D says to fakes and to real samples:
// G's loss is -log D(G(z)), and D's adds -log D(x) to -log(1 - D(G(z))). Of
// means it is the geometric mean.
func (r LossRun) Last() (genuine, fake float64) {
	fake = math.Exp(-r.G[len(r.G)-1])
	return math.Exp(-r.D[len(r.D)-1]) / (1 - fake), fake
}

// LossCurves draws the two losses of one training or more, moment by moment or
// run by run, and reads from their ends what D says.
type LossCurves struct {
	captioned
	runs []LossRun
	// seen is, by step, how many moments of each run are drawn, and how many runs
	// are read.
	seen []curvesSeen
	top  float64
}

type curvesSeen struct {
	moments []int
	read    int
}

// NewLossCurves draws one run moment by moment, several run by run.
func NewLossCurves(ending Words, runs ...LossRun) *LossCurves {
	c := &LossCurves{captioned: captioned{rows: captionedRows}, runs: runs}
	moments := make([]int, len(runs))
	for k, r := range runs {
		c.top = max(c.top, slices.Max(r.D), slices.Max(r.G))
		if len(runs) > 1 {
			moments[k] = len(r.D)
			c.see(moments, 0, Words{Key: "gan.curves.run", Args: Args{"run": r.Name, "d": Rounded(r.D[len(r.D)-1], 2), "g": Rounded(r.G[len(r.G)-1], 2)}})
			continue
		}
		for at := range r.D {
			moments[k] = at + 1
			key := "gan.curves.moment"
			if at > 0 {
				key = "gan.curves.moment-d-" + went(r.D[at-1], r.D[at]) + "-g-" + went(r.G[at-1], r.G[at])
			}
			c.see(moments, 0, Words{Key: key, Args: Args{"n": at + 1, "d": Rounded(r.D[at], 2), "g": Rounded(r.G[at], 2)}})
		}
	}
	half := []float64{0.5}
	c.see(moments, 0, Words{Key: "gan.curves.balance", Args: Args{
		"d": Rounded(nn.DiscriminatorLoss(half, half), 2), "g": Rounded(nn.GeneratorLoss(half), 2),
	}})
	for k, r := range runs {
		genuine, fake := r.Last()
		key, args := "gan.curves.read", Args{"fake": Rounded(fake, 2), "real": Rounded(genuine, 2), "g": Rounded(r.G[len(r.G)-1], 3)}
		if r.Name != "" {
			key, args["run"] = "gan.curves.read-run", r.Name
		}
		c.see(moments, k+1, Words{Key: key, Args: args})
	}
	if c.end(ending); c.ended {
		c.seen = append(c.seen, curvesSeen{moments, len(runs)})
	}
	return c
}

// went says which way a loss goes, to the two decimals that are shown.
func went(from, to float64) string {
	if Rounded(from, 2) == Rounded(to, 2) {
		return "level"
	}
	if to > from {
		return "up"
	}
	return "down"
}

func (c *LossCurves) see(moments []int, read int, says Words) {
	c.seen = append(c.seen, curvesSeen{slices.Clone(moments), read})
	c.said = append(c.said, says)
}

// Rows and columns of the curves.
const (
	curvesTop  = 1
	curvesRows = 7
	curvesLeft = 5
)

// Draw draws what is seen of each run, side by side.
func (c *LossCurves) Draw(i int, f Frame) {
	i = c.at(i, f)
	p := c.caption(i, f)
	wide := captionedWide / max(len(c.runs), 2)
	for k, r := range c.runs {
		c.drawRun(p.Part(canvas.Rect{X: k * wide, W: wide, H: captionedRows}), r, c.seen[i].moments[k], k < c.seen[i].read)
	}
	if len(c.runs) == 1 {
		c.drawTable(p, c.runs[0], c.seen[i].moments[0], c.seen[i].read > 0)
	}
}

// row is where a loss is drawn.
func (c *LossCurves) row(v float64) int {
	return curvesTop + int(math.Round((1-v/c.top)*(curvesRows-1)))
}

func (c *LossCurves) drawRun(p canvas.Part, r LossRun, moments int, read bool) {
	w, _ := p.Size()
	p.Text(curvesLeft, 0, canvas.RoleStrong, r.Name)
	p.Text(0, curvesTop, canvas.RoleDim, Rounded(c.top, 2))
	p.Text(0, curvesTop+curvesRows-1, canvas.RoleDim, Rounded(0, 2))
	for y := range curvesRows {
		p.Set(curvesLeft-1, curvesTop+y, canvas.RoleDim, "│")
	}
	p.Set(curvesLeft-1, curvesTop+curvesRows, canvas.RoleDim, "└")
	for x := curvesLeft; x < w-2; x++ {
		p.Set(x, curvesTop+curvesRows, canvas.RoleDim, "─")
	}
	each := (w - curvesLeft - 4) / (len(r.D) - 1)
	c.drawLine(p, r.D[:moments], each, canvas.RoleInputTitle, "D", 0)
	c.drawLine(p, r.G[:moments], each, canvas.RoleFilterTitle, "G", 1)
	if read && len(c.runs) > 1 {
		genuine, fake := r.Last()
		p.Text(1, curvesTop+curvesRows+1, canvas.RoleOutputTitle, fmt.Sprintf("D(x) %s D(G(z)) %s", Rounded(genuine, 2), Rounded(fake, 2)))
	}
}

// drawLine draws a loss: a letter at each moment, dots between; beside puts the
// letters of two losses side by side, so that one never hides the other.
func (c *LossCurves) drawLine(p canvas.Part, list []float64, each int, role canvas.Role, letter string, beside int) {
	for at, v := range list {
		x := curvesLeft + at*each + beside
		if at > 0 {
			for k := 2; k < each; k++ {
				between := list[at-1] + (v-list[at-1])*float64(k)/float64(each)
				p.Set(x-each+k, c.row(between), role, "·")
			}
		}
		p.Set(x, c.row(v), role, letter)
	}
}

// drawTable writes the losses of the only run out, and what is read from them.
func (c *LossCurves) drawTable(p canvas.Part, r LossRun, moments int, read bool) {
	x := captionedWide/2 + 4
	p.Text(x, 0, canvas.RoleInputTitle, "D")
	p.Text(x+12, 0, canvas.RoleFilterTitle, "G")
	for at := range moments {
		p.Text(x-3, 1+at, canvas.RoleDim, fmt.Sprint(at+1))
		p.Text(x, 1+at, canvas.RoleText, Rounded(r.D[at], 2))
		end := p.Text(x+12, 1+at, canvas.RoleText, Rounded(r.G[at], 2))
		if at == moments-1 {
			p.Text(end+2, 1+at, canvas.RoleOutputMark, "◂")
		}
	}
	if read {
		genuine, fake := r.Last()
		last := len(r.D) - 1
		p.Text(x-3, len(r.D)+2, canvas.RoleOutputTitle, fmt.Sprintf("D(G(z)) = exp(-%s) ≈ %s", Rounded(r.G[last], 3), Rounded(fake, 2)))
		p.Text(x-3, len(r.D)+3, canvas.RoleOutputTitle, fmt.Sprintf("D(x) = exp(-%s)/(1 - %s) ≈ %s", Rounded(r.D[last], 3), Rounded(fake, 2), Rounded(genuine, 2)))
	}
}
