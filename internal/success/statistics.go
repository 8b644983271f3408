package success

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// wilsonZ is the normal quantile of a two-sided 95 % interval.
const wilsonZ = 1.959963984540054

// wilson is the 95 % interval of a rate of k among n.
func wilson(k, n int) [2]float64 {
	const z2 = wilsonZ * wilsonZ
	size, rate := float64(n), float64(k)/float64(n)
	center := (rate + z2/(2*size)) / (1 + z2/size)
	half := wilsonZ / (1 + z2/size) * math.Sqrt(rate*(1-rate)/size+z2/(4*size*size))
	return [2]float64{max(0, center-half), min(1, center+half)}
}

// chiSquared is Pearson's statistic, without correction, of positive results
// among groups, and the smallest count expected.
func chiSquared(positive, size []int) (statistic, smallest float64) {
	var k, n float64
	for i := range size {
		k += float64(positive[i])
		n += float64(size[i])
	}
	smallest = math.Inf(1)
	for i := range size {
		for _, cell := range [2][2]float64{
			{float64(positive[i]), float64(size[i]) * k / n},
			{float64(size[i] - positive[i]), float64(size[i]) * (n - k) / n},
		} {
			smallest = min(smallest, cell[1])
			statistic += (cell[0] - cell[1]) * (cell[0] - cell[1]) / cell[1]
		}
	}
	return statistic, smallest
}

// chiSquaredP is the chance of a statistic as large or larger.
func chiSquaredP(statistic float64, freedom int) float64 {
	if statistic <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(float64(freedom)/2, statistic/2)
}

// fisher is the two-sided exact test of a table of two by two: the sum of the
// tables with the same margins that are no likelier.
func fisher(positive, size []int) float64 {
	k, n := positive[0]+positive[1], size[0]+size[1]
	chance := func(x int) float64 {
		return math.Exp(logChoose(size[0], x) + logChoose(size[1], k-x) - logChoose(n, k))
	}
	const slack = 1 + 1e-7 // equally likely tables differ in their last digits
	limit := chance(positive[0]) * slack
	var p float64
	for x := max(0, k-size[1]); x <= min(k, size[0]); x++ {
		if c := chance(x); c <= limit {
			p += c
		}
	}
	return min(1, p)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// observation is one account's number with its result.
type observation struct {
	value    float64
	positive bool
}

// mannWhitney is U of the positive results and its two-sided p, with correction
// for ties and none for continuity. It sorts the observations.
func mannWhitney(list []observation) (u, p float64) {
	slices.SortFunc(list, func(a, b observation) int { return cmp.Compare(a.value, b.value) })
	var n1, rankSum, ties float64
	n := float64(len(list))
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && list[j].value == list[i].value {
			j++
		}
		size, rank := float64(j-i), float64(i+j+1)/2
		ties += size*size*size - size
		for ; i < j; i++ {
			if list[i].positive {
				n1++
				rankSum += rank
			}
		}
	}
	n2 := n - n1
	u = rankSum - n1*(n1+1)/2
	variance := n1 * n2 / 12 * (n + 1 - ties/(n*(n-1)))
	if variance <= 0 || math.IsNaN(variance) {
		return u, 1
	}
	z := (u - n1*n2/2) / math.Sqrt(variance)
	return u, math.Erfc(math.Abs(z) / math.Sqrt2)
}

// quantile is the type-7 quantile of sorted observations.
func quantile(list []observation, q float64) float64 {
	at := q * float64(len(list)-1)
	low := int(math.Floor(at))
	high := min(low+1, len(list)-1)
	return list[low].value + (at-float64(low))*(list[high].value-list[low].value)
}

// benjaminiHochberg adjusts p values; the result is in their order.
func benjaminiHochberg(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(p[b], p[a]) })
	q := make([]float64, len(p))
	least := 1.0
	for i, at := range order {
		least = min(least, p[at]*float64(len(p))/float64(len(p)-i))
		q[at] = least
	}
	return q
}
