// Package kernel does the heavy float32 sums of the engine fast: convolution
// and max pooling over planes laid out channel first (C, H, W), raw slices in
// and out.
//
// Its one rule: same answers as the plain loops. For inputs whose products and
// sums are exact (small integers) they are equal bit for bit; otherwise they
// differ only by rounding, because fused multiply-adds round once where a
// product and a sum round twice. Where exact figures are shown to a person,
// show those of the plain loops.
//
// Nothing here reads or writes outside of the slices it is given: a slice of
// the wrong length is an error. The destination must not overlap a source.
package kernel
