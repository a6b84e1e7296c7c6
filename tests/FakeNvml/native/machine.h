/* The machine that the fake pretends to be. It is what the control file says, and changes when the file does. */
#ifndef FAKE_NVML_MACHINE_H
#define FAKE_NVML_MACHINE_H

#include "nvml_types.h"

#define MAX_GPUS 16
#define MAX_MIGS 8
#define MAX_PROCESSES 256
#define MAX_RULES 64
#define MAX_XIDS 64
#define ABSENT (-1LL)

typedef struct { unsigned int pid; unsigned long long bytes; } process_t;

/* A GPU, or a MIG device of one: then whole is the GPU. Its address is the handle. */
struct device {
  struct device *whole;
  int exists, index;
  char uuid[80], name[80], bus[32];
  long long total, used, utilization, temperature, power, limit, sm, memory, corrected, uncorrected;
  unsigned int gpu_instance, compute_instance;
  process_t processes[MAX_PROCESSES];
  int process_count;
  int mig_enabled;
  struct device *migs; /* MAX_MIGS of them, for a GPU */
};

/* A call (of one device, or of any with -1) that returns a code. */
typedef struct { char function[64]; int device, code; } rule_t;
typedef struct { unsigned long long sequence, number; int device; } xid_t;

typedef struct {
  int count;
  char driver[80];
  int sticky; /* a GPU that was lost stays so for those that were connected */
  unsigned long long generation; /* another one: the driver was loaded anew */
  struct device gpus[MAX_GPUS];
  struct device migs[MAX_GPUS][MAX_MIGS];
  rule_t rules[MAX_RULES];
  int rule_count;
  char hang[64]; /* the function that does not return, "" for none */
  xid_t xids[MAX_XIDS];
  int xid_count;
} machine_t;

/* Locks the machine, after it was brought up to date with the control file. */
machine_t *machine_lock(void);
void machine_unlock(void);

#endif
