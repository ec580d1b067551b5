// Command train learns digitnet's weights and writes them. Its one rule: it
// looks at no digit that the network is tested on, and equal seeds write equal
// files. Run it by `go generate ./internal/digitnet`; it takes about half a minute.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
)

func main() {
	out := flag.String("out", "weights.txt", "file to write")
	epochs := flag.Int("epochs", 100, "times through the digits")
	seed := flag.Uint64("seed", 1, "of the starting weights and the order")
	flag.Parse()
	if err := run(*out, *epochs, *seed); err != nil {
		log.Fatal(err)
	}
}

func run(out string, epochs int, seed uint64) error {
	digits, err := data.Digits()
	if err != nil {
		return err
	}
	train, _ := digitnet.Split(digits)
	rng := rand.New(rand.NewPCG(seed, 20))
	m := newModel(rng)
	total := epochs * len(train) / batch
	for e, step := 0, 0; e < epochs; e++ {
		loss := 0.0
		order := rng.Perm(len(train))
		for at := 0; at+batch <= len(order); at, step = at+batch, step+1 {
			for _, i := range order[at : at+batch] {
				l, err := m.learn(shifted(train[i], rng))
				if err != nil {
					return err
				}
				loss += l
			}
			m.step(rate * 0.5 * (1 + math.Cos(math.Pi*float64(step)/float64(total))))
		}
		fmt.Printf("epoch %d: loss %.4f\n", e+1, loss/float64(len(order)))
	}
	text := m.format()
	net, err := digitnet.Parse(text)
	if err != nil {
		return err
	}
	report, err := net.Test(digits)
	if err != nil {
		return err
	}
	fmt.Printf("held out: %d of %d, %.2f %%\n", report.Right, report.Of, report.Percent())
	return os.WriteFile(out, []byte(text), 0o644)
}

// shifted is a digit moved by at most one pixel, so that the network learns
// that the place does not matter.
func shifted(d data.Digit, rng *rand.Rand) data.Digit {
	dy, dx := rng.IntN(3)-1, rng.IntN(3)-1
	if rng.IntN(2) == 0 {
		return d
	}
	moved := data.Digit{Label: d.Label}
	for y := range data.DigitSide {
		for x := range data.DigitSide {
			if fy, fx := y-dy, x-dx; fy >= 0 && fx >= 0 && fy < data.DigitSide && fx < data.DigitSide {
				moved.Pixels[y*data.DigitSide+x] = d.Pixels[fy*data.DigitSide+fx]
			}
		}
	}
	return moved
}
