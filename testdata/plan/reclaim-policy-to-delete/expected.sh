#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: persistentVolumeReclaimPolicy "Retain" becomes "Delete"; annotation fairlead.dev/ignore becomes "disk-not-retained"
# patch claim shop/pvc-data: annotation fairlead.dev/ignore becomes "disk-not-retained"
set -eu

printf '%s\n' '1/3 Change volume data'
# annotation fairlead.dev/ignore becomes "disk-not-retained"
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  kubectl patch pv/data --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/ignore":"disk-not-retained"}}}'
fi

printf '%s\n' '2/3 Change claim shop/pvc-data'
# annotation fairlead.dev/ignore becomes "disk-not-retained"
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  kubectl patch pvc/pvc-data --namespace=shop --type=merge '--patch={"metadata":{"annotations":{"fairlead.dev/ignore":"disk-not-retained"}}}'
fi

printf '%s\n' '3/3 Set the reclaim policy of volume data to Delete'
# the spec says so; from now on, the disk goes with its claim
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.deletionTimestamp}')
  if ! [ "$is" = '' ]; then
    printf '%s\n' 'step 3: claim shop/pvc-data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.status.phase}')
  if ! [ "$is" = 'Bound' ]; then
    printf '%s\n' 'step 3: volume data has changed since the dump; make a new plan' >&2
    exit 1
  fi
  kubectl patch pv/data --type=merge '--patch={"spec":{"persistentVolumeReclaimPolicy":"Delete"}}'
fi

printf '%s\n' 'done'
