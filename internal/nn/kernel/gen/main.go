// Command kernelgen writes the assembly of package kernel. It is a module of
// its own so that the program itself does not depend on avo. Run it with
// `go generate` in the folder above; what it writes is committed.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/mmcloughlin/avo/build"
)

func main() {
	what := flag.String("what", "tiles", "what to generate: tiles or peak")
	flag.Parse()
	build.ConstraintExpr("amd64,!purego")
	switch *what {
	case "tiles":
		tiles()
		pairs()
	case "peak":
		peaks()
	default:
		fmt.Fprintf(os.Stderr, "kernelgen: nothing is called %q\n", *what)
		os.Exit(2)
	}
	build.Generate()
}
