/* Preloaded into a program, moves its wall clock by FAKE_CLOCK_SECONDS. Only the wall clock: the clocks that
 * only run forward stay as they are, or programs wait for ever on each other. fake-time.ts compiles it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long by(void) {
  static long seconds;
  static int known;
  if (!known) {
    const char *given = getenv("FAKE_CLOCK_SECONDS");
    seconds = given ? atol(given) : 0;
    known = 1;
  }
  return seconds;
}

/* Straight to the kernel: the names in the C library are the ones this file takes the place of. */
int clock_gettime(clockid_t clock, struct timespec *at) {
  long failed = syscall(SYS_clock_gettime, clock, at);
  if (failed) return -1;
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) at->tv_sec += by();
  return 0;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  at->tv_sec = now.tv_sec;
  at->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

/* Whoever waits until a moment of the moved clock would wait that much too long: the kernel knows only the real one.
 * Moments of the clocks that only run forward count from the start of the machine and are far smaller. */
static const struct timespec *real(const struct timespec *at, struct timespec *copy) {
  if (!at || at->tv_sec < 1000000000L) return at;
  *copy = *at;
  copy->tv_sec -= by();
  return copy;
}

int pthread_cond_timedwait(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *at) {
  static int (*next)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  struct timespec copy;
  /* On x86-64 an older form of the same name exists, which is not the one that programs are linked to. */
  if (!next) next = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  if (!next) next = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
  return next(cond, mutex, real(at, &copy));
}

int sem_timedwait(sem_t *semaphore, const struct timespec *at) {
  static int (*next)(sem_t *, const struct timespec *);
  struct timespec copy;
  if (!next) next = dlsym(RTLD_NEXT, "sem_timedwait");
  return next(semaphore, real(at, &copy));
}
