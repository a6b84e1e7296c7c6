/*
 * libnvidia-ml.so.1 without a GPU: NVML's functions, symbols and layouts, on the machine that the control file describes.
 * -DOLD_DRIVER leaves out what came with version 11 of the interface and later.
 */
#define _GNU_SOURCE
#include "machine.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What the driver keeps for itself: version 1 of the memory's struct counts it as used. */
#define RESERVED 1048576ull

static int opened;
static unsigned long long opened_generation;

static unsigned int losses[MAX_GPUS]; /* a GPU that was lost comes back as another one, which nobody has registered */
static unsigned int losses_before[MAX_GPUS]; /* those before the connection was opened */

/* Per GPU: 0, or the number of losses at its registration and 1, and the sequence number of its last XID that is no news for this set. */
struct event_set { unsigned int registered[MAX_GPUS]; unsigned long long delivered[MAX_GPUS]; };

static void nap(long milliseconds) {
  struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  while (nanosleep(&time, &time) != 0 && errno == EINTR) {}
}

/* Enters a function: waits while it hangs, and says what it returns at once, if anything. The machine is locked when it succeeds. */
static nvmlReturn_t enter(machine_t **entered, const char *function, struct device *device) {
  machine_t *machine = machine_lock();
  while (strcmp(machine->hang, function) == 0) {
    machine_unlock();
    nap(5);
    machine = machine_lock();
  }

  nvmlReturn_t code = NVML_SUCCESS;
  int index = device ? device->index : -1;
  for (int i = 0; i < machine->rule_count && code == NVML_SUCCESS; i++) {
    rule_t *rule = &machine->rules[i];
    if ((strcmp(rule->function, function) == 0 || (strcmp(rule->function, "*") == 0 && device)) && (rule->device < 0 || rule->device == index))
      code = rule->code;
  }
  if (code == NVML_ERROR_GPU_IS_LOST && device) losses[index]++;
  /* A sticky loss ends with the connection. */
  if (code == NVML_SUCCESS && machine->sticky && device && losses[index] != losses_before[index]) code = NVML_ERROR_GPU_IS_LOST;
  if (strcmp(function, "nvmlInit_v2") != 0 && (!opened || opened_generation != machine->generation)) code = NVML_ERROR_UNINITIALIZED;
  if (code == NVML_SUCCESS && device && (!device->exists || index >= machine->count)) code = NVML_ERROR_INVALID_ARGUMENT;
  if (code != NVML_SUCCESS) machine_unlock();
  *entered = machine;
  return code;
}

#define ENTER(device)                                        \
  machine_t *machine;                                        \
  nvmlReturn_t entered = enter(&machine, __func__, (device)); \
  if (entered != NVML_SUCCESS) return entered

static nvmlReturn_t leave(nvmlReturn_t code) {
  machine_unlock();
  return code;
}

static nvmlReturn_t text(char *to, unsigned int length, const char *from) {
  if (strlen(from) >= length) return leave(NVML_ERROR_INSUFFICIENT_SIZE);
  strcpy(to, from);
  return leave(NVML_SUCCESS);
}

