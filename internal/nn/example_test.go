package nn_test

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// The lecture's filter on the lecture's picture, and how its first number comes
// about.
func ExampleConv2D() {
	x, _ := tensor.From([]float64{
		1, 1, 1, 0, 0,
		0, 1, 1, 1, 0,
		0, 0, 1, 1, 1,
		0, 0, 1, 1, 0,
		0, 1, 1, 0, 0,
	}, 1, 1, 5, 5)
	w, _ := tensor.From([]float64{
		1, 0, 1,
		0, 1, 0,
		1, 0, 1,
	}, 1, 1, 3, 3)
	y, err := nn.Conv2D(x, w, nil, nn.Conv{})
	fmt.Println(y, y.Data(), err)

	terms, _ := nn.Terms(x, w, nn.Conv{}, nn.OutputCell{})
	for _, t := range terms {
		fmt.Printf("%v·%v ", t.Input, t.Weight)
	}
	// Output:
	// 1x1x3x3 [4 3 4 2 4 3 2 3 4] <nil>
	// 1·1 1·0 1·1 0·0 1·1 1·0 0·1 0·0 1·1
}

// A stride that does not fit, under each rule.
func ExampleAxis_Output() {
	a := nn.Axis{In: 7, Filter: 3, Stride: 3, Dilation: 1}
	for _, rule := range []nn.Rule{nn.RuleFloor, nn.RuleCeil, nn.RuleSame, nn.RuleError} {
		fmt.Println(a.Output(rule))
	}
	// Output:
	// 2 <nil>
	// 3 <nil>
	// 3 <nil>
	// 0 stride 3 does not fit input 7 with filter 3 and padding 0: (7 - 3 + 0)/3 + 1 is not whole
}

// Padding lets the border be seen as often as the middle.
func ExampleGeometry_Reads() {
	for _, padding := range []int{0, 1} {
		g, _ := nn.NewGeometry(nn.Square(3), nn.Window{Kernel: nn.Square(3), Padding: nn.AllSides(padding)}, nn.RuleFloor)
		fmt.Println(g.Out, g.Reads())
	}
	// Output:
	// 1x1 [1 1 1 1 1 1 1 1 1]
	// 3x3 [4 6 4 6 9 6 4 6 4]
}
