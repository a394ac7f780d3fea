#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# patch volume data: persistentVolumeReclaimPolicy "Delete" becomes "Retain"
# keep claim shop/pvc-data: it is as the spec says
set -eu

printf '%s\n' '1/1 Set the reclaim policy of volume data to Retain'
# the spec says that its disk outlives its claim
is=$(kubectl get pv/data --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'v-data' ]; then
  kubectl patch pv/data --type=merge '--patch={"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'
  kubectl wait pv/data '--for=jsonpath={.spec.persistentVolumeReclaimPolicy}=Retain' --timeout=5m
fi

printf '%s\n' 'done'
