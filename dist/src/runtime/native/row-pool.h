// Splits the rows of one operation over a few threads that live as long as the process. A row's result never depends on how
// many there are. Knows nothing of what is computed.

#ifndef LORA_GATE_ROW_POOL_H_
#define LORA_GATE_ROW_POOL_H_

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <thread>

namespace lora_gate {

class RowPool {
 public:
  // As many threads as TensorFlow takes within one operation, but never so many that waking them costs more than they do:
  // these operations wait for memory, which a few processors keep busy.
  static RowPool& Get() {
    static RowPool* pool = new RowPool();  // Never destroyed: its threads may outlive static destructors.
    return *pool;
  }

  // Calls work(begin, end) over parts of [0, rows) of at least `least` rows and returns when all are done.
  void Run(int64_t rows, int64_t least, const std::function<void(int64_t, int64_t)>& work) {
    std::lock_guard<std::mutex> one_at_a_time(entry_);
    const int64_t parts = std::min<int64_t>(4 * threads_, rows / std::max<int64_t>(1, least));
    if (parts <= 1) {
      if (rows > 0) work(0, rows);
      return;
    }
    {
      std::lock_guard<std::mutex> lock(mutex_);
      work_ = &work;
      rows_ = rows;
      parts_ = parts;
      next_ = 0;
      busy_ = threads_ - 1;
      round_ += 1;
    }
    start_.notify_all();
    Take();
    std::unique_lock<std::mutex> lock(mutex_);
    done_.wait(lock, [this] { return busy_ == 0; });
  }

 private:
  RowPool() : threads_(Threads()) {
    for (int i = 1; i < threads_; ++i) std::thread([this] { Serve(); }).detach();
  }

  static int Threads() {
    const char* told = std::getenv("TF_NUM_INTRAOP_THREADS");
    const int wanted = told ? std::atoi(told) : 0;
    return std::min(wanted > 0 ? wanted : Processors(), kMostThreads);
  }

  static int Processors() {
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) return std::max(1, CPU_COUNT(&allowed));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }

  void Take() {
    for (int64_t part = next_++; part < parts_; part = next_++) {
      (*work_)(rows_ * part / parts_, rows_ * (part + 1) / parts_);
    }
  }

  void Serve() {
    int64_t seen = 0;
    for (;;) {
      {
        std::unique_lock<std::mutex> lock(mutex_);
        start_.wait(lock, [&] { return round_ != seen; });
        seen = round_;
      }
      Take();
      std::lock_guard<std::mutex> lock(mutex_);
      if (--busy_ == 0) done_.notify_one();
    }
  }

  static constexpr int kMostThreads = 16;

  const int threads_;
  std::mutex entry_;
  std::mutex mutex_;
  std::condition_variable start_;
  std::condition_variable done_;
  const std::function<void(int64_t, int64_t)>* work_ = nullptr;
  int64_t rows_ = 0;
  int64_t parts_ = 0;
  std::atomic<int64_t> next_{0};
  int busy_ = 0;
  int64_t round_ = 0;
};

}  // namespace lora_gate

#endif  // LORA_GATE_ROW_POOL_H_
