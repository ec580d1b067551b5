package netspec_test

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

func ExampleNetwork_Table() {
	net, err := netspec.Parse("720×1280×3 | conv 3x3x10 p1 nobias | maxpool 2")
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := net.Table(nn.RuleFloor)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range table.Rows {
		fmt.Println(r.Layer.Spec, "->", r.Out, r.WeightsText)
	}
	// Output:
	// conv 3x3x10 p1 nobias -> 720x1280x10 3*3*3*10 = 270
	// maxpool 2 -> 360x640x10
}
