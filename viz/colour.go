package viz

import "math"

// HSV gives a colour's hue in degrees (0 to 360), its saturation and its value
// (both 0 to 1). The hexcone model of A. R. Smith, "Color gamut transform
// pairs", SIGGRAPH 1978. Where there is no hue (grey), it is 0.
func HSV(red, green, blue uint8) (h, s, v float64) {
	r, g, b := float64(red)/255, float64(green)/255, float64(blue)/255
	v = max(r, g, b)
	spread := v - min(r, g, b)
	if spread == 0 {
		return 0, 0, v
	}
	switch v {
	case r:
		h = (g - b) / spread
	case g:
		h = 2 + (b-r)/spread
	default:
		h = 4 + (r-g)/spread
	}
	if h < 0 {
		h += 6
	}
	return 60 * h, spread / v, v
}

// White point D65, 2° observer, as IEC 61966-2-1 (sRGB) has it.
const whiteX, whiteY, whiteZ = 0.95047, 1.0, 1.08883

// Lab gives a colour's lightness (0 to 100), its a (green to red) and its b
// (blue to yellow): sRGB by IEC 61966-2-1 to XYZ, then CIE 1976 L*a*b*, white
// point D65.
func Lab(r8, g8, b8 uint8) (l, a, b float64) {
	red, green, blue := linear(r8), linear(g8), linear(b8)
	x := 0.4124564*red + 0.3575761*green + 0.1804375*blue
	y := 0.2126729*red + 0.7151522*green + 0.0721750*blue
	z := 0.0193339*red + 0.1191920*green + 0.9503041*blue
	fx, fy, fz := labCurve(x/whiteX), labCurve(y/whiteY), labCurve(z/whiteZ)
	return 116*fy - 16, 500 * (fx - fy), 200 * (fy - fz)
}

// linear undoes the curve with which sRGB stores light.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// labCurve is the cube root of CIE 1976, straight near black.
func labCurve(t float64) float64 {
	const epsilon, kappa = 216.0 / 24389, 24389.0 / 27
	if t > epsilon {
		return math.Cbrt(t)
	}
	return (kappa*t + 16) / 116
}
