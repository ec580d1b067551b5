package nn

import "math"

// AdversarialValue is V(D, G), what the two nets of a GAN play for, as it is
// estimated from samples: the mean of log D(x) over what D says of real samples
// plus the mean of log(1 - D(G(z))) over what it says of fakes. The logarithm is
// the natural one; both lists hold probabilities. D makes V large, G small.
//
// Source: Goodfellow et al., Generative Adversarial Nets, 2014, equation 1.
func AdversarialValue(genuine, fake []float64) float64 {
	return MeanLog(genuine) + MeanLog(rest(fake))
}

// MeanLog is the mean of the natural logarithms of some probabilities; without
// any it is 0.
func MeanLog(of []float64) float64 {
	if len(of) == 0 {
		return 0
	}
	sum := 0.0
	for _, p := range of {
		sum += math.Log(p)
	}
	return sum / float64(len(of))
}

// rest is 1 - p of each probability.
func rest(of []float64) []float64 {
	left := make([]float64, len(of))
	for i, p := range of {
		left[i] = 1 - p
	}
	return left
}

// DiscriminatorLoss is what D makes small: -V(D, G).
func DiscriminatorLoss(genuine, fake []float64) float64 { return -AdversarialValue(genuine, fake) }

// GeneratorLoss is what G makes small in practice: the mean of -log D(G(z)),
// which has a steep gradient where D is sure of itself.
//
// Source: Goodfellow et al. 2014, section 3.
func GeneratorLoss(fake []float64) float64 { return -MeanLog(fake) }

// BestDiscriminator is what the best D says at a point where real samples have
// the density data and made ones the density made: data/(data + made). Where
// neither has any it is 1/2, as good as any other.
//
// Source: Goodfellow et al. 2014, proposition 1.
func BestDiscriminator(data, made float64) float64 {
	if data+made == 0 {
		return 0.5
	}
	return data / (data + made)
}

// ValueAtBest is V(D, G) where D is the best there is, over a table of
// probabilities point by point, each list summing to 1. It is -log 4 where the
// lists are equal, and larger elsewhere.
//
// Source: Goodfellow et al. 2014, theorem 1.
func ValueAtBest(data, made []float64) float64 {
	sum := 0.0
	for i := range data {
		best := BestDiscriminator(data[i], made[i])
		if data[i] > 0 {
			sum += float64(data[i] * math.Log(best))
		}
		if made[i] > 0 {
			sum += float64(made[i] * math.Log(1-best))
		}
	}
	return sum
}
