package netspec

import "encoding/json"

type tableJSON struct {
	Input  [3]int    `json:"input"`
	Layers []rowJSON `json:"layers"`
	Total  totalJSON `json:"total"`
}

type rowJSON struct {
	Spec           string `json:"spec"`
	Output         [3]int `json:"output"`
	Weights        int64  `json:"weights"`
	Biases         int64  `json:"biases"`
	Params         int64  `json:"params"`
	MACs           int64  `json:"macs"`
	ReceptiveField [2]int `json:"receptive_field"`
	Unread         [2]int `json:"unread"`
}

type totalJSON struct {
	Params      int64 `json:"params"`
	MACs        int64 `json:"macs"`
	Activations int64 `json:"activations"`
}

// JSON gives the table as one object: the input, each layer's output (height,
// width, channels), counts, receptive field and unread rows and columns of its
// input (both height first), and the totals. One activation is one number, the
// input's included.
func (t Table) JSON() ([]byte, error) {
	out := tableJSON{
		Input:  [3]int{t.Input.H, t.Input.W, t.Input.C},
		Layers: make([]rowJSON, 0, len(t.Rows)),
		Total:  totalJSON(t.Total),
	}
	for _, r := range t.Rows {
		out.Layers = append(out.Layers, rowJSON{
			Spec:    r.Layer.Spec,
			Output:  [3]int{r.Out.H, r.Out.W, r.Out.C},
			Weights: r.Weights, Biases: r.Biases, Params: r.Params, MACs: r.MACs,
			ReceptiveField: [2]int{r.Field.H, r.Field.W},
			Unread:         [2]int{r.Unread.Rows, r.Unread.Columns},
		})
	}
	return json.Marshal(out)
}
