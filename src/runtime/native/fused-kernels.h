// What the fused operations compute on runs of float32 rows, in plain loops that the compiler turns into vector
// instructions, once for each generation of processors. Knows neither TensorFlow nor threads.

#ifndef LORA_GATE_FUSED_KERNELS_H_
#define LORA_GATE_FUSED_KERNELS_H_

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

// The loader picks the clone for the processor it runs on, so a cache folder may move to another machine.
#if __GNUC__ >= 12
#define LORA_GATE_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else  // Older compilers know instruction sets here, but not these names for groups of them.
#define LORA_GATE_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#endif
#define LORA_GATE_INLINE inline __attribute__((always_inline))

namespace lora_gate {

// e^x for x ≤ 88: 2^n · e^r with |r| ≤ ln2/2 and a polynomial of degree 6 (Cephes' expf), within 2 units in the last
// place; 0 below −87; NaN stays NaN.
LORA_GATE_INLINE float Exp(float x) {
  const float bounded = x < -87.0f ? -87.0f : (x > 88.0f ? 88.0f : x);
  const float shifted = bounded * 1.44269504088896341f + 12582912.0f;  // + 1.5·2^23: rounds to the nearest integer.
  const float n = shifted - 12582912.0f;
  const float r = (bounded - n * 0.693359375f) + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  int32_t bits;
  std::memcpy(&bits, &shifted, sizeof(bits));
  bits = static_cast<int32_t>(static_cast<uint32_t>(bits - 0x4B400000 + 127) << 23);
  float scale;
  std::memcpy(&scale, &bits, sizeof(scale));
  return x < -87.0f ? 0.0f : p * scale;
}

LORA_GATE_INLINE float Sigmoid(float z) { return 1.0f / (1.0f + Exp(-z)); }

// z of act(x) = x·σ(z), and x·z′: SiLU has z = x; tanh-GELU z = 2√(2/π)·(x + 0.044715·x³).
template <bool kGelu>
LORA_GATE_INLINE void Argument(float x, float* z, float* rise) {
  if (!kGelu) {
    *z = x;
    *rise = x;
    return;
  }
  constexpr float kLinear = 1.5957691216057308f;
  constexpr float kCubic = kLinear * 0.044715f;
  const float cubic = kCubic * x * x;
  *z = x * (cubic + kLinear);
  *rise = x * (3.0f * cubic + kLinear);
}

template <bool kGelu>
LORA_GATE_INLINE void ActivationLoop(const float* gate, const float* up, float* h, int64_t n) {
#pragma omp simd
  for (int64_t i = 0; i < n; ++i) {
    float z, rise;
    Argument<kGelu>(gate[i], &z, &rise);
    h[i] = gate[i] * Sigmoid(z) * up[i];
  }
}

// With s = σ(z): act = x·s, act′ = s + s·(1 − s)·x·z′.
template <bool kGelu>
LORA_GATE_INLINE void ActivationGradLoop(const float* gate, const float* up, const float* dh, float* dgate, float* dup,
                                         int64_t n) {
#pragma omp simd
  for (int64_t i = 0; i < n; ++i) {
    float z, rise;
    Argument<kGelu>(gate[i], &z, &rise);
    const float s = Sigmoid(z);
    dgate[i] = dh[i] * up[i] * (s + s * (1.0f - s) * rise);
    dup[i] = dh[i] * gate[i] * s;
  }
}

// h = act(gate)·up over n values.
LORA_GATE_CLONES inline void Activation(bool gelu, const float* gate, const float* up, float* h, int64_t n) {
  if (gelu) ActivationLoop<true>(gate, up, h, n);
  else ActivationLoop<false>(gate, up, h, n);
}

LORA_GATE_CLONES inline void ActivationGrad(bool gelu, const float* gate, const float* up, const float* dh, float* dgate,
                                            float* dup, int64_t n) {
  if (gelu) ActivationGradLoop<true>(gate, up, dh, dgate, dup, n);
  else ActivationGradLoop<false>(gate, up, dh, dgate, dup, n);
}

// y = x·r·w with r = 1/√(mean(x²) + eps), for rows of D values.
LORA_GATE_CLONES inline void RmsNorm(const float* x, const float* w, float eps, float* y, float* inverse_rms, int64_t rows,
                                     int64_t D) {
  for (int64_t n = 0; n < rows; ++n, x += D, y += D) {
    float sum = 0.0f;
#pragma omp simd reduction(+ : sum)
    for (int64_t j = 0; j < D; ++j) sum += x[j] * x[j];
    const float r = 1.0f / std::sqrt(sum / static_cast<float>(D) + eps);
    inverse_rms[n] = r;
#pragma omp simd
    for (int64_t j = 0; j < D; ++j) y[j] = x[j] * r * w[j];
  }
}

// dx = r·(g − x·r²·mean(g·x)) with g = dy·w.
LORA_GATE_CLONES inline void RmsNormGrad(const float* dy, const float* x, const float* w, const float* inverse_rms,
                                         float* dx, int64_t rows, int64_t D) {
  for (int64_t n = 0; n < rows; ++n, dy += D, x += D, dx += D) {
    float sum = 0.0f;
#pragma omp simd reduction(+ : sum)
    for (int64_t j = 0; j < D; ++j) sum += dy[j] * w[j] * x[j];
    const float r = inverse_rms[n];
    const float along = r * r * (sum / static_cast<float>(D));
#pragma omp simd
    for (int64_t j = 0; j < D; ++j) dx[j] = r * (dy[j] * w[j] - x[j] * along);
  }
}

// Turns the pairs (x[j], x[j + E/2]) of every head of a row; sin is negative in its first half.
LORA_GATE_CLONES inline void Rotate(const float* x, const float* cos, const float* sin, float direction, float* y,
                                    int64_t rows, int64_t heads, int64_t E) {
  const int64_t half = E / 2;
  for (int64_t n = 0; n < rows; ++n, cos += E, sin += E) {
    for (int64_t h = 0; h < heads; ++h, x += E, y += E) {
#pragma omp simd
      for (int64_t j = 0; j < half; ++j) {
        y[j] = x[j] * cos[j] + direction * (x[j + half] * sin[j]);
        y[j + half] = x[j + half] * cos[j + half] + direction * (x[j] * sin[j + half]);
      }
    }
  }
}

// y[n, j] = base[n, j] + scale·Σ_r u[n, r]·factor[r, j].
LORA_GATE_CLONES inline void LowRankAdd(const float* base, const float* u, const float* factor, float scale, float* y,
                                        int64_t rows, int64_t R, int64_t C) {
  constexpr int64_t kTile = 64;
  for (int64_t n = 0; n < rows; ++n, base += C, u += R, y += C) {
    int64_t j = 0;
    for (; j + kTile <= C; j += kTile) {
      float sum[kTile];
      for (int64_t t = 0; t < kTile; ++t) sum[t] = base[j + t];
      for (int64_t r = 0; r < R; ++r) {
        const float by = scale * u[r];
        const float* row = factor + r * C + j;
        for (int64_t t = 0; t < kTile; ++t) sum[t] += by * row[t];
      }
      for (int64_t t = 0; t < kTile; ++t) y[j + t] = sum[t];
    }
    for (; j < C; ++j) {
      float sum = base[j];
      for (int64_t r = 0; r < R; ++r) sum += scale * u[r] * factor[r * C + j];
      y[j] = sum;
    }
  }
}

// A block of Philox4x32-10 (Salmon et al., 2011) for each of kLanes counters c0…c3, which become the numbers.
template <int kLanes>
LORA_GATE_INLINE void Philox(uint32_t* c0, uint32_t* c1, uint32_t* c2, uint32_t* c3, uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < kLanes; ++i) {
      const uint64_t a = static_cast<uint64_t>(0xD2511F53u) * c0[i];
      const uint64_t b = static_cast<uint64_t>(0xCD9E8D57u) * c2[i];
      c0[i] = static_cast<uint32_t>(b >> 32) ^ c1[i] ^ k0;
      c1[i] = static_cast<uint32_t>(b);
      c2[i] = static_cast<uint32_t>(a >> 32) ^ c3[i] ^ k1;
      c3[i] = static_cast<uint32_t>(a);
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

// The numbers of one seed: key and upper counter as TensorFlow's stateless random operations derive them. The lower counter
// is the place among the numbers, divided by four.
struct RandomStream {
  uint32_t key[2];
  uint32_t upper[2];

  RandomStream(int32_t seed, int32_t second) {
    const auto high = [](int32_t value) { return value < 0 ? ~0u : 0u; };
    uint32_t c0 = static_cast<uint32_t>(seed), c1 = high(seed);
    uint32_t c2 = static_cast<uint32_t>(second), c3 = high(second);
    Philox<1>(&c0, &c1, &c2, &c3, 0x3ec8f720u, 0x02461e29u);
    key[0] = c0;
    key[1] = c1;
    upper[0] = c2;
    upper[1] = c3;
  }
};

// Numbers that are drawn together, of which a part of an operation takes whole runs.
constexpr int64_t kDrawn = 256;

// y = x/(1 − p) where the place's number in [0, 1) is at least p, else 0. `first`, a multiple of kDrawn, is x[0]'s place.
LORA_GATE_CLONES inline void Dropout(const float* x, RandomStream stream, float p, float* y, int64_t first, int64_t n) {
  constexpr int kBlocks = kDrawn / 4;
  // A number is its low 23 bits · 2^−23: p in the same unit, rounded up.
  const int32_t least = static_cast<int32_t>(std::ceil(static_cast<double>(p) * 8388608.0));
  const float scale = static_cast<float>(1.0 / (1.0 - static_cast<double>(p)));
  for (int64_t start = 0; start < n; start += kDrawn) {
    const uint64_t block = static_cast<uint64_t>(first + start) / 4;
    uint32_t c0[kBlocks], c1[kBlocks], c2[kBlocks], c3[kBlocks];
    for (int i = 0; i < kBlocks; ++i) {
      const uint64_t at = block + static_cast<uint64_t>(i);
      c0[i] = static_cast<uint32_t>(at);
      c1[i] = static_cast<uint32_t>(at >> 32);
      c2[i] = stream.upper[0];
      c3[i] = stream.upper[1];
    }
    Philox<kBlocks>(c0, c1, c2, c3, stream.key[0], stream.key[1]);
    uint32_t drawn[kDrawn];
    for (int i = 0; i < kBlocks; ++i) {
      drawn[4 * i] = c0[i];
      drawn[4 * i + 1] = c1[i];
      drawn[4 * i + 2] = c2[i];
      drawn[4 * i + 3] = c3[i];
    }
    const int64_t count = n - start < kDrawn ? n - start : kDrawn;
#pragma omp simd
    for (int64_t i = 0; i < count; ++i) {
      y[start + i] = x[start + i] * (static_cast<int32_t>(drawn[i] & 0x7fffffu) >= least ? scale : 0.0f);
    }
  }
}

// max′ = max(before, row), e = e^(row − max′) and its sum, for rows of C values.
LORA_GATE_CLONES inline void ExpRows(const float* logits, const float* before, float* e, float* max, float* sum,
                                     int64_t rows, int64_t C) {
  for (int64_t n = 0; n < rows; ++n, logits += C, e += C) {
    float most = before[n];
#pragma omp simd reduction(max : most)
    for (int64_t j = 0; j < C; ++j) most = logits[j] > most ? logits[j] : most;
    float total = 0.0f;
#pragma omp simd reduction(+ : total)
    for (int64_t j = 0; j < C; ++j) {
      const float value = Exp(logits[j] - most);
      e[j] = value;
      total += value;
    }
    max[n] = most;
    sum[n] = total;
  }
}

// Softmax of rows of C values. Its loops are written out once more: shared with ExpRows, both took a fifth longer (*measured*, GCC 12).
LORA_GATE_CLONES inline void Softmax(const float* x, float* p, int64_t rows, int64_t C) {
  for (int64_t n = 0; n < rows; ++n, x += C, p += C) {
    float most = -std::numeric_limits<float>::infinity();
#pragma omp simd reduction(max : most)
    for (int64_t j = 0; j < C; ++j) most = x[j] > most ? x[j] : most;
    float total = 0.0f;
#pragma omp simd reduction(+ : total)
    for (int64_t j = 0; j < C; ++j) {
      const float value = Exp(x[j] - most);
      p[j] = value;
      total += value;
    }
    const float share = 1.0f / total;
#pragma omp simd
    for (int64_t j = 0; j < C; ++j) p[j] *= share;
  }
}

// Gradient of softmax rows: p·(dp − Σ dp·p).
LORA_GATE_CLONES inline void SoftmaxGrad(const float* p, const float* dp, float* out, int64_t rows, int64_t C) {
  for (int64_t n = 0; n < rows; ++n, p += C, dp += C, out += C) {
    float along = 0.0f;
#pragma omp simd reduction(+ : along)
    for (int64_t j = 0; j < C; ++j) along += p[j] * dp[j];
#pragma omp simd
    for (int64_t j = 0; j < C; ++j) out[j] = p[j] * (dp[j] - along);
  }
}

}  // namespace lora_gate

#endif  // LORA_GATE_FUSED_KERNELS_H_
