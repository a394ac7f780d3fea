#!/bin/sh
# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,
# and it goes on where it stopped. If the cluster has changed since the dump,
# make a new plan.
#
# keep volume data: it grows with its claim
# patch claim shop/pvc-data: storage "50Gi" becomes "80Gi"
set -eu

printf '%s\n' '1/2 Change claim shop/pvc-data'
# storage "50Gi" becomes "80Gi"
is=$(kubectl get pvc/pvc-data --namespace=shop --ignore-not-found '--output=jsonpath={.metadata.uid}')
if [ "$is" = 'c-1' ]; then
  kubectl patch pvc/pvc-data --namespace=shop --type=merge '--patch={"spec":{"resources":{"requests":{"storage":"80Gi"}}}}'
fi

printf '%s\n' '2/2 Wait until volume data has 80Gi'
# its driver grows the disk
kubectl wait pv/data '--for=jsonpath={.spec.capacity.storage}=80Gi' --timeout=5m

printf '%s\n' 'done'
