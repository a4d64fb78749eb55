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

// Softmax of rows of C values.
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
