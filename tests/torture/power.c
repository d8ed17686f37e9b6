/* A disk that forgets: loaded before a program (LD_PRELOAD), it remembers what every write to a register's files replaced until the file is
   synced. What is left in a file's “.undo” when the program is killed is what a power cut would take: power.ts takes it back.
   With SCN_DISK_FULL_AT, no such file grows beyond so many bytes: the disk is full (ENOSPC).
   Record: offset, length written, length replaced, file size before (four 64-bit numbers), then the replaced bytes. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 1024
static int undo_of[MOST];

static int is_register_file(const char *path) {
  size_t length = strlen(path);
  const char *ends[] = {".scn", ".scn-wal", ".scn-journal"};
  for (int at = 0; at < 3; at++) {
    size_t end = strlen(ends[at]);
    if (length >= end && strcmp(path + length - end, ends[at]) == 0) return 1;
  }
  return 0;
}

/* The undo file of a descriptor, 0 when it is none of ours. */
static int undo_file(int fd) {
  if (fd < 0 || fd >= MOST) return 0;
  if (undo_of[fd] != 0) return undo_of[fd] > 0 ? undo_of[fd] : 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 8);
  if (length < 0) return 0;
  path[length] = 0;
  if (!is_register_file(path)) {
    undo_of[fd] = -1;
    return 0;
  }
  strcat(path, ".undo");
  undo_of[fd] = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  return undo_of[fd] > 0 ? undo_of[fd] : 0;
}

static void remember(int fd, off_t offset, size_t length) {
  int undo = undo_file(fd);
  if (undo == 0) return;
  struct stat about;
  fstat(fd, &about);
  char *old = malloc(length + 32);
  ssize_t replaced = offset < about.st_size ? (ssize_t)syscall(SYS_pread64, fd, old + 32, length, offset) : 0;
  if (replaced < 0) replaced = 0;
  int64_t head[4] = {offset, (int64_t)length, replaced, about.st_size};
  memcpy(old, head, 32);
  syscall(SYS_write, undo, old, 32 + replaced);
  free(old);
}

static void synced(int fd) {
  int undo = undo_file(fd);
  if (undo != 0) syscall(SYS_ftruncate, undo, 0);
}

static int is_full(int fd, off_t end) {
  const char *limit = getenv("SCN_DISK_FULL_AT");
  if (limit == NULL || undo_file(fd) == 0 || end <= atoll(limit)) return 0;
  errno = ENOSPC;
  return 1;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  if (is_full(fd, offset + (off_t)length)) return -1;
  remember(fd, offset, length);
  return syscall(SYS_pwrite64, fd, data, length, offset);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }
ssize_t write(int fd, const void *data, size_t length) {
  if (undo_file(fd) != 0) {
    off_t offset = lseek(fd, 0, SEEK_CUR);
    if (is_full(fd, offset + (off_t)length)) return -1;
    remember(fd, offset, length);
  }
  return syscall(SYS_write, fd, data, length);
}
int fsync(int fd) {
  int done = (int)syscall(SYS_fsync, fd);
  if (done == 0) synced(fd);
  return done;
}
int fdatasync(int fd) {
  int done = (int)syscall(SYS_fdatasync, fd);
  if (done == 0) synced(fd);
  return done;
}
int ftruncate64(int fd, off64_t size) {
  struct stat about;
  if (undo_file(fd) != 0 && fstat(fd, &about) == 0 && size < about.st_size) remember(fd, size, about.st_size - size);
  return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int close(int fd) {
  if (fd >= 0 && fd < MOST && undo_of[fd] != 0) {
    if (undo_of[fd] > 0) syscall(SYS_close, undo_of[fd]);
    undo_of[fd] = 0;
  }
  return (int)syscall(SYS_close, fd);
}