static nvmlReturn_t number(unsigned int *to, long long from) {
  if (from == ABSENT) return leave(NVML_ERROR_NOT_SUPPORTED);
  *to = (unsigned int)from;
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlInit_v2(void) {
  machine_t *machine;
  nvmlReturn_t code = enter(&machine, __func__, NULL);
  if (code != NVML_SUCCESS) return code;
  opened++;
  opened_generation = machine->generation;
  memcpy(losses_before, losses, sizeof losses);
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlShutdown(void) {
  machine_lock();
  nvmlReturn_t code = opened > 0 ? NVML_SUCCESS : NVML_ERROR_UNINITIALIZED;
  if (opened > 0) opened--;
  return leave(code);
}

EXPORT nvmlReturn_t nvmlSystemGetDriverVersion(char *version, unsigned int length) {
  ENTER(NULL);
  return text(version, length, machine->driver);
}

EXPORT nvmlReturn_t nvmlDeviceGetCount_v2(unsigned int *count) {
  ENTER(NULL);
  return number(count, machine->count);
}

EXPORT nvmlReturn_t nvmlDeviceGetHandleByIndex_v2(unsigned int index, nvmlDevice_t *device) {
  machine_t *machine = machine_lock();
  struct device *found = index < (unsigned int)machine->count ? &machine->gpus[index] : NULL;
  machine_unlock();
  if (!found) return NVML_ERROR_INVALID_ARGUMENT;
  nvmlReturn_t code = enter(&machine, __func__, found);
  if (code != NVML_SUCCESS) return code;
  *device = found;
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetUUID(nvmlDevice_t device, char *uuid, unsigned int length) {
  ENTER(device);
  return text(uuid, length, device->uuid);
}

EXPORT nvmlReturn_t nvmlDeviceGetName(nvmlDevice_t device, char *name, unsigned int length) {
  ENTER(device);
  return text(name, length, device->name);
}

EXPORT nvmlReturn_t nvmlDeviceGetPciInfo_v3(nvmlDevice_t device, nvmlPciInfo_t *pci) {
  ENTER(device);
  memset(pci, 0, sizeof *pci);
  snprintf(pci->busId, sizeof pci->busId, "%s", device->bus);
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetUtilizationRates(nvmlDevice_t device, nvmlUtilization_t *utilization) {
  ENTER(device);
  if (device->whole || device->mig_enabled) return leave(NVML_ERROR_NOT_SUPPORTED);
  utilization->memory = 77; /* not what anyone asks for */
  return number(&utilization->gpu, device->utilization);
}

EXPORT nvmlReturn_t nvmlDeviceGetMemoryInfo(nvmlDevice_t device, nvmlMemory_t *memory) {
  ENTER(device);
  if (device->total == ABSENT) return leave(NVML_ERROR_NOT_SUPPORTED);
  unsigned long long total = (unsigned long long)device->total, used = (unsigned long long)device->used + RESERVED;
  *memory = (nvmlMemory_t){total, total - used, used};
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetTemperature(nvmlDevice_t device, int sensor, unsigned int *temperature) {
  ENTER(device);
  return sensor == 0 && !device->whole ? number(temperature, device->temperature) : leave(NVML_ERROR_INVALID_ARGUMENT);
}

EXPORT nvmlReturn_t nvmlDeviceGetPowerUsage(nvmlDevice_t device, unsigned int *milliwatts) {
  ENTER(device);
  return number(milliwatts, device->power);
}

EXPORT nvmlReturn_t nvmlDeviceGetClockInfo(nvmlDevice_t device, int type, unsigned int *megahertz) {
  ENTER(device);
  return type == 1 ? number(megahertz, device->sm) : type == 2 ? number(megahertz, device->memory) : leave(NVML_ERROR_INVALID_ARGUMENT);
}

EXPORT nvmlReturn_t nvmlDeviceGetTotalEccErrors(nvmlDevice_t device, int type, int counter, unsigned long long *count) {
  ENTER(device);
  long long errors = type == 0 ? device->corrected : device->uncorrected;
  if (errors == ABSENT) return leave(NVML_ERROR_NOT_SUPPORTED);
  *count = (unsigned long long)errors + (counter == 0 ? 0 : 1000000); /* the lifetime's count is another one */
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetComputeRunningProcesses(nvmlDevice_t device, unsigned int *count, nvmlProcessInfo_v1_t *infos) {
  ENTER(device);
  unsigned int size = *count;
  *count = (unsigned int)device->process_count;
  if (size < *count) return leave(NVML_ERROR_INSUFFICIENT_SIZE);
  for (unsigned int i = 0; i < *count; i++) infos[i] = (nvmlProcessInfo_v1_t){device->processes[i].pid, device->processes[i].bytes};
  return leave(NVML_SUCCESS);
}

#ifndef OLD_DRIVER
EXPORT nvmlReturn_t nvmlDeviceGetMemoryInfo_v2(nvmlDevice_t device, nvmlMemory_v2_t *memory) {
  ENTER(device);
  if (memory->version != (sizeof *memory | (2u << 24))) return leave(NVML_ERROR_ARGUMENT_VERSION_MISMATCH);
  if (device->total == ABSENT) return leave(NVML_ERROR_NOT_SUPPORTED);
  memory->total = (unsigned long long)device->total;
  memory->reserved = RESERVED;
  memory->used = (unsigned long long)device->used;
  memory->free = memory->total - memory->used - memory->reserved;
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetEnforcedPowerLimit(nvmlDevice_t device, unsigned int *milliwatts) {
  ENTER(device);
  return number(milliwatts, device->limit);
}

EXPORT nvmlReturn_t nvmlDeviceGetComputeRunningProcesses_v3(nvmlDevice_t device, unsigned int *count, nvmlProcessInfo_v2_t *infos) {
  ENTER(device);
  unsigned int size = *count;
  *count = (unsigned int)device->process_count;
  if (size < *count) return leave(NVML_ERROR_INSUFFICIENT_SIZE);
  unsigned int gi = device->whole ? device->gpu_instance : 0xFFFFFFFF, ci = device->whole ? device->compute_instance : 0xFFFFFFFF;
  for (unsigned int i = 0; i < *count; i++) infos[i] = (nvmlProcessInfo_v2_t){device->processes[i].pid, device->processes[i].bytes, gi, ci};
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetMigMode(nvmlDevice_t device, unsigned int *current, unsigned int *pending) {
  ENTER(device);
  *current = *pending = (unsigned int)device->mig_enabled;
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetMaxMigDeviceCount(nvmlDevice_t device, unsigned int *count) {
  ENTER(device);
  *count = device->mig_enabled ? MAX_MIGS : 0;
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetMigDeviceHandleByIndex(nvmlDevice_t device, unsigned int index, nvmlDevice_t *mig) {
  ENTER(device);
  if (index >= MAX_MIGS) return leave(NVML_ERROR_INVALID_ARGUMENT);
  if (!device->migs[index].exists) return leave(NVML_ERROR_NOT_FOUND);
  *mig = &device->migs[index];
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlDeviceGetGpuInstanceId(nvmlDevice_t mig, unsigned int *id) {
  ENTER(mig);
  return mig->whole ? number(id, mig->gpu_instance) : leave(NVML_ERROR_INVALID_ARGUMENT);
}

EXPORT nvmlReturn_t nvmlDeviceGetComputeInstanceId(nvmlDevice_t mig, unsigned int *id) {
  ENTER(mig);
  return mig->whole ? number(id, mig->compute_instance) : leave(NVML_ERROR_INVALID_ARGUMENT);
}

EXPORT nvmlReturn_t nvmlEventSetCreate(nvmlEventSet_t *set) {
  ENTER(NULL);
  *set = calloc(1, sizeof **set);
  return leave(NVML_SUCCESS);
}

EXPORT nvmlReturn_t nvmlEventSetFree(nvmlEventSet_t set) {
  free(set);
  return NVML_SUCCESS;
}

EXPORT nvmlReturn_t nvmlDeviceRegisterEvents(nvmlDevice_t device, unsigned long long types, nvmlEventSet_t set) {
  ENTER(device);
  if (types != 8) return leave(NVML_ERROR_NOT_SUPPORTED);
  set->registered[device->index] = losses[device->index] + 1;
  /* What happened before is not recorded. */
  for (int i = 0; i < machine->xid_count; i++)
    if (machine->xids[i].device == device->index && machine->xids[i].sequence > set->delivered[device->index])
      set->delivered[device->index] = machine->xids[i].sequence;
  return leave(NVML_SUCCESS);
}

/* Each XID of the control file is delivered once to each set. */
EXPORT nvmlReturn_t nvmlEventSetWait_v2(nvmlEventSet_t set, nvmlEventData_t *data, unsigned int timeout) {
  for (unsigned int waited = 0;; waited += 5) {
    ENTER(NULL);
    for (int i = 0; i < machine->xid_count; i++) {
      xid_t *xid = &machine->xids[i];
      if (set->registered[xid->device] != losses[xid->device] + 1 || xid->sequence <= set->delivered[xid->device]) continue;
      set->delivered[xid->device] = xid->sequence;
      *data = (nvmlEventData_t){&machine->gpus[xid->device], 8, xid->number, 0xFFFFFFFF, 0xFFFFFFFF};
      return leave(NVML_SUCCESS);
    }
    leave(NVML_SUCCESS);
    if (waited >= timeout) return NVML_ERROR_TIMEOUT;
    nap(5);
  }
}
#endif
