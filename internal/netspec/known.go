package netspec

import (
	"fmt"
	"strings"

	"convtutor/internal/fault"
)

// KnownNet is a network from the literature.
type KnownNet struct {
	Name   string // "vgg16"
	Source string // the publication
	Spec   string
}

// KnownNets lists the networks that have a name.
func KnownNets() []KnownNet {
	return []KnownNet{
		{
			"lenet5", "LeCun et al. 1998; every map joined to every channel, pooling without weights",
			"32x32x1 | conv 5 6 | tanh | avgpool 2 | conv 5 16 | tanh | avgpool 2 | flatten" +
				" | dense 120 | tanh | dense 84 | tanh | dense 10 | softmax",
		},
		{"alexnet", "Krizhevsky et al. 2012, its two groups", alexnet(" g2")},
		{"alexnet-nogroups", "Krizhevsky et al. 2012, without groups", alexnet("")},
		{"vgg16", "Simonyan and Zisserman 2014, configuration D", vgg(2, 2, 3, 3, 3)},
		{"vgg19", "Simonyan and Zisserman 2014, configuration E", vgg(2, 2, 4, 4, 4)},
		{
			"dcgan", "Radford et al. 2015, generator of figure 1",
			"1x1x100 | dense 16384 nobias | reshape 4x4x1024 | batchnorm | relu" +
				" | convt 5 512 s2 p2 op1 nobias | batchnorm | relu | convt 5 256 s2 p2 op1 nobias | batchnorm | relu" +
				" | convt 5 128 s2 p2 op1 nobias | batchnorm | relu | convt 5 3 s2 p2 op1 | tanh",
		},
		{
			"dcgan-pytorch", "PyTorch's DCGAN tutorial, generator",
			"1x1x100 | convt 4 512 nobias | batchnorm | relu" +
				" | convt 4 256 s2 p1 nobias | batchnorm | relu | convt 4 128 s2 p1 nobias | batchnorm | relu" +
				" | convt 4 64 s2 p1 nobias | batchnorm | relu | convt 4 3 s2 p1 nobias | tanh",
		},
	}
}

func alexnet(groups string) string {
	return "227x227x3 | conv 11 96 s4 | relu | lrn | maxpool 3 s2" +
		" | conv 5 256 p2" + groups + " | relu | lrn | maxpool 3 s2" +
		" | conv 3 384 p1 | relu | conv 3 384 p1" + groups + " | relu | conv 3 256 p1" + groups + " | relu | maxpool 3 s2" +
		" | flatten | dense 4096 | relu | dropout | dense 4096 | relu | dropout | dense 1000 | softmax"
}

// vgg stacks five blocks of 3x3 convolutions, each ended by a pool.
func vgg(blocks ...int) string {
	var b strings.Builder
	b.WriteString("224x224x3")
	for i, n := range blocks {
		filters := min(64<<i, 512)
		for range n {
			fmt.Fprintf(&b, " | conv 3 %d p1 | relu", filters)
		}
		b.WriteString(" | maxpool 2")
	}
	b.WriteString(" | flatten | dense 4096 | relu | dropout | dense 4096 | relu | dropout | dense 1000 | softmax")
	return b.String()
}

// KnownNames lists the names that Known takes.
func KnownNames() []string {
	var names []string
	for _, n := range KnownNets() {
		names = append(names, n.Name)
	}
	return names
}

// Known gives the network of a name; small or large letters, with or without
// hyphens.
func Known(name string) (Network, error) {
	same := func(s string) string { return strings.NewReplacer("-", "", "_", "", " ", "").Replace(Fold(s)) }
	for _, n := range KnownNets() {
		if same(n.Name) == same(name) {
			return Parse(n.Spec)
		}
	}
	known := strings.Join(KnownNames(), ", ")
	return Network{}, wrong(0, fault.New("error.spec.net", fault.Args{"name": clip(name)}, "unknown network %q", clip(name))).
		fix(fault.New("error.hint.known", fault.Args{"known": known}, "there is %s", known))
}
